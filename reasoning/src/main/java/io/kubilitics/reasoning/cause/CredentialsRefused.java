package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.time.Order;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import io.kubilitics.reasoning.log.Grievance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A program is turned away because its user name or password is not the right one. */
enum CredentialsRefused implements Cause {
    MYSQL(
            "mysql-invalid-credentials",
            "A program is turned away by MySQL: its user name or password is not the right one."),
    OTHER("secret-invalid", "A program is turned away: its user name, password or key is not the right one.");

    /** How MySQL and its kin say it, in the words of server and drivers. */
    private static final List<String> OF_MYSQL = List.of(
            "using password",
            "mysql",
            "mariadb",
            "sql error: 1045",
            "sqlstate[hy000] [1045]",
            "access denied for user");

    private final String id;
    private final String means;

    CredentialsRefused(String id, String means) {
        this.id = id;
        this.means = means;
    }

    @Override
    public About about() {
        return About.of(id, "secret-invalid", Traffic.CUT_OFF)
                .means(means)
                .confirmedBy("its log says that its credentials are refused")
                .refutedBy("its log does not say so")
                .cure("give it the credentials that the other side expects");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<Complaint> refused = Traffic.complaints(symptom, inquiry)
                .filter(complaint -> complaint.grievance() == Grievance.CREDENTIALS_REFUSED && !complaint.ofStrangers())
                .filter(complaint -> (this == MYSQL) == ofMysql(complaint))
                .findFirst();
        return refused.<Ruling>map(complaint -> confirmed(complaint, inquiry))
                .orElseGet(() -> new Ruling.Refuted("nobody complains that credentials are refused"));
    }

    private static boolean ofMysql(Complaint complaint) {
        String sample = complaint.sample().toLowerCase(Locale.ROOT);
        return OF_MYSQL.stream().anyMatch(sample::contains);
    }

    private Ruling confirmed(Complaint complaint, Inquiry inquiry) {
        ResourceRef workload = inquiry.topOwner(complaint.by());
        List<ResourceRef> secrets = Settings.of(workload, Kind.SECRET, inquiry).toList();
        Optional<Edited> edit = secrets.stream()
                .flatMap(secret -> inquiry.changes(secret).latest(Topic.KEY).stream())
                .filter(change -> change.order(complaint.since()) != Order.AFTER)
                .findFirst();
        Optional<ResourceRef> keeper = secrets.stream()
                .flatMap(secret -> Keeper.suspended(secret, inquiry).stream())
                .findFirst();
        ResourceRef object = keeper.or(() -> edit.map(Edited::ref))
                .orElse(this == OTHER && secrets.size() == 1 ? secrets.getFirst() : workload);
        Ruling.Confirmed ruling = Ruling.confirmed(
                        object,
                        Confidence.STRONG,
                        "%s is turned away%s: its credentials are refused"
                                .formatted(workload, complaint.peer().told() ? " by " + complaint.peer() : ""))
                .claim(Claim.tainted(
                        "its log says %d times: %s".formatted(complaint.count(), complaint.sample()),
                        new Probe.OfComplaints(workload)))
                .advice("give %s the credentials that the other side expects%s"
                        .formatted(workload, secrets.isEmpty() ? "" : ", in " + secrets.getFirst()))
                .harmful("restarting: it is turned away again")
                .harmful("changing the password of the other side: all others would be turned away");
        return keeper.map(cron -> ruling.claim(Keeper.claim(cron)))
                .or(() -> edit.map(change -> ruling.claim(
                        Claim.of("%s %s".formatted(change, change.when()), new Probe.OfChanges(change.ref())))))
                .orElse(ruling);
    }
}
