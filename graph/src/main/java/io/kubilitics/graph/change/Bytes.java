package io.kubilitics.graph.change;

import java.util.List;

/** Amounts of memory as Kubernetes writes them. */
public final class Bytes {

    private static final List<String> UNITS = List.of("", "Ki", "Mi", "Gi", "Ti");

    private Bytes() {}

    /** In the largest unit that needs no fraction. */
    public static String text(long bytes) {
        long amount = bytes;
        int unit = 0;
        while (amount != 0 && amount % 1024 == 0 && unit < UNITS.size() - 1) {
            amount /= 1024;
            unit++;
        }
        return amount + UNITS.get(unit);
    }
}
