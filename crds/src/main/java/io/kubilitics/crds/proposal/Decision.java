package io.kubilitics.crds.proposal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.kubilitics.crds.Lists;
import io.kubilitics.crds.proposal.status.ProposalStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one person decided about one plan; final. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(value = "self == oldSelf", message = "a decision is final")
public record Decision(
        @Required
        @Size(min = 1, max = 256)
        @JsonPropertyDescription("The user who decides: your own name, see kubectl auth whoami.")
        String by,

        @Required Verdict verdict,

        @Required
        @Size(min = 64, max = 64)
        @Pattern(ProposalStatus.SHA_256)
        @JsonPropertyDescription("The status.planHash of the plan that was decided about.")
        String planHash,

        @Size(min = 1, max = 1024) @Nullable String reason,

        @Size(max = 100)
        @JsonPropertyDescription(
                "Groups of yours by which you have the right to do it yourself: see kubectl auth whoami. Absent: your name alone counts.")
        List<@Size(min = 1, max = 256) String> groups) {

    public Decision {
        groups = Lists.copy(groups);
    }

    /** What can be decided. */
    public enum Verdict {
        @JsonProperty("approve")
        APPROVE,
        @JsonProperty("reject")
        REJECT
    }
}
