package io.kubilitics.graph.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.Timestamp;
import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One revision took the place of another.
 *
 * @param earliest not before this; the same as {@code latest} when the moment is known
 * @param latest {@link Instant#EPOCH} when nobody knows
 * @param by who wrote the workload then; empty when nobody tells
 */
record Rollout(Revision from, Revision to, Instant earliest, Instant latest, String by) {

    private static final String CONTROLLER = "kube-controller-manager";
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private Rollout(Revision from, Revision to, Instant at, String by) {
        this(from, to, at, at, by);
    }

    /** Oldest first. */
    static List<Rollout> of(World world, ResourceRef workload) {
        List<Revision> revisions = Revision.of(world, workload);
        List<Rollout> rollouts = new ArrayList<>();
        Instant earliest = Instant.EPOCH;
        for (int i = 1; i < revisions.size(); i++) {
            Revision then = revisions.get(i - 1);
            Revision now = revisions.get(i);
            earliest = later(earliest, later(then.created(), now.created()));
            // What is older than the one before it has come back, even if it does not say so.
            Optional<Instant> came = now.came().filter(at -> !at.isBefore(then.created()));
            Rollout rollout = came.isPresent()
                    ? new Rollout(then, now, came.get(), writer(world, workload, came.get()))
                    : new Rollout(then, now, earliest, Instant.EPOCH, "");
            boolean present = i == revisions.size() - 1;
            rollouts.add(
                    present && came.isEmpty() ? new Return(world, workload, now, earliest).rollout(then) : rollout);
            earliest = rollouts.getLast().earliest();
        }
        return beforeTheNext(rollouts);
    }

    /** Nothing came later than what came after it. */
    private static List<Rollout> beforeTheNext(List<Rollout> rollouts) {
        List<Rollout> all = new ArrayList<>(rollouts);
        for (int i = all.size() - 2; i >= 0; i--) {
            Rollout one = all.get(i);
            if (one.latest().equals(Instant.EPOCH)) {
                all.set(
                        i,
                        new Rollout(
                                one.from(),
                                one.to(),
                                one.earliest(),
                                all.get(i + 1).latest(),
                                one.by()));
            }
        }
        return all;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Who wrote the workload right then; nobody when more than one did. */
    private static String writer(World world, ResourceRef workload, Instant at) {
        List<String> writers = world.find(workload).stream()
                .flatMap(owner -> writers(owner.meta()))
                .filter(edit -> Duration.between(edit.at(), at).abs().compareTo(AT_ONCE) <= 0)
                .map(Meta.Edit::manager)
                .distinct()
                .toList();
        return writers.size() == 1 ? writers.getFirst() : "";
    }

    /** Who wished something of it. */
    private static Stream<Meta.Edit> writers(Meta meta) {
        return meta.edits().stream()
                .filter(edit -> edit.subresource().isEmpty())
                .filter(edit -> !edit.manager().equals(CONTROLLER));
    }

    /**
     * The present revision was brought back. What its controller did after that tells by when; the workload tells when each of its
     * writers wrote last, and when only one of them did in between, that was it.
     */
    private record Return(World world, ResourceRef workload, Revision now, Instant earliest) {

        Rollout rollout(Revision then) {
            Optional<Instant> progress = progress().filter(at -> at.isAfter(earliest));
            Optional<Instant> latest = Stream.concat(progress.stream(), written())
                    .filter(at -> at.isAfter(earliest))
                    .min(Comparator.naturalOrder());
            List<Meta.Edit> writers = latest.stream()
                    .flatMap(end -> templateWriters()
                            .filter(edit ->
                                    edit.at().isAfter(earliest) && !edit.at().isAfter(end.plus(AT_ONCE))))
                    .toList();
            // Without the progress of the rollout a later write, such as of the number of replicas, could be taken for
            // it.
            return writers.size() == 1 && progress.isPresent()
                    ? new Rollout(
                            then,
                            now,
                            writers.getFirst().at(),
                            writers.getFirst().manager())
                    : new Rollout(then, now, earliest, latest.orElse(Instant.EPOCH), "");
        }

        /** The controller gives it its number, and replicas then or later. */
        private Stream<Instant> written() {
            return now.resource().meta().edits().stream()
                    .filter(edit ->
                            edit.subresource().isEmpty() && edit.manager().equals(CONTROLLER))
                    .map(Meta.Edit::at);
        }

        /** When the Deployment last came nearer to this very revision. */
        private Optional<Instant> progress() {
            String name = "\"%s\"".formatted(now.resource().ref().name());
            return tree().path("status")
                    .path("conditions")
                    .valueStream()
                    .filter(condition -> condition.path("type").asText().equals("Progressing"))
                    .filter(condition -> condition.path("message").asText().contains(name))
                    .flatMap(condition ->
                            Timestamp.read(condition.path("lastUpdateTime").asText()).stream())
                    .findFirst();
        }

        /** Those alone who wrote its template, where it is known which fields each wrote. */
        private Stream<Meta.Edit> templateWriters() {
            Set<String> managers = tree().path("metadata")
                    .path("managedFields")
                    .valueStream()
                    .filter(entry -> entry.path("fieldsV1").path("f:spec").has("f:template"))
                    .map(entry -> entry.path("manager").asText())
                    .collect(Collectors.toSet());
            return world.find(workload).map(Resource::meta).stream()
                    .flatMap(Rollout::writers)
                    .filter(edit -> managers.isEmpty() || managers.contains(edit.manager()));
        }

        private JsonNode tree() {
            return world.tree(workload).orElseGet(MissingNode::getInstance);
        }
    }
}
