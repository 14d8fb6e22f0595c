package io.kubilitics.reasoning.signal;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.reasoning.signal.Shifts.App;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
    /** So many times the next one is clearly more. */
    private static final double CLEARLY = 2;

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

    /** Whether the calls tell who depends on whom, or only one is slow anyway. */
    public boolean isTold() {
        return slow.size() == 1 || shifts.calls().isKnown();
    }

    /** The one that it comes from: the only one, or one that explains clearly more, or the only one whose packets are sent again. */
    public Optional<Origin> culprit() {
        if (origins.size() > 1
                && origins.get(0).weight() <= CLEARLY * origins.get(1).weight()) {
            List<Origin> repeating = origins.stream()
                    .filter(origin -> Repeats.beside(origin.app()))
                    .toList();
            return repeating.size() == 1 ? repeating.stream().findFirst() : Optional.empty();
        }
        return origins.stream().findFirst();
    }

    /** The one that explains why something is slow, if it is slow at all. */
    public Optional<Origin> behind(ResourceRef ref) {
        return culprit()
                .filter(origin -> slow.stream()
                        .anyMatch(app ->
                                app.ref().equals(ref) && origin.explains().contains(app.name())));
    }

    /** The one node that slowness comes from: several origins run there, and all others are asked from there. */
    public Optional<ResourceRef> commonNode() {
        List<ResourceRef> common = shifts.nodes().stream()
                .filter(node -> on(node) > 1)
                .filter(node -> origins.stream().allMatch(origin -> touches(origin.app(), node)))
                .toList();
        return common.size() == 1 && shifts.nodes().size() > 1 ? common.stream().findFirst() : Optional.empty();
    }

    private long on(ResourceRef node) {
        return origins.stream().filter(origin -> runsOn(origin.app(), node)).count();
    }

    private boolean touches(App origin, ResourceRef node) {
        return runsOn(origin, node)
                || slow.stream()
                        .anyMatch(
                                caller -> runsOn(caller, node) && shifts.calls().asks(caller.name(), origin.name()));
    }

    private static boolean runsOn(App app, ResourceRef node) {
        return app.nodes().equals(Set.of(node));
    }

    /** How likely so many would run on that node by chance. */
    public double chance(ResourceRef node) {
        List<App> placed = shifts.apps().stream()
                .filter(app -> !app.isNode() && !app.nodes().isEmpty())
                .toList();
        double there = placed.stream().filter(app -> runsOn(app, node)).count();
        return placed.isEmpty() ? 1 : Math.pow(there / placed.size(), on(node) - 1.0);
    }

    /** A node that sends far more packets again than it did, and than the others do: they get lost on their way. */
    public static Optional<App> losing(Shifts shifts) {
        Set<ResourceRef> busy = shifts.nodes();
        List<App> resending = shifts.apps().stream()
                .filter(app -> app.isNode() && busy.contains(app.ref()))
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
