package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.kubilitics.crds.Lists;
import java.util.List;

/** What the change would touch, on the body's own world: numbers for all, names for the foremost. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Impact(
        @Required @Size(min = 1, max = 512) @JsonPropertyDescription("The impact in one line, for people.")
        String summary,

        @Min(0) @JsonPropertyDescription("How many objects would be touched.")
        int total,

        @Size(max = 50) @JsonPropertyDescription("How many of each kind.")
        List<KindCount> counts,

        @Size(max = MOST) @JsonPropertyDescription("The foremost of them, most affected first.")
        List<ImpactedObject> objects,

        @Size(max = 20) @JsonPropertyDescription("What is taken for granted about what controllers would do then.")
        List<@Size(min = 1, max = 512) String> assumptions) {

    /** How many objects are named; the rest is only counted. */
    public static final int MOST = 50;

    public Impact {
        counts = Lists.copy(counts);
        objects = Lists.copy(objects);
        assumptions = Lists.copy(assumptions);
    }
}
