package io.kubilitics.crds.proposal;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalSelectableField;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import io.kubilitics.crds.proposal.status.ProposalStatus;
import org.jspecify.annotations.Nullable;

/**
 * A change that is proposed to the cluster: simulated, judged, approved, executed and verified by the body. Its spec is final but for
 * the decisions that people add to it; its status belongs to the body.
 */
@Group(Proposal.GROUP)
@Version("v1alpha1")
@ShortNames("prop")
@Categories("kubilitics")
@AdditionalPrinterColumn(name = "Phase", jsonPath = ".status.phase")
@AdditionalPrinterColumn(name = "Title", jsonPath = ".spec.title")
@AdditionalPrinterColumn(name = "Kind", jsonPath = ".spec.actions[*].target.kind")
@AdditionalPrinterColumn(name = "Target", jsonPath = ".spec.actions[*].target.name")
@AdditionalPrinterColumn(name = "Requester", jsonPath = ".spec.requester")
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "Expires", jsonPath = ".spec.expiresAt", priority = 1)
@AdditionalPrinterColumn(name = "Why", jsonPath = ".spec.why", priority = 1)
@AdditionalSelectableField(jsonPath = ".status.phase")
@AdditionalSelectableField(jsonPath = ".spec.finding")
public final class Proposal extends CustomResource<ProposalSpec, ProposalStatus> implements Namespaced {

    public static final String GROUP = "kubilitics.io";

    /** The verb that a role must allow on {@code proposals} to whoever decides about one. */
    public static final String APPROVE = "approve";

    private static final long serialVersionUID = 1L;

    /** Records have no empty instance to start from. */
    @Override
    protected @Nullable ProposalSpec initSpec() {
        return null;
    }

    @Override
    protected @Nullable ProposalStatus initStatus() {
        return null;
    }
}
