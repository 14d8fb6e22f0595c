package io.kubilitics.graph.reach;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pods of one world by namespace and labels. Looks through all pods once, and only when the first question comes. */
public final class Selected {

    private final World world;
    private final Map<String, Map<Map<String, String>, List<Resource>>> byNamespace = new HashMap<>();
    private boolean read;

    public Selected(World world) {
        this.world = world;
    }

    /** Those of a namespace that match. Pods of one workload have the same labels, which are asked once. */
    public List<Resource> pods(String namespace, Selector selector) {
        if (!read) {
            world.all(Kind.POD)
                    .forEach(pod -> byNamespace
                            .computeIfAbsent(pod.ref().namespace(), _ -> new HashMap<>())
                            .computeIfAbsent(pod.meta().labels(), _ -> new ArrayList<>())
                            .add(pod));
            read = true;
        }
        List<Resource> found = new ArrayList<>();
        byNamespace.getOrDefault(namespace, Map.of()).forEach((labels, pods) -> {
            if (selector.matches(labels)) {
                found.addAll(pods);
            }
        });
        return found;
    }
}
