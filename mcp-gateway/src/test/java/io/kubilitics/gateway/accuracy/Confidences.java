package io.kubilitics.gateway.accuracy;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How often the first cause of an answer is right, by how sure it was said to be: what a class of confidence is worth. */
final class Confidences {

    /** Of 95 in 100. */
    private static final double WIDTH = 1.96;

    private final List<Said> all = new ArrayList<>();

    private record Said(int surest, String family, boolean right) {}

    /** How many were said, and how many of them were right. */
    record Share(int said, int right) {

        private static Share of(List<Said> some) {
            return new Share(
                    some.size(), (int) some.stream().filter(Said::right).count());
        }

        double rate() {
            return said == 0 ? 0 : (double) right / said;
        }

        /** By Wilson; {@code side} is -1 for the lower end and 1 for the upper. */
        double end(int side) {
            double square = WIDTH * WIDTH;
            double middle = rate() + (square / (2 * said));
            double half = WIDTH * Math.sqrt((rate() * (1 - rate()) / said) + (square / (4.0 * said * said)));
            return (middle + (side * half)) / (1 + (square / said));
        }
    }

    void take(Key key, Answer answer) {
        answer.causes().stream()
                .findFirst()
                .ifPresent(first -> all.add(new Said(first.surest(), key.family(), key.holds(first))));
    }

    String table() {
        StringBuilder table = new StringBuilder("""
                | class | said | right | rate | of 95 in 100 | without any one family |
                |---|---|---|---|---|---|
                """);
        for (int surest = 0; surest < Answer.CLASSES.size(); surest++) {
            int wanted = surest;
            table.append(row(Answer.CLASSES.get(surest), said -> said.surest() == wanted));
        }
        return table.append(row("all", _ -> true)).toString();
    }

    private String row(String name, Predicate<Said> wanted) {
        List<Said> some = all.stream().filter(wanted).toList();
        if (some.isEmpty()) {
            return "| %s | 0 | | | | |%n".formatted(name);
        }
        Share share = Share.of(some);
        DoubleSummaryStatistics without = some.stream().map(Said::family).distinct().toList().stream()
                .map(family -> some.stream()
                        .filter(said -> !said.family().equals(family))
                        .collect(Collectors.toList()))
                .filter(others -> !others.isEmpty())
                .mapToDouble(others -> Share.of(others).rate())
                .summaryStatistics();
        return "| %s | %d | %d | %.2f | %.2f–%.2f | %s |%n"
                .formatted(
                        name,
                        share.said(),
                        share.right(),
                        share.rate(),
                        share.end(-1),
                        share.end(1),
                        without.getCount() == 0
                                ? "one family only"
                                : "%.2f–%.2f".formatted(without.getMin(), without.getMax()));
    }
}
