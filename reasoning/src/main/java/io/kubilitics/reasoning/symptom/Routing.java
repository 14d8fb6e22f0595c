package io.kubilitics.reasoning.symptom;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.Way;
import io.kubilitics.graph.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the ways in a proxy's configuration with the Services there are. Most ways carry the name of the Service to which they
 * lead, in their path or in their own name; where nearly all do and one carries the name of another Service, which no way leads
 * to, that one leads astray.
 */
public final class Routing {

    /** Fewer ways show no custom. */
    private static final int CUSTOM = 3;

    private static final int SHORTEST_NAME = 3;
    private static final Set<String> SAYS_NOTHING =
            Set.of("api", "v1", "v2", "v3", "service", "services", "svc", "app", "server");

    private final List<Way> ways;
    private final Set<String> services;
    private final String prefix;

    private Routing(List<Way> ways, Set<String> services) {
        this.ways = ways;
        this.services = services;
        this.prefix = prefix(services);
    }

    /**
     * A way that leads past the Service that it was meant for.
     *
     * @param config the ConfigMap that has the way
     */
    public record Astray(Resource config, Way way, ResourceRef meant) {}

    public static List<Astray> of(World world, Resource config) {
        return of(
                world.all(Kind.SERVICE, config.ref().namespace())
                        .map(service -> service.ref().name())
                        .collect(Collectors.toSet()),
                config);
    }

    /** The same where only the names are at hand of all Services in its namespace. */
    public static List<Astray> of(Set<String> services, Resource config) {
        if (!(config.facts() instanceof ConfigFacts facts) || facts.ways().size() < CUSTOM) {
            return List.of();
        }
        String namespace = config.ref().namespace();
        Routing routing = new Routing(facts.ways(), services);
        return routing.customary()
                ? facts.ways().stream()
                        .flatMap(way -> routing.meant(way).stream()
                                .map(name -> new Astray(config, way, ResourceRef.of(Kind.SERVICE, namespace, name))))
                        .toList()
                : List.of();
    }

    private boolean customary() {
        long fitting = ways.stream().filter(this::fits).count();
        return fitting >= CUSTOM && fitting * 2 >= ways.size();
    }

    private static String host(Way way) {
        return way.to().host().split("\\.", 2)[0];
    }

    /** The one Service whose name it carries, if no way leads there and this one leads elsewhere. */
    private Optional<String> meant(Way way) {
        if (fits(way)) {
            return Optional.empty();
        }
        List<String> named = services.stream()
                .filter(service -> carries(way, service))
                .filter(service -> ways.stream().noneMatch(other -> host(other).equals(service)))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private boolean fits(Way way) {
        return services.contains(host(way)) && carries(way, host(way));
    }

    private boolean carries(Way way, String service) {
        String whole = core(service.startsWith(prefix) ? service.substring(prefix.length()) : service);
        return whole.length() >= SHORTEST_NAME && words(way).anyMatch(whole::equals);
    }

    /** What the names of most Services begin with. */
    private static String prefix(Set<String> services) {
        Map<String, Long> beginnings = services.stream()
                .filter(name -> name.indexOf('-') > 0)
                .collect(
                        Collectors.groupingBy(name -> name.substring(0, name.indexOf('-') + 1), Collectors.counting()));
        return beginnings.entrySet().stream()
                .filter(beginning -> beginning.getValue() * 2 > services.size() && beginning.getValue() >= CUSTOM)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Stream<String> words(Way way) {
        return Stream.concat(Arrays.stream(way.path().split("/", -1)), Stream.of(way.name()))
                .map(Routing::core)
                .filter(word -> !word.isEmpty());
    }

    /** Without what all of them have: {@code acme-orders-service} and {@code /api/v1/ordersservice} are about orders. */
    private static String core(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        StringBuilder core = new StringBuilder();
        for (String word : lower.split("-", -1)) {
            if (!SAYS_NOTHING.contains(word)) {
                core.append(word);
            }
        }
        String text = core.toString();
        for (String ending : List.of("service", "svc")) {
            if (text.endsWith(ending) && text.length() > ending.length()) {
                text = text.substring(0, text.length() - ending.length());
            }
        }
        return text;
    }
}
