package io.kubilitics.reasoning;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who is impaired: what is unwell itself, and who asks a Service that nobody answers for. Pods are told by their owners. */
public final class Impairment {

    private static final List<Relation.Type> ASKS = List.of(Relation.Type.ROUTES_TO, Relation.Type.CONNECTS_TO);

    private Impairment() {}

    /** By the causes that were found, which are not among them; by whatever is unwell when none was. */
    public static Set<ResourceRef> of(List<Step> steps) {
        Progress progress = Progress.of(steps);
        Set<ResourceRef> impaired = new LinkedHashSet<>();
        symptoms(progress).forEach(symptom -> {
            impaired.add(progress.topOwner(symptom.subject()));
            askers(symptom)
                    .flatMap(probe -> progress.related(probe).stream())
                    .forEach(asker -> impaired.add(progress.topOwner(asker)));
        });
        causes(progress).forEach(diagnosis -> impaired.remove(diagnosis.ruling().object()));
        return impaired;
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

    /** What has to be looked at before it can be told. */
    static Stream<Probe> questions(Progress progress) {
        Step.Opened opened = progress.opened();
        return Stream.concat(opened.symptoms().stream(), opened.elsewhere().stream())
                .filter(symptom -> symptom.ailment().mayFollow())
                .flatMap(symptom -> Stream.concat(
                        Stream.of(new Probe.OfNeighbours(symptom.subject())), askersAndOwners(symptom, progress)));
    }

    private static Stream<Probe> askersAndOwners(Symptom symptom, Progress progress) {
        return askers(symptom)
                .flatMap(probe -> Stream.concat(
                        Stream.of(probe), progress.related(probe).stream().map(Probe.OfNeighbours::new)));
    }

    private static Stream<Probe> askers(Symptom symptom) {
        return symptom.ailment() == Ailment.NO_ENDPOINTS
                ? ASKS.stream().map(type -> new Probe.OfReferrers(symptom.subject(), type))
                : Stream.empty();
    }
}
