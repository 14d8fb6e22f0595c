package io.kubilitics.gateway.accuracy;

import io.kubilitics.gateway.accuracy.Answer.Likeness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often answers stay the same when bundles are changed in ways that must not matter. */
final class Metamorphic {

    private final Bench bench;
    private final List<Disguise> disguises;
    private final Map<String, Map<Likeness, Integer>> counts = new LinkedHashMap<>();
    private final List<String> strange = new ArrayList<>();

    Metamorphic(Bench bench, List<Disguise> disguises) {
        this.bench = bench;
        this.disguises = disguises;
    }

    void take(Path path) throws IOException {
        Dossier dossier = Dossier.read(path);
        Answer right = bench.answer(dossier);
        for (Disguise disguise : disguises) {
            Dossier changed = disguise.change().apply(dossier);
            if (!changed.equals(dossier)) {
                Answer expected =
                        disguise.name().equals("all renamed") ? right.renamed(Renaming.of(dossier)::text) : right;
                take(path.getFileName() + ", " + disguise.name(), disguise, bench.answer(changed), expected);
            }
        }
    }

    private void take(String what, Disguise disguise, Answer answer, Answer expected) {
        Likeness likeness = answer.likeness(expected);
        counts.computeIfAbsent(disguise.name(), _ -> new EnumMap<>(Likeness.class))
                .merge(likeness, 1, Integer::sum);
        boolean asItShould = likeness == Likeness.SAME
                || (disguise.takes() && (likeness == Likeness.INCONCLUSIVE || likeness == Likeness.FEWER));
        if (!asItShould) {
            strange.add("%s: %s: %s, was %s"
                    .formatted(
                            what,
                            likeness,
                            answer.causes().isEmpty() ? answer.status() : answer.causes(),
                            expected.causes().isEmpty() ? expected.status() : expected.causes()));
        }
    }

    List<String> strange() {
        return List.copyOf(strange);
    }

    String table() {
        StringBuilder table = new StringBuilder("| change | bundles | same | fewer | inconclusive | healthy | other |"
                + " other, as surely |\n|---|---|---|---|---|---|---|---|\n");
        counts.forEach((name, count) -> {
            table.append("| ").append(name).append(" | ");
            table.append(count.values().stream().mapToInt(Integer::intValue).sum());
            for (Likeness likeness : Likeness.values()) {
                table.append(" | ").append(count.getOrDefault(likeness, 0));
            }
            table.append(" |\n");
        });
        return table.toString();
    }
}
