package io.kubilitics.reasoning;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is impaired: what is unwell itself, who asks a Service that nobody answers for, and who says that it cannot reach any of
 * these. Pods are told by their owners.
 */
public final class Impairment {

    /** Services that lead nowhere. */
    private static final Set<Ailment> CLOSED = Set.of(Ailment.NO_ENDPOINTS, Ailment.PORT_NOT_EXPOSED);

    private static final List<Relation.Type> ASKS = List.of(Relation.Type.ROUTES_TO, Relation.Type.CONNECTS_TO);

    /** What only tells others what to do, or is only read, suffers from nothing. */
    private static final Set<Kind> RULES =
            Set.of(Kind.VALIDATING_WEBHOOKS, Kind.MUTATING_WEBHOOKS, Kind.CONFIG_MAP, Kind.SECRET);

    private final Progress progress;
    private final Set<ResourceRef> roots;
    private final Set<ResourceRef> impaired = new LinkedHashSet<>();

    private Impairment(Progress progress) {
        this.progress = progress;
        this.roots =
                causes(progress).stream().map(cause -> cause.ruling().object()).collect(Collectors.toSet());
    }

    /** By the causes that were found, which are not among them; by whatever is unwell when none was. */
    public static Set<ResourceRef> of(List<Step> steps) {
        Progress progress = Progress.of(steps);
        Impairment impairment = new Impairment(progress);
        symptoms(progress).forEach(impairment::take);
        if (!impairment.roots.isEmpty()) {
            impairment.spread();
        }
        impairment.impaired.removeAll(impairment.roots);
        impairment.impaired.removeIf(ref -> RULES.contains(ref.kind()));
        return impairment.impaired;
    }

    private void take(Symptom symptom) {
        List<ResourceRef> routers = routers(symptom);
        impaired.addAll(routers);
        if (routers.isEmpty()) {
            impaired.add(progress.topOwner(symptom.subject()));
        }
        if (symptom.subject().kind().equals(Kind.JOB)) {
            impaired.add(symptom.subject());
        }
        askers(symptom)
                .flatMap(probe -> progress.related(probe).stream())
                .forEach(asker -> impaired.add(progress.topOwner(asker)));
        if (symptom.ailment().ofCaller() || symptom.ailment().mayFollow()) {
            called(symptom).filter(this::unanswered).forEach(impaired::add);
        }
    }

    /** A proxy that does not come through is not impaired itself, but what it serves: the routes that lead there. */
    private List<ResourceRef> routers(Symptom symptom) {
        return symptom.ailment().ofCaller()
                ? called(symptom)
                        .filter(target ->
                                !target.namespace().equals(symptom.subject().namespace()))
                        .flatMap(target -> services(target, progress))
                        .flatMap(service ->
                                progress.related(new Probe.OfReferrers(service, Relation.Type.ROUTES_TO)).stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Itself, or the Services of a pod. */
    private static Stream<ResourceRef> services(ResourceRef target, Progress progress) {
        return target.kind().equals(Kind.SERVICE)
                ? Stream.of(target)
                : progress.related(new Probe.OfReferrers(target, Relation.Type.SELECTS)).stream();
    }

    /** What others say and what stands behind Services tells of more; each round may tell of the next. */
    private void spread() {
        List<Symptom> left = new ArrayList<>(all(progress.opened()).toList());
        boolean more = true;
        while (more) {
            List<Symptom> found = left.stream()
                    .filter(symptom -> !impaired.contains(progress.topOwner(symptom.subject())))
                    .filter(this::isBroughtOn)
                    .toList();
            found.forEach(this::take);
            left.removeAll(found);
            more = !found.isEmpty();
        }
    }

    private boolean isBroughtOn(Symptom symptom) {
        if (symptom.ailment() == Ailment.NO_ENDPOINTS) {
            List<ResourceRef> makers = makers(symptom.subject());
            return !makers.isEmpty() && makers.stream().allMatch(this::harmed);
        }
        return symptom.ailment().ofCaller()
                && called(symptom)
                        .anyMatch(target ->
                                harmed(target) || makers(target).stream().anyMatch(this::harmed));
    }

    private boolean harmed(ResourceRef ref) {
        return impaired.contains(ref) || roots.contains(ref);
    }

    private boolean unanswered(ResourceRef target) {
        return target.kind().equals(Kind.SERVICE)
                && progress.knows(new Probe.OfRelated(target, Relation.Type.SELECTS))
                && makers(target).isEmpty()
                && progress.object(target)
                        .filter(found -> found.facts() instanceof ServiceFacts facts
                                && !facts.selector().isEmpty())
                        .isPresent();
    }

    private List<ResourceRef> makers(ResourceRef service) {
        return progress.related(new Probe.OfRelated(service, Relation.Type.SELECTS)).stream()
                .map(progress::topOwner)
                .distinct()
                .toList();
    }

    private Stream<ResourceRef> called(Symptom symptom) {
        return called(symptom, progress);
    }

    private static Stream<ResourceRef> called(Symptom symptom, Progress progress) {
        return progress.complaints(progress.topOwner(symptom.subject())).stream()
                .filter(complaint -> !symptom.ailment().ofCaller()
                        || complaint.peer().toString().equals(symptom.part()))
                .flatMap(complaint -> complaint.target().stream());
    }

    private static Stream<Symptom> symptoms(Progress progress) {
        List<Diagnosis> causes = causes(progress);
        return causes.isEmpty()
                ? progress.opened().symptoms().stream()
                : causes.stream()
                        .flatMap(cause ->
                                Stream.of(cause.explains(), cause.follows()).flatMap(Collection::stream));
    }

    private static List<Diagnosis> causes(Progress progress) {
        return progress.verdict() instanceof Verdict.Diagnosed diagnosed ? diagnosed.causes() : List.of();
    }

    /** Of what is asked about, and elsewhere. */
    static Stream<Symptom> all(Step.Opened opened) {
        return Stream.concat(opened.symptoms().stream(), opened.elsewhere().stream());
    }

    /** What has to be looked at before it can be told; once all of it is known, nothing is added. */
    static Stream<Probe> questions(Symptom symptom, Progress progress) {
        return Stream.concat(Stream.of(new Probe.OfNeighbours(symptom.subject())), aboutOthers(symptom, progress));
    }

    private static Stream<Probe> aboutOthers(Symptom symptom, Progress progress) {
        Stream<Probe> said = symptom.ailment().ofCaller()
                ? Stream.concat(
                        Stream.of(new Probe.OfComplaints(progress.topOwner(symptom.subject()))),
                        called(symptom, progress).flatMap(target -> aboutTarget(target, progress)))
                : Stream.empty();
        Stream<Probe> behind = symptom.ailment() == Ailment.NO_ENDPOINTS
                ? Stream.of(new Probe.OfRelated(symptom.subject(), Relation.Type.SELECTS))
                : Stream.empty();
        List<Probe> first =
                Stream.of(said, behind, askers(symptom)).flatMap(each -> each).toList();
        return Stream.concat(
                first.stream(),
                first.stream()
                        .flatMap(probe -> progress.related(probe).stream())
                        .map(Probe.OfNeighbours::new));
    }

    private static Stream<Probe> aboutTarget(ResourceRef target, Progress progress) {
        return Stream.concat(
                Stream.of(
                        new Probe.OfObject(target),
                        new Probe.OfRelated(target, Relation.Type.SELECTS),
                        new Probe.OfReferrers(target, Relation.Type.SELECTS)),
                services(target, progress).map(service -> new Probe.OfReferrers(service, Relation.Type.ROUTES_TO)));
    }

    private static Stream<Probe> askers(Symptom symptom) {
        return CLOSED.contains(symptom.ailment())
                ? ASKS.stream().map(type -> new Probe.OfReferrers(symptom.subject(), type))
                : Stream.empty();
    }
}
