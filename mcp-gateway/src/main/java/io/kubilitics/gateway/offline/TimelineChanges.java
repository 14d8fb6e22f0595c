package io.kubilitics.gateway.offline;

import io.kubilitics.gateway.bundle.TimelineStep;
import io.kubilitics.gateway.bundle.TimelineStep.FieldEdit;
import io.kubilitics.gateway.bundle.TimelineStep.Patched;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.Change.What;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Steps of a timeline as the changes that causes know how to read; what no cause reads yet is left out. */
record TimelineChanges(World world, List<TimelineStep> steps) {

    private static final Pattern CONTAINER = Pattern.compile("/spec/template/spec/containers/(\\d{1,4})/(.+)");
    private static final Pattern KEY = Pattern.compile("/(?:data|binaryData|stringData)/([^/]+)");
    private static final Map<String, Field> OF_CONTAINER = Map.of(
            "image", new Field(What.IMAGE, "image"),
            "command", new Field(What.COMMAND, "command"),
            "args", new Field(What.COMMAND, "command"),
            "resources/limits/memory", new Field(What.MEMORY_LIMIT, "memory limit"));
    private static final String NONE = "none";

    private record Field(What what, String words) {}

    /** Oldest first. */
    List<Change> of(ResourceRef ref) {
        List<Change> changes = new ArrayList<>();
        for (TimelineStep step : steps) {
            if (step instanceof Patched patched && patched.target().equals(ref)) {
                patched.edits().forEach(edit -> ofContainer(patched, edit).ifPresent(changes::add));
                keys(patched).ifPresent(changes::add);
            }
        }
        return List.copyOf(changes);
    }

    private Optional<Change> ofContainer(Patched step, FieldEdit edit) {
        Matcher path = CONTAINER.matcher(edit.path());
        if (!path.matches() || !OF_CONTAINER.containsKey(path.group(2))) {
            return Optional.empty();
        }
        Field field = OF_CONTAINER.get(path.group(2));
        return container(step.target(), Integer.parseInt(path.group(1)))
                .map(name -> new Change(
                        step.target(),
                        field.what(),
                        field.words() + " of container " + name,
                        edit.from().orElse(NONE),
                        edit.to().orElse(NONE),
                        step.at()));
    }

    /** As they are now: a timeline tells places in a list, not names. */
    private Optional<String> container(ResourceRef workload, int place) {
        return world.find(workload)
                .map(Resource::facts)
                .filter(DeploymentFacts.class::isInstance)
                .map(facts -> ((DeploymentFacts) facts).template())
                .map(PodTemplate::containers)
                .filter(containers -> place < containers.size())
                .map(containers -> containers.get(place).name());
    }

    /** Keys that came or went; a value that changed under its key is no change of keys. */
    private Optional<Change> keys(Patched step) {
        if (world.find(step.target()).map(Resource::facts).orElse(null) instanceof ConfigFacts now) {
            Set<String> before = new TreeSet<>(now.keys());
            for (FieldEdit edit : step.edits()) {
                key(edit).ifPresent(key -> undo(before, key, edit));
            }
            if (!before.equals(now.keys())) {
                return Optional.of(new Change(
                        step.target(), What.KEYS, "keys", names(before), names(new TreeSet<>(now.keys())), step.at()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> key(FieldEdit edit) {
        Matcher path = KEY.matcher(edit.path());
        return path.matches() ? Optional.of(path.group(1).replace("~1", "/").replace("~0", "~")) : Optional.empty();
    }

    private static void undo(Set<String> keys, String key, FieldEdit edit) {
        if (edit.from().isEmpty()) {
            keys.remove(key);
        } else {
            keys.add(key);
        }
    }

    private static String names(Set<String> keys) {
        return keys.isEmpty() ? NONE : String.join(", ", keys);
    }
}
