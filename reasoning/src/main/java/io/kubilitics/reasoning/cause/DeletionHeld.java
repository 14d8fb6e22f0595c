package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ApiServiceFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something is to be deleted and somebody does not let go of it. */
enum DeletionHeld implements Cause {
    BY_API("namespace-held-by-api", "a part of the API does not answer that may have objects in it"),
    IN_USE("deletion-held-by-user", "a pod still uses it"),
    BY_FINALIZER("finalizer-stuck", "a finalizer is left that nobody removes");

    private static final Pattern API = Pattern.compile("([a-z0-9.-]{1,200})/(v\\d[a-z0-9]{0,20})");

    /** Nothing new is taken into a namespace that is being deleted. */
    private static final Pattern ENDING =
            Pattern.compile("in namespace \"?([a-z0-9-]{1,63})\"? because it is being terminated");

    private static final String PROTECTION = "-protection";

    private final String id;
    private final String outcome;

    DeletionHeld(String id, String outcome) {
        this.id = id;
        this.outcome = outcome;
    }

    @Override
    public About about() {
        return About.of(
                        id,
                        "finalizer-stuck",
                        Ailment.DELETION_STUCK,
                        Ailment.NOT_RECONCILED,
                        Ailment.REPLICAS_NOT_CREATED)
                .means("Something is to be deleted and does not go: %s.".formatted(outcome))
                .confirmedBy("its finalizers and since when it is to be gone")
                .refutedBy("something else keeps it")
                .cure(
                        "bring back whoever should let go of it; take the finalizer out only when nothing is left to clean up");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        if (symptom.ailment() == Ailment.DELETION_STUCK) {
            return held(symptom, inquiry);
        }
        Matcher ending = ENDING.matcher(symptom.says());
        return ending.find()
                ? inquiry.health(ResourceRef.clusterWide(Kind.NAMESPACE, ending.group(1))).stream()
                        .filter(stuck -> stuck.ailment() == Ailment.DELETION_STUCK)
                        .map(stuck -> held(stuck, inquiry))
                        .findFirst()
                        .orElseGet(() -> new Ruling.Refuted("its namespace is about to go"))
                : new Ruling.Refuted("nothing that is being deleted is in its way");
    }

    private Ruling held(Symptom symptom, Inquiry inquiry) {
        Optional<Resource> found = inquiry.object(symptom.subject());
        if (found.isEmpty() || !found.get().meta().deleting()) {
            return new Ruling.Refuted("it is not being deleted");
        }
        Resource object = found.get();
        Optional<Ruling> ruling = switch (this) {
            case BY_API -> silentApi(symptom, inquiry).map(api -> confirmed(api, symptom, "it does not answer"));
            case IN_USE -> user(object, inquiry).map(user -> confirmed(object.ref(), symptom, user + " uses it"));
            case BY_FINALIZER ->
                silentApi(symptom, inquiry).isEmpty() && user(object, inquiry).isEmpty()
                        ? held(object, inquiry)
                                .map(held -> confirmed(held.ref(), symptom, "finalizers: " + finalizers(held)))
                        : Optional.empty();
        };
        return ruling.orElseGet(() -> new Ruling.Refuted("this does not keep it"));
    }

    /** A namespace goes only when every part of the API was asked what it has there. */
    private static Optional<ResourceRef> silentApi(Symptom symptom, Inquiry inquiry) {
        if (!symptom.subject().kind().equals(Kind.NAMESPACE)) {
            return Optional.empty();
        }
        Matcher named = API.matcher(symptom.says());
        while (named.find()) {
            ResourceRef api = ResourceRef.clusterWide(Kind.API_SERVICE, named.group(2) + "." + named.group(1));
            boolean silent = inquiry.facts(api, ApiServiceFacts.class)
                    .filter(facts -> facts.conditions().stream()
                            .anyMatch(condition -> condition.is("Available") && condition.fails()))
                    .isPresent();
            if (silent) {
                return Optional.of(api);
            }
        }
        return Optional.empty();
    }

    private static Optional<ResourceRef> user(Resource object, Inquiry inquiry) {
        boolean guarded = object.meta().finalizers().stream().anyMatch(name -> name.endsWith(PROTECTION));
        return guarded
                ? inquiry.from(object.ref(), Relation.Type.MOUNTS).stream()
                        .filter(user -> user.kind().equals(Kind.POD))
                        .filter(user -> inquiry.object(user).isPresent())
                        .findFirst()
                : Optional.empty();
    }

    /** Itself, or, of a namespace, what is left in it. */
    private static Optional<Resource> held(Resource object, Inquiry inquiry) {
        if (!object.ref().kind().equals(Kind.NAMESPACE)) {
            return Optional.of(object).filter(held -> !held.meta().finalizers().isEmpty());
        }
        return Kind.KNOWN.stream()
                .filter(kind -> !kind.clusterWide() && !kind.equals(Kind.EVENT))
                .flatMap(kind -> inquiry.all(kind, object.ref().name()).stream())
                .filter(left ->
                        left.meta().deleting() && !left.meta().finalizers().isEmpty())
                .findFirst()
                .or(() -> Optional.of(object));
    }

    private static String finalizers(Resource held) {
        List<String> names = held.meta().finalizers();
        return names.isEmpty() ? "of what is left in it" : String.join(", ", names);
    }

    private Ruling confirmed(ResourceRef object, Symptom symptom, String why) {
        return Ruling.confirmed(
                        object, Confidence.STRONG, "%s cannot be deleted: %s".formatted(symptom.subject(), outcome))
                .claim(Claim.of(why, new Probe.OfObject(object)))
                .claim(Claim.of("it should be gone since " + symptom.since(), new Probe.OfObject(symptom.subject())))
                .advice(about().cure())
                .harmful("taking finalizers out by force: what they guard is left behind, or lost");
    }
}
