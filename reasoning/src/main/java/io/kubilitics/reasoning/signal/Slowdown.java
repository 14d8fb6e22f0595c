package io.kubilitics.reasoning.signal;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.signal.Shifts.App;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who became slow, and with whom it began. Who waits for a slow callee is slow because of it; so is who became slow only after
 * its caller did, for what comes late comes in bursts. Whoever is left is where the slowness comes from.
 *
 * @param origins the one that explains most first
 */
public record Slowdown(Shifts shifts, List<App> slow, List<Origin> origins) {

    /** An origin rises far above its past; its callers may rise less. */
    private static final double FAR = 3;
    /** Beside a great rise a small one is noise. */
    private static final double SHARE = 0.3;

    public Slowdown {
        slow = List.copyOf(slow);
        origins = List.copyOf(origins);
    }

    /**
     * Where slowness begins.
     *
     * @param weight of all that it explains, itself included
     */
    public record Origin(App app, double weight, Set<String> explains) {
        public Origin {
            explains = Set.copyOf(explains);
        }
    }

    public static Slowdown of(Shifts shifts) {
        List<App> slow = shifts.apps().stream()
                .filter(app -> !app.isNode())
                .filter(app -> app.jump(Aspect.LATENCY).isPresent())
                .filter(app -> !busier(app))
                .toList();
        double most = slow.stream().mapToDouble(Slowdown::rise).max().orElse(0);
        List<Origin> origins = slow.stream()
                .filter(app -> rise(app) >= Math.max(Math.log(FAR), SHARE * most))
                .filter(app -> slow.stream().noneMatch(other -> explains(shifts, other, app)))
                .map(app -> origin(shifts, slow, app))
                .sorted(Comparator.comparingDouble(Origin::weight).reversed())
                .toList();
        return origins.isEmpty() ? new Slowdown(shifts, List.of(), List.of()) : new Slowdown(shifts, slow, origins);
    }

    /** More to do explains more time, as long as the one goes with the other. */
    private static boolean busier(App app) {
        return app.jump(Aspect.LATENCY).orElseThrow().beyondRequests() < 1.5;
    }

    private static double rise(App app) {
        return app.jump(Aspect.LATENCY).map(Jump::weight).orElse(0.0);
    }

    private static Instant since(App app) {
        return app.jump(Aspect.LATENCY).map(Jump::since).orElse(Instant.EPOCH);
    }

    /** Whether one is slow because of the other: as its caller, or dragged along by its caller's bursts. */
    private static boolean explains(Shifts shifts, App cause, App effect) {
        CallGraph calls = shifts.calls();
        boolean waits = calls.leadsOneWay(effect.name(), cause.name())
                && !since(cause).isAfter(since(effect).plus(shifts.blur()));
        boolean dragged = calls.leadsOneWay(cause.name(), effect.name())
                && since(effect).isAfter(since(cause).plus(shifts.blur()));
        return waits || dragged;
    }

    private static Origin origin(Shifts shifts, List<App> slow, App app) {
        List<App> explained = new ArrayList<>(
                slow.stream().filter(other -> explains(shifts, app, other)).toList());
        explained.add(app);
        return new Origin(
                app,
                explained.stream().mapToDouble(Slowdown::rise).sum(),
                Set.copyOf(explained.stream().map(App::name).toList()));
    }

    /** The one that explains why something is slow, if it is slow at all. */
    public Optional<Origin> behind(ResourceRef ref) {
        return origins.stream()
                .filter(origin -> slow.stream()
                        .anyMatch(app ->
                                app.ref().equals(ref) && origin.explains().contains(app.name())))
                .findFirst();
    }

    /** Whether one origin explains clearly more than each other. */
    public boolean hasOneOrigin() {
        return origins.size() == 1
                || (origins.size() > 1
                        && origins.get(0).weight() > 2 * origins.get(1).weight());
    }

    /** The node that all origins share while others are elsewhere: what several slow ones have in common is where they run. */
    public Optional<ResourceRef> commonNode() {
        Set<ResourceRef> shared = new HashSet<>(shifts.nodes());
        origins.forEach(origin -> shared.retainAll(origin.app().nodes()));
        return origins.size() > 1 && shared.size() == 1 && shifts.nodes().size() > 1
                ? shared.stream().findFirst()
                : Optional.empty();
    }

    /** How likely as many would run on that node by chance. */
    public double chance(ResourceRef node) {
        List<App> placed = shifts.apps().stream()
                .filter(app -> !app.isNode() && !app.nodes().isEmpty())
                .toList();
        double there = placed.stream().filter(app -> app.nodes().contains(node)).count();
        return placed.isEmpty() ? 1 : Math.pow(there / placed.size(), origins.size() - 1);
    }

    /** A node that sends far more packets again than it did, and than the others do: they get lost on their way. */
    public static Optional<App> losing(Shifts shifts) {
        List<App> resending = shifts.apps().stream()
                .filter(App::isNode)
                .filter(app -> app.jump(Aspect.RETRANSMISSIONS)
                        .filter(jump -> jump.factor() >= 10)
                        .isPresent())
                .sorted(Comparator.comparingDouble(Slowdown::resent).reversed())
                .toList();
        return resending.stream()
                .findFirst()
                .filter(worst -> others(shifts, worst).allMatch(other -> resent(worst) >= 5 * resent(other)));
    }

    private static Stream<App> others(Shifts shifts, App worst) {
        return shifts.apps().stream().filter(App::isNode).filter(app -> !app.equals(worst));
    }

    private static double resent(App app) {
        return app.jump(Aspect.RETRANSMISSIONS).map(Jump::after).orElse(0.0);
    }
}
