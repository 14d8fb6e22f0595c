package io.kubilitics.graph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Resources that harm has reached, by number, in the order in which they were. */
final class Reached {

    private static final int PAGE = 10;

    private final @Nullable Ways[] @Nullable [] pages;
    private final List<Ways> all = new ArrayList<>();

    Reached(int bound) {
        pages = new Ways[(bound >>> PAGE) + 1][];
    }

    /** The ways in which harm reached one resource. */
    static final class Ways {

        final int number;
        private @Nullable Affected missing;
        private @Nullable Affected unwell;
        private @Nullable Affected degraded;
        private @Nullable Affected firstToCount;

        private Ways(int number) {
            this.number = number;
        }

        @Nullable
        Affected by(Harm harm) {
            return switch (harm) {
                case MISSING -> missing;
                case UNWELL -> unwell;
                case DEGRADED -> degraded;
            };
        }

        void add(Affected affected) {
            switch (affected.harm()) {
                case MISSING -> missing = affected;
                case UNWELL -> unwell = affected;
                case DEGRADED -> degraded = affected;
            }
            if (firstToCount == null && affected.harm() != Harm.DEGRADED) {
                firstToCount = affected;
            }
        }

        /** Whether it is counted by this way as harmed: whoever fails in two ways is still one. */
        boolean counts(Affected affected) {
            return affected.equals(firstToCount);
        }

        Affected worst() {
            Affected some = missing == null ? unwell : missing;
            return Objects.requireNonNull(some == null ? degraded : some);
        }
    }

    int size() {
        return all.size();
    }

    @Nullable
    Ways find(int number) {
        @Nullable Ways @Nullable [] page = pages[number >>> PAGE];
        return page == null ? null : page[number & (1 << PAGE) - 1];
    }

    Ways make(int number) {
        @Nullable Ways @Nullable [] page = pages[number >>> PAGE];
        if (page == null) {
            page = new Ways[1 << PAGE];
            pages[number >>> PAGE] = page;
        }
        Ways ways = new Ways(number);
        page[number & (1 << PAGE) - 1] = ways;
        all.add(ways);
        return ways;
    }

    /** Each but the first in its worst way, the nearest first. */
    List<Affected> worst() {
        List<List<Affected>> byHop = new ArrayList<>();
        for (Ways ways : all.subList(Math.min(1, all.size()), all.size())) {
            Affected worst = ways.worst();
            while (byHop.size() <= worst.hop()) {
                byHop.add(new ArrayList<>());
            }
            byHop.get(worst.hop()).add(worst);
        }
        return byHop.stream().flatMap(List::stream).toList();
    }
}
