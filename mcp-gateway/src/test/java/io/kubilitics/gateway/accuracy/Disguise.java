package io.kubilitics.gateway.accuracy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A change of a bundle that must not change the answer, except that less may be known.
 *
 * @param takes whether it takes evidence away, so that it may be that nobody can tell any more
 */
record Disguise(String name, boolean takes, UnaryOperator<Dossier> change) {

    private static final List<String> KINDS = List.of(
            "Event",
            "Pod",
            "ReplicaSet",
            "EndpointSlice",
            "Service",
            "ConfigMap",
            "Secret",
            "ServiceAccount",
            "Node",
            "PersistentVolumeClaim",
            "PersistentVolume",
            "StorageClass",
            "NetworkPolicy",
            "ResourceQuota");

    static List<Disguise> all() {
        List<Disguise> all = new ArrayList<>(List.of(
                same("all renamed", dossier -> Renaming.of(dossier).apply(dossier)),
                same("documents reordered", Disguise::reordered),
                same("200 healthy objects more", Neighbours::moveIn),
                same("a node's logs 2 min late", dossier -> Clocks.skewed(dossier, Duration.ofMinutes(2))),
                same("a node's logs 2 min early", dossier -> Clocks.skewed(dossier, Duration.ofMinutes(-2))),
                same("no managed fields", Disguise::unmanaged),
                takes("no logs", dossier -> dossier.withoutTexts(Dossier.LOGS)),
                takes("no timeline", dossier -> dossier.withoutTree(Dossier.TIMELINE)),
                takes("events after an hour", Disguise::anHourLater),
                takes("no metrics", dossier -> dossier.withoutTexts(Dossier.METRICS)),
                takes("no alerts", dossier -> dossier.withoutTree(Dossier.ALERTS)),
                takes("no probes", dossier -> dossier.withoutTree(Dossier.PROBES)),
                takes("no manifests as meant", dossier -> dossier.withoutTree(Dossier.APPLIED)),
                takes("objects alone", Disguise::objectsAlone)));
        for (String kind : KINDS) {
            all.add(takes("no " + kind + "s", dossier -> dossier.withoutKind(kind)));
        }
        all.add(takes("no endpoints of either kind", dossier -> dossier.withoutKind("EndpointSlice", "Endpoints")));
        return List.copyOf(all);
    }

    private static Disguise same(String name, UnaryOperator<Dossier> change) {
        return new Disguise(name, false, change);
    }

    private static Disguise takes(String name, UnaryOperator<Dossier> change) {
        return new Disguise(name, true, change);
    }

    private static Dossier reordered(Dossier dossier) {
        List<ObjectNode> objects = new ArrayList<>(dossier.objects());
        Collections.shuffle(objects, new Random(7));
        return dossier.with(objects);
    }

    private static Dossier unmanaged(Dossier dossier) {
        return dossier.each(object -> {
            if (object.get("metadata") instanceof ObjectNode metadata) {
                metadata.remove("managedFields");
            }
            return object;
        });
    }

    /** As the API server keeps them. */
    private static Dossier anHourLater(Dossier dossier) {
        Instant now = Instant.parse(Objects.requireNonNull(dossier.trees().get(Dossier.INCIDENT))
                .path("now")
                .asText());
        return dossier.with(dossier.objects().stream()
                .filter(object -> !object.path("kind").asText().equals("Event")
                        || last(object).isAfter(now.minus(Duration.ofMinutes(5))))
                .toList());
    }

    private static Instant last(ObjectNode event) {
        for (String field : List.of("/series/lastObservedTime", "/lastTimestamp", "/eventTime", "/firstTimestamp")) {
            String at = event.at(field).asText();
            if (!at.isEmpty() && !at.equals("null")) {
                return Instant.parse(at);
            }
        }
        return Instant.EPOCH;
    }

    private static Dossier objectsAlone(Dossier dossier) {
        return dossier.withoutTree(Dossier.TIMELINE)
                .withoutTree(Dossier.ALERTS)
                .withoutTree(Dossier.PROBES)
                .withoutTree(Dossier.APPLIED)
                .withoutTexts("");
    }
}
