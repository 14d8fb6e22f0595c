package io.kubilitics.graph.change;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.What;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.KeyUse;
import io.kubilitics.graph.facts.PodTemplate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares two states of one resource, field by field. */
public final class Differences {

    private final ResourceRef ref;
    private final Instant at;
    private final List<Change> found = new ArrayList<>();

    private Differences(ResourceRef ref, Instant at) {
        this.ref = ref;
        this.at = at;
    }

    public static List<Change> between(ResourceRef ref, PodTemplate before, PodTemplate after, Instant at) {
        Differences differences = new Differences(ref, at);
        for (ContainerSpec now : after.containers()) {
            before.container(now.name()).ifPresent(then -> differences.compare(then, now));
        }
        return List.copyOf(differences.found);
    }

    public static List<Change> between(ResourceRef ref, ConfigFacts before, ConfigFacts after, Instant at) {
        Differences differences = new Differences(ref, at);
        differences.note(What.KEYS, "keys", sorted(before.keys()), sorted(after.keys()));
        for (String key : new TreeSet<>(before.prints().keySet())) {
            boolean another = after.prints().containsKey(key)
                    && !Objects.equals(before.prints().get(key), after.prints().get(key));
            differences.note(What.VALUE, "value of " + key, "one value", another ? "another" : "one value");
        }
        return List.copyOf(differences.found);
    }

    private void compare(ContainerSpec then, ContainerSpec now) {
        String of = " of container " + now.name();
        note(What.IMAGE, "image" + of, then.image(), now.image());
        note(What.COMMAND, "command" + of, String.join(" ", then.command()), String.join(" ", now.command()));
        note(What.MEMORY_LIMIT, "memory limit" + of, bytes(then.memoryLimit()), bytes(now.memoryLimit()));
        note(What.READ_KEYS, "configuration read by container " + now.name(), keys(then), keys(now));
    }

    private void note(What field, String what, String from, String to) {
        if (!from.equals(to)) {
            found.add(new Change(ref, field, what, from, to, at));
        }
    }

    private static String keys(ContainerSpec container) {
        return sorted(container.reads().stream()
                .map((KeyUse use) -> use.source().name() + "." + use.key())
                .collect(Collectors.toSet()));
    }

    private static String sorted(Set<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", new TreeSet<>(names));
    }

    private static String bytes(OptionalLong amount) {
        return amount.isEmpty() ? "none" : Bytes.text(amount.getAsLong());
    }
}
