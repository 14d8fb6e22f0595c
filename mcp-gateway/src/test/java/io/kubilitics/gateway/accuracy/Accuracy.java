package io.kubilitics.gateway.accuracy;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.reasoning.cause.Catalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code ./mvnw -Paccuracy -DskipTests test -pl mcp-gateway -am -Dmeasure=metamorphic -Dbundles=FOLDER}; docs/accuracy.md says what it prints. */
public final class Accuracy {

    private Accuracy() {}

    public static void main(String[] arguments) throws IOException {
        String measure = arguments[0];
        List<Path> bundles = new ArrayList<>();
        for (String folder : List.of(arguments).subList(1, arguments.length)) {
            bundles.addAll(bundles(Path.of(folder)));
        }
        PrintStream out = System.out;
        switch (measure) {
            case "metamorphic" -> metamorphic(bundles, out);
            case "families" -> families(bundles, out);
            case "controls" -> controls(bundles, out);
            case "confidence" -> confidence(bundles, out);
            case "speed" -> Speed.measure(bundles, 3, out);
            case "crowd" -> Crowds.measure(out);
            case "memory" -> Speed.memory(bundles, Math.ceilDiv(1000, bundles.size()), out);
            default -> throw new IllegalArgumentException("no measure is called " + measure);
        }
    }

    private static List<Path> bundles(Path folder) throws IOException {
        if (Files.exists(folder.resolve("objects.yaml"))) {
            return List.of(folder.toRealPath());
        }
        try (var inside = Files.list(folder)) {
            List<Path> bundles = new ArrayList<>();
            for (Path child : inside.sorted().toList()) {
                if (Files.exists(child.resolve("objects.yaml"))) {
                    bundles.add(child.toRealPath());
                }
            }
            return bundles;
        }
    }

    private static void metamorphic(List<Path> bundles, PrintStream out) throws IOException {
        Path folder = Files.createTempDirectory("accuracy");
        Bench bench = new Bench(folder);
        Metamorphic metamorphic = new Metamorphic(bench, Disguise.all());
        for (Path bundle : bundles) {
            metamorphic.take(bundle);
        }
        bench.clear();
        metamorphic.strange().forEach(out::println);
        out.println(metamorphic.table());
    }

    private static void families(List<Path> bundles, PrintStream out) throws IOException {
        Families families = new Families();
        for (Path bundle : bundles) {
            families.take(bundle.getFileName().toString(), Bench.read(bundle));
        }
        out.println(families.others());
        out.println(families.table());
    }

    /** Needs the keys, in a folder {@code …-expected} beside that of the bundles. */
    private static void confidence(List<Path> bundles, PrintStream out) throws IOException {
        Confidences confidences = new Confidences();
        for (Path bundle : bundles) {
            confidences.take(Key.of(bundle), Bench.answer(Bench.read(bundle), Catalogue.full()));
        }
        out.print(confidences.table());
    }

    /** Also writes the answers, a folder for each control, for whoever has the keys. */
    private static void controls(List<Path> bundles, PrintStream out) throws IOException {
        Path folder = Files.createTempDirectory("controls");
        for (Path path : bundles) {
            Bundle bundle = Bench.read(path);
            for (Control control : Control.values()) {
                Path answers =
                        Files.createDirectories(folder.resolve(control.name().toLowerCase(Locale.ROOT)));
                Files.writeString(
                        answers.resolve(path.getFileName() + ".json"),
                        control.answer(bundle).json());
            }
        }
        out.println(folder);
    }
}
