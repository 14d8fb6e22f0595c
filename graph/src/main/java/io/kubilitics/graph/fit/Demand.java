package io.kubilitics.graph.fit;

import io.kubilitics.graph.facts.Amount;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.ContainerSpec.Role;
import io.kubilitics.graph.facts.PodTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much a pod is promised in all, by resource, as the scheduler and quotas count it. */
public final class Demand {

    private Demand() {}

    public static Map<String, Amount> requests(PodTemplate pod) {
        return of(pod, true);
    }

    public static Map<String, Amount> limits(PodTemplate pod) {
        return of(pod, false);
    }

    /** Init containers run one after the other before the others, beside the sidecars that started before them. */
    private static Map<String, Amount> of(PodTemplate pod, boolean requests) {
        Map<String, Amount> staying = new HashMap<>();
        Map<String, Amount> most = new HashMap<>();
        for (ContainerSpec container : inOrder(pod)) {
            Map<String, Amount> own = amounts(container, requests);
            if (container.role() == Role.INIT) {
                own.forEach(
                        (resource, amount) -> most.merge(resource, sum(staying.get(resource), amount), Demand::larger));
            } else {
                own.forEach((resource, amount) -> staying.merge(resource, amount, Demand::sum));
            }
        }
        staying.forEach((resource, amount) -> most.merge(resource, amount, Demand::larger));
        return Map.copyOf(most);
    }

    private static List<ContainerSpec> inOrder(PodTemplate pod) {
        return pod.containers().stream()
                .filter(container -> container.role() != Role.EPHEMERAL)
                .toList();
    }

    /** Where only a limit is set, as much is promised. */
    private static Map<String, Amount> amounts(ContainerSpec container, boolean requests) {
        Map<String, Amount> limits = container.resources().limits();
        if (!requests) {
            return limits;
        }
        Map<String, Amount> all = new HashMap<>(limits);
        all.putAll(container.resources().requests());
        return all;
    }

    static Amount sum(@org.jspecify.annotations.Nullable Amount one, Amount other) {
        return one == null ? other : new Amount(Math.addExact(one.thousandths(), other.thousandths()));
    }

    private static Amount larger(Amount one, Amount other) {
        return one.moreThan(other) ? one : other;
    }
}
