package io.kubilitics.gateway.accuracy;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.offline.OfflineBrain;
import io.kubilitics.reasoning.cause.Catalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long thinking takes, reading apart, and whether memory stays flat. */
final class Speed {

    private static final int WARM_UP = 2;

    private Speed() {}

    static void measure(List<Path> paths, int times, PrintStream out) throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path path : paths) {
            bundles.add(Bench.read(path));
        }
        OfflineBrain brain = new OfflineBrain(Catalogue.full());
        double[] millis = new double[bundles.size()];
        for (int i = 0; i < WARM_UP + times; i++) {
            for (int j = 0; j < millis.length; j++) {
                long begin = spent();
                brain.diagnose(bundles.get(j));
                double took = (spent() - begin) / 1e6;
                millis[j] = i <= WARM_UP ? took : Math.min(millis[j], took);
            }
        }
        for (int j = 0; j < millis.length; j++) {
            if (millis[j] > 50) {
                out.printf("%s: %.0f ms%n", paths.get(j).getFileName(), millis[j]);
            }
        }
        Arrays.sort(millis);
        out.printf(
                "%d bundles, thinking alone, after warm-up: median %.1f ms, 95 of 100 below %.1f ms, at most %.1f ms%n",
                millis.length,
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.95)],
                millis[millis.length - 1]);
    }

    /** Of this thread alone: whoever else uses the machine at the time does not count. */
    private static long spent() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Reads and diagnoses many bundles one after the other, and tells what is still held after each hundred. */
    static void memory(List<Path> paths, int times, PrintStream out) throws IOException {
        OfflineBrain brain = new OfflineBrain(Catalogue.full());
        int done = 0;
        for (int i = 0; i < times; i++) {
            for (Path path : paths) {
                brain.diagnose(Bench.read(path));
                done++;
                if (done % 100 == 0) {
                    out.printf("%d bundles: %d MB held%n", done, held() >> 20);
                }
            }
        }
    }

    private static long held() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
