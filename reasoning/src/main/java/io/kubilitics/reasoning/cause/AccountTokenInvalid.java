package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Grievance;
import java.util.Optional;

/** A program shows the API server a token that was kept in a Secret for too long: the cluster has made it worthless. */
final class AccountTokenInvalid implements Cause {

    /** The cluster puts it on tokens that nobody has used for a year; after another year they are deleted. */
    private static final String INVALID = "kubernetes.io/legacy-token-invalid-since";

    @Override
    public About about() {
        return About.of("service-account-token-invalid", "secret-invalid", Traffic.CUT_OFF)
                .means("A program shows a token of a ServiceAccount that the cluster no longer takes.")
                .confirmedBy("the API server turns it away, and the Secret says since when its token is worthless")
                .refutedBy("nobody turns it away, or no Secret that it uses says so")
                .cure("let the program use the token that the kubelet renews for it, or take the label off the Secret");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Complaint> refused = Traffic.complaints(symptom, inquiry)
                .filter(complaint -> complaint.grievance() == Grievance.CREDENTIALS_REFUSED)
                .findFirst();
        Optional<ResourceRef> secret = refused.stream()
                .map(complaint -> inquiry.topOwner(complaint.by()))
                .flatMap(workload -> Settings.of(workload, Kind.SECRET, inquiry))
                .filter(source -> since(source, inquiry).isPresent())
                .findFirst();
        return secret.<Ruling>map(found -> confirmed(found, refused.orElseThrow(), inquiry))
                .orElseGet(() -> new Ruling.Refuted("no token that it uses is said to be worthless"));
    }

    private static Optional<String> since(ResourceRef secret, Inquiry inquiry) {
        return inquiry.object(secret)
                .map(object -> object.meta().labels())
                .filter(labels -> labels.containsKey(INVALID))
                .map(labels -> labels.get(INVALID));
    }

    private static Ruling confirmed(ResourceRef secret, Complaint refused, Inquiry inquiry) {
        ResourceRef workload = inquiry.topOwner(refused.by());
        return Ruling.confirmed(
                        secret,
                        Confidence.PROVEN,
                        "%s is turned away: the token in %s is no longer taken".formatted(workload, secret))
                .claim(Claim.of(
                        "its label says that it is worthless since %s"
                                .formatted(since(secret, inquiry).orElse("")),
                        new Probe.OfObject(secret)))
                .claim(Claim.tainted("its log says: " + refused.sample(), new Probe.OfComplaints(workload)))
                .advice("let %s use the token that the kubelet renews for it".formatted(workload))
                .harmful("giving the account more rights: it is not asked for them");
    }
}
