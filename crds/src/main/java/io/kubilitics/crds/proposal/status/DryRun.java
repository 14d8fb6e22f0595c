package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.kubilitics.crds.Lists;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API server answered when it was asked to do it without doing it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record DryRun(
        @Required Result result,
        @Size(max = 2048) @Nullable String message,

        @Size(max = 200) @JsonPropertyDescription("What would differ afterwards, field by field.")
        List<FieldChange> diff) {

    /** NotPermitted: it may well be possible, but not by the operator's account. */
    public enum Result {
        @JsonProperty("allowed")
        ALLOWED,
        @JsonProperty("notPermitted")
        NOT_PERMITTED,
        @JsonProperty("refused")
        REFUSED
    }

    public DryRun {
        diff = Lists.copy(diff);
    }
}
