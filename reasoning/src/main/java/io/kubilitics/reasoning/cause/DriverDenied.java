package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cloud refuses a storage driver what it asks for a volume: the driver's own rights are to blame, and no volume. */
final class DriverDenied implements Cause {

    private static final Pattern DENIED = Pattern.compile(
            "UnauthorizedOperation|AccessDenied|not authorized to perform|AuthorizationFailed|PERMISSION_DENIED|"
                    + "does not have (?:permission|authorization)|StatusCode=403|Required '[\\w.]+' permission",
            Pattern.CASE_INSENSITIVE);

    /** Of a driver's name these words tell nothing. */
    private static final Set<String> COMMON = Set.of("csi", "com", "io", "org", "k8s", "storage", "driver");

    @Override
    public About about() {
        return About.of(
                        "storage-driver-denied",
                        "volume-attach-failed",
                        Ailment.VOLUME_NOT_ATTACHED,
                        Ailment.VOLUME_NOT_MOUNTED,
                        Ailment.CLAIM_PENDING)
                .means("The cloud refuses a storage driver what it asks for a volume.")
                .confirmedBy("the driver's words, the surer if what gives it its rights was changed before")
                .refutedBy("nobody was refused a right")
                .cure("give the driver its rights back: the role of its account, or its credentials");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        if (!DENIED.matcher(symptom.says()).find()) {
            return new Ruling.Refuted("nobody was refused a right");
        }
        List<ResourceRef> drivers = drivers(inquiry);
        Optional<Edited> changed = Recent.before(
                symptom.since(),
                drivers.stream().flatMap(driver -> Stream.concat(Stream.of(driver), rights(driver, inquiry))),
                inquiry);
        return changed.map(Edited::ref)
                .or(() -> drivers.size() == 1 ? Optional.of(drivers.getFirst()) : Optional.empty())
                .<Ruling>map(object -> confirmed(object, changed, symptom))
                .orElseGet(() -> new Ruling.Open(
                        "the cloud refuses it, and who asks cannot be seen",
                        List.of("the storage driver and its rights")));
    }

    private static Stream<ResourceRef> rights(ResourceRef driver, Inquiry inquiry) {
        return Stream.concat(inquiry.to(driver, Relation.Type.USES_ACCOUNT).stream(), Settings.of(driver, inquiry));
    }

    /** What makes, attaches and deletes volumes for the whole cluster: known by the name of its driver. */
    private static List<ResourceRef> drivers(Inquiry inquiry) {
        Set<String> words = inquiry.all(Kind.CSI_DRIVER, "").stream()
                .flatMap(driver ->
                        Pattern.compile("[.-]").splitAsStream(driver.ref().name()))
                .filter(word -> word.length() > 1 && !COMMON.contains(word))
                .collect(Collectors.toSet());
        return Stream.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET)
                .flatMap(kind -> inquiry.all(kind, "").stream())
                .filter(workload -> drives(workload, words))
                .map(Resource::ref)
                .toList();
    }

    private static boolean drives(Resource workload, Set<String> words) {
        return Traffic.template(workload).stream()
                .flatMap(template -> template.containers().stream())
                .map(container -> container.image() + " " + workload.ref().name())
                .anyMatch(names -> names.contains("csi") && words.stream().anyMatch(names::contains));
    }

    private static Ruling confirmed(ResourceRef object, Optional<Edited> changed, Symptom symptom) {
        return Recent.tell(
                Ruling.confirmed(
                                object,
                                changed.isPresent() ? Confidence.STRONG : Confidence.LIKELY,
                                "The cloud refuses the storage driver its rights: %s".formatted(symptom))
                        .claim(Claim.tainted("it is said: " + symptom.says(), new Probe.OfObject(symptom.subject())))
                        .advice("give the driver its rights back: look at %s".formatted(object))
                        .harmful("deleting the claim or the volume: its data would be lost and nothing gained"),
                changed);
    }
}
