package io.kubilitics.gateway.accuracy;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.Investigator;
import io.kubilitics.reasoning.Step;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.report.Report;
import io.kubilitics.reasoning.report.Reporter;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** How long thinking about a large cluster takes, of which a part is unwell. */
final class Crowds {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final int PODS = 20_000;
    private static final int UNWELL = 500;
    private static final int WARM_UP = 3;
    private static final int TIMES = 7;

    private Crowds() {}

    static void measure(PrintStream out) {
        for (Crowd.Trouble trouble : Crowd.Trouble.values()) {
            World world = Crowd.of(PODS, trouble, UNWELL);
            Report report = diagnose(world);
            double[] millis = new double[TIMES];
            for (int i = -WARM_UP; i < TIMES; i++) {
                long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                diagnose(world);
                if (i >= 0) {
                    millis[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e6;
                }
            }
            Arrays.sort(millis);
            out.printf(
                    "%d objects, %d pods unwell (%s): %s, %d causes; CPU of one thread: median %.0f ms, at most %.0f ms%n",
                    world.all().count(),
                    UNWELL,
                    trouble,
                    report.status(),
                    report.causes().size(),
                    millis[TIMES / 2],
                    millis[TIMES - 1]);
        }
    }

    static Report diagnose(World world) {
        Catalogue catalogue = Catalogue.full();
        List<Step> steps = Investigator.investigate(catalogue, Scene.live(world, LOGS, NOW), new Scope.Everything());
        return new Reporter(catalogue).report("crowd", steps);
    }

    /** Those of a workload that crashes say the same. */
    private static final LogSource LOGS = probe -> new Evidence.Lines(lines(probe.pod()));

    private static List<String> lines(ResourceRef pod) {
        return List.of(
                "2026-11-21T11:57:00Z INFO starting " + pod.name(),
                "2026-11-21T11:57:01Z ERROR cannot parse the price list",
                "2026-11-21T11:57:01Z FATAL giving up");
    }
}
