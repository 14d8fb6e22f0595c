package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Amount;
import io.kubilitics.graph.facts.ClaimFacts;
import io.kubilitics.graph.facts.ClaimWish;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.fit.Demand;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How much of what quotas count an object would take. */
final class QuotaDemand {

    private static final Amount ONE = new Amount(1000);

    private QuotaDemand() {}

    static Map<String, Amount> of(PodTemplate pod) {
        Map<String, Amount> asked = new HashMap<>(Map.of("pods", ONE, "count/pods", ONE));
        Demand.requests(pod).forEach((resource, amount) -> {
            asked.put("requests." + resource, amount);
            asked.put(resource, amount);
        });
        Demand.limits(pod).forEach((resource, amount) -> asked.put("limits." + resource, amount));
        return asked;
    }

    static Map<String, Amount> of(ClaimWish wish) {
        Map<String, Amount> asked = new HashMap<>(Map.of(
                "persistentvolumeclaims", ONE, "count/persistentvolumeclaims", ONE, "requests.storage", wish.size()));
        wish.storageClass().filter(name -> !name.isEmpty()).ifPresent(name -> {
            asked.put(name + ".storageclass.storage.k8s.io/requests.storage", wish.size());
            asked.put(name + ".storageclass.storage.k8s.io/persistentvolumeclaims", ONE);
        });
        return asked;
    }

    /** Of something that is not there: as it was meant, or at least one of its kind. */
    static Map<String, Amount> of(ResourceRef missing, Optional<Resource> meant) {
        if (meant.isPresent() && meant.get().facts() instanceof ClaimFacts claim) {
            return of(claim.wish());
        }
        if (missing.kind().equals(Kind.CLAIM)) {
            return Map.of("persistentvolumeclaims", ONE, "count/persistentvolumeclaims", ONE, "requests.storage", ONE);
        }
        Map<String, Amount> asked = new HashMap<>();
        String plural = missing.kind().name().toLowerCase(java.util.Locale.ROOT) + "s";
        asked.put(plural, ONE);
        asked.put(
                "count/" + plural
                        + (missing.kind().group().isEmpty()
                                ? ""
                                : "." + missing.kind().group()),
                ONE);
        if (meant.isPresent() && meant.get().facts() instanceof ServiceFacts service) {
            asked.putAll(ports(service));
        }
        return asked;
    }

    private static Map<String, Amount> ports(ServiceFacts service) {
        Amount ports = new Amount(1000L * service.ports().size());
        return switch (service.type()) {
            case "NodePort" -> Map.of("services.nodeports", ports);
            case "LoadBalancer" -> Map.of("services.loadbalancers", ONE, "services.nodeports", ports);
            default -> Map.of();
        };
    }
}
