package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.world.Relation;
import java.util.Optional;
import java.util.stream.Stream;

/** Flux's Kustomizations and HelmReleases. What they deliver carries their name on a label. */
final class FluxObserver implements Observer {

    private static final String SOURCES = "source.toolkit.fluxcd.io";

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Stream.of(spec.at("sourceRef"), spec.at("chart", "spec", "sourceRef"), spec.at("chartRef"))
                .flatMap(source -> source(sight, source).stream())
                .forEach(source -> sight.refer(Relation.Type.SOURCED_FROM, source));
        spec.at("dependsOn")
                .each()
                .flatMap(other -> other(sight, sight.ref().kind(), other).stream())
                .forEach(other -> sight.refer(Relation.Type.DEPENDS_ON, other));
        Stream.of(spec.at("valuesFrom"), spec.at("postBuild", "substituteFrom"))
                .flatMap(Field::each)
                .flatMap(source -> sight.target(source).stream())
                .forEach(source -> sight.refer(Relation.Type.READS, source));
        Stream.of(spec.at("decryption"), spec.at("kubeConfig"))
                .map(holder -> holder.at("secretRef", "name").text())
                .forEach(secret -> sight.refer(Relation.Type.READS, Kind.SECRET, secret));
        sight.refer(
                Relation.Type.USES_ACCOUNT,
                Kind.SERVICE_ACCOUNT,
                spec.at("serviceAccountName").text());
        return Statuses.of(sight);
    }

    /** Sources are all of one group, which references mostly leave out. */
    private static Optional<ResourceRef> source(Sight sight, Field reference) {
        return reference.at("kind").given().flatMap(kind -> other(sight, new Kind(SOURCES, kind), reference));
    }

    private static Optional<ResourceRef> other(Sight sight, Kind kind, Field reference) {
        return Sight.target(
                kind,
                reference.at("namespace").text(sight.namespace()),
                reference.at("name").text());
    }
}
