package io.kubilitics.crds.proposal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.kubilitics.crds.Lists;
import java.util.List;

/** One change to one object. Each type has a field of its own for what it needs, and uses no other. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(
        value = "(self.type == 'Patch') == has(self.patch)",
        message = "an action of type Patch has a patch, and no other has one")
public record ProposedAction(
        @Required @JsonPropertyDescription("What kind of change it is.")
        Type type,

        @Required @JsonPropertyDescription("The object as it was when the change was proposed.")
        Target target,

        @Size(min = 1, max = 100) @JsonPropertyDescription("For Patch: the JSON Patch (RFC 6902) to apply.")
        List<PatchOperation> patch,

        @Required @Size(min = 1, max = 1024) @JsonPropertyDescription("What this change is good for.")
        String why) {

    /** All that can be proposed. */
    public enum Type {
        @JsonProperty("Patch")
        PATCH
    }

    public ProposedAction {
        patch = Lists.copy(patch);
    }

    public static ProposedAction patch(Target target, List<PatchOperation> patch, String why) {
        return new ProposedAction(Type.PATCH, target, patch, why);
    }
}
