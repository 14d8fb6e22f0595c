package io.kubilitics.operator.feed;

import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kubilitics.graph.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the kinds of Kubernetes itself are asked for, in which version of their API. */
final class Sources {

    /** Every Kubernetes that is supported serves these; what is not named here has the version v1. */
    private static final Map<Kind, String> OTHER_VERSIONS = Map.of(Kind.AUTOSCALER, "v2");

    /** Came late, and not into every cluster: the newest version that is there. */
    static final Set<Kind> YOUNG = Set.of(Kind.MUTATING_POLICY, Kind.MUTATING_POLICY_BINDING);

    private static final List<String> VERSIONS_OF_YOUNG = List.of("v1", "v1beta1", "v1alpha1");

    /** Of all leases only those of nodes tell something; controllers renew theirs every two seconds. */
    private static final String NODE_LEASES = "kube-node-lease";

    static final List<Source> BUILT_IN =
            Kind.WATCHED.stream().map(Sources::source).toList();

    private Sources() {}

    private static Source source(Kind kind) {
        Source source = Source.of(kind, OTHER_VERSIONS.getOrDefault(kind, "v1"), plural(kind.name()));
        return kind.equals(Kind.LEASE)
                ? new Source(kind, source.version(), source.plural(), true, Optional.of(NODE_LEASES))
                : source;
    }

    /** Kubernetes itself forms its plurals in the same way. */
    static String plural(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("y") && !lower.endsWith("ay")) {
            return lower.substring(0, lower.length() - 1) + "ies";
        }
        return lower + (lower.endsWith("s") ? "es" : "s");
    }

    /** The same source in the version that this cluster has; unchanged when it cannot be found out. */
    static Source resolved(Source source, KubernetesClient client) {
        return YOUNG.contains(source.kind())
                ? VERSIONS_OF_YOUNG.stream()
                        .map(source::in)
                        .filter(candidate -> serves(client, candidate))
                        .findFirst()
                        .orElse(source)
                : source;
    }

    private static boolean serves(KubernetesClient client, Source source) {
        try {
            APIResourceList resources = client.getApiResources(source.apiVersion());
            return resources != null
                    && resources.getResources().stream()
                            .filter(each -> each.getName().equals(source.plural()))
                            .map(APIResource::getVerbs)
                            .anyMatch(verbs -> verbs.containsAll(List.of("list", "watch")));
        } catch (KubernetesClientException unanswered) {
            return false;
        }
    }

    /** The order in which an API server prefers versions: finished before beta before alpha, then the higher number. */
    static Optional<String> preferred(Stream<String> versions) {
        return versions.max(Comparator.comparingInt(Sources::maturity).thenComparingLong(Sources::number));
    }

    private static int maturity(String version) {
        return version.contains("alpha") ? 0 : version.contains("beta") ? 1 : 2;
    }

    private static long number(String version) {
        String digits = version.replaceAll("\\D+", " ").strip().replace(' ', '.');
        String[] parts = digits.split("\\.", -1);
        long major = parts[0].isEmpty() || parts[0].length() > 6 ? 0 : Long.parseLong(parts[0]);
        long minor = parts.length < 2 || parts[1].length() > 6 ? 0 : Long.parseLong(parts[1]);
        return major * 1_000_000 + minor;
    }
}
