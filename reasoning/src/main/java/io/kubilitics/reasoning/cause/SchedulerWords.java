package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.fit.Obstacle;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the scheduler says of a pod that it cannot place: how many nodes fail for which reason. Of each node it tells the first reason only. */
final class SchedulerWords {

    /** A verdict and how many nodes it is about; what follows "preemption:" repeats it in other words. */
    private static final Pattern REASON = Pattern.compile("(?:^|[:,]\\s)(\\d{1,6}) ([^,]{1,300})");

    private static final Map<Pattern, Obstacle> SIGNS = Map.ofEntries(
            sign("were unschedulable", Obstacle.CORDONED),
            sign("taint", Obstacle.TAINTED),
            sign("node affinity|node selector", Obstacle.NODE_SELECTOR),
            sign("volume node affinity|no available volume zone", Obstacle.VOLUME_ELSEWHERE),
            sign("^Insufficient cpu", Obstacle.CPU),
            sign("^Insufficient memory", Obstacle.MEMORY),
            sign(
                    "^Insufficient (?!cpu|memory)|^Too many pods|max volume count|enough free storage",
                    Obstacle.OTHER_RESOURCE),
            sign("free ports", Obstacle.HOST_PORT),
            sign("anti-affinity", Obstacle.ANTI_AFFINITY),
            sign("pod affinity rules", Obstacle.POD_AFFINITY),
            sign("topology spread", Obstacle.SPREAD));

    private static final Pattern UNWELL =
            Pattern.compile("taint[^{]*\\{node\\.(?:kubernetes|cloudprovider\\.kubernetes)\\.io/");

    private SchedulerWords() {}

    private static Map.Entry<Pattern, Obstacle> sign(String words, Obstacle obstacle) {
        return Map.entry(Pattern.compile(words, Pattern.CASE_INSENSITIVE), obstacle);
    }

    /** Selector and affinity share their words: both are told as the selector. */
    static Map<Obstacle, Integer> reasons(String message) {
        Map<Obstacle, Integer> found = new EnumMap<>(Obstacle.class);
        int end = message.indexOf("preemption:");
        Matcher reason = REASON.matcher(end < 0 ? message : message.substring(0, end));
        while (reason.find()) {
            int nodes = Integer.parseInt(reason.group(1));
            obstacle(reason.group(2)).ifPresent(obstacle -> found.merge(obstacle, nodes, Integer::sum));
        }
        return found;
    }

    private static Optional<Obstacle> obstacle(String words) {
        if (UNWELL.matcher(words).find()) {
            return Optional.of(words.contains("io/unschedulable") ? Obstacle.CORDONED : Obstacle.NODE_UNWELL);
        }
        return Map.copyOf(SIGNS).entrySet().stream()
                .filter(sign -> sign.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .min(SchedulerWords::narrower);
    }

    /** "volume node affinity" also reads as node affinity, "anti-affinity" as affinity. */
    private static int narrower(Obstacle one, Obstacle other) {
        boolean first = one == Obstacle.VOLUME_ELSEWHERE || one == Obstacle.ANTI_AFFINITY;
        boolean second = other == Obstacle.VOLUME_ELSEWHERE || other == Obstacle.ANTI_AFFINITY;
        return first == second ? one.compareTo(other) : first ? -1 : 1;
    }
}
