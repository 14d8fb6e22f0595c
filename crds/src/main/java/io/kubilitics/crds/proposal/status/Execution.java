package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.kubilitics.crds.Lists;
import java.time.Instant;
import java.util.List;

/** Who executes it, claimed before the first write, and what was written. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Execution(
        @Required @Size(min = 1, max = 253) @JsonPropertyDescription("The one body that may write.")
        String claimedBy,

        @Required @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant claimedAt,

        @Size(max = 10) @JsonPropertyDescription("One for each action of the spec, in its order.")
        List<Write> writes) {

    public Execution {
        writes = Lists.copy(writes);
    }
}
