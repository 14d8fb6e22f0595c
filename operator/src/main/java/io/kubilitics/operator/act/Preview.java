package io.kubilitics.operator.act;

import io.kubilitics.crds.proposal.PatchOperation;
import io.kubilitics.crds.proposal.Target;
import java.util.List;

/** What setting some fields of an object would come to. */
public sealed interface Preview {

    /** The object as it is, and the patch that is the same as setting the fields. */
    record Shown(Target target, List<PatchOperation> patch) implements Preview {
        public Shown {
            patch = List.copyOf(patch);
        }
    }

    /** It cannot be, or it is so already. */
    record Refused(String why) implements Preview {}

    /** Nobody answered. */
    record Away(String why) implements Preview {}
}
