package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Grievance;
import java.util.List;
import java.util.Optional;

/** The proxies of a mesh turn a caller away, because no policy before the one whom it calls lets it in. */
final class MeshPolicyDenies implements Cause {

    private static final Kind POLICY = new Kind("security.istio.io", "AuthorizationPolicy");

    @Override
    public About about() {
        return About.of("mesh-policy-deny", "network-policy-deny", Traffic.CUT_OFF)
                .means("A policy of the mesh lets a caller not through to whom it calls.")
                .confirmedBy(
                        "the proxy's answer, and a policy before whom it calls, the surer if it was changed before")
                .refutedBy("no proxy turned it away")
                .cure("let the policy allow this caller, and no more than this");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Complaint> complaint = Traffic.complaints(symptom, inquiry)
                .filter(one -> one.grievance() == Grievance.PROXY_FORBIDS)
                .findFirst();
        if (complaint.isEmpty()) {
            return new Ruling.Refuted("no proxy turned it away");
        }
        List<ResourceRef> policies = Traffic.called(complaint.get(), inquiry)
                .map(ResourceRef::namespace)
                .distinct()
                .flatMap(namespace -> inquiry.all(POLICY, namespace).stream())
                .map(Resource::ref)
                .toList();
        Optional<Edited> changed = Recent.before(complaint.get().since(), policies.stream(), inquiry);
        return changed.map(Edited::ref)
                .or(() -> policies.size() == 1 ? Optional.of(policies.getFirst()) : Optional.empty())
                .<Ruling>map(policy -> confirmed(policy, changed, complaint.get(), inquiry))
                .orElseGet(() -> new Ruling.Open(
                        "a proxy turns it away, and which policy makes it do so cannot be seen",
                        List.of("the AuthorizationPolicies before whom it calls")));
    }

    private static Ruling confirmed(
            ResourceRef policy, Optional<Edited> changed, Complaint complaint, Inquiry inquiry) {
        ResourceRef caller = inquiry.topOwner(complaint.by());
        return Recent.tell(
                Ruling.confirmed(
                                policy,
                                changed.isPresent() ? Confidence.STRONG : Confidence.LIKELY,
                                "%s lets %s not through".formatted(policy, caller))
                        .claim(Claim.tainted(
                                "the log of %s says: %s".formatted(caller, complaint.sample()),
                                new Probe.OfComplaints(caller)))
                        .claim(Claim.of("it stands before whom it calls", new Probe.OfObject(policy)))
                        .advice("allow %s in %s".formatted(caller, policy))
                        .harmful("deleting the policy: everybody would be let through"),
                changed);
    }
}
