package io.kubilitics.cli.world;

import io.kubilitics.cli.ExitCode;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code kubilitics world PATH symptoms} */
@Command(
        name = "symptoms",
        description = "What is visibly unwell; never why.",
        footer = {
            "",
            "Exit status 1 when something is, or when something unwell may be out of sight: then what is not seen is named."
        })
final class SymptomsCommand implements Callable<Integer> {

    @ParentCommand
    private WorldCommand world;

    @Override
    public Integer call() throws IOException {
        Sight sight = world.sight();
        List<Symptom> symptoms = Health.symptoms(sight.world(), sight.scope(), sight.now());
        Symptoms shown = new Symptoms(sight.world(), symptoms, sight.unseen());
        world.show(shown);
        return (shown.well() ? ExitCode.FINE : ExitCode.FAILED).status();
    }

    /**
     * What is unwell.
     *
     * @param unseen why there may be more
     */
    private record Symptoms(World world, List<Symptom> symptoms, List<String> unseen) implements View {

        private record Line(String symptom, String kind, String namespace, String name, String part, String since) {}

        private record Json(List<Line> symptoms, List<String> unseen) {}

        boolean well() {
            return symptoms.isEmpty() && unseen.isEmpty();
        }

        private List<Line> lines() {
            return symptoms.stream()
                    .map(it -> new Line(
                            it.ailment().id(),
                            it.subject().kind().name(),
                            it.subject().namespace(),
                            it.subject().name(),
                            it.part(),
                            it.since().toString()))
                    .toList();
        }

        @Override
        public String table() {
            Table table = new Table("SYMPTOM", "OF", "CONTAINER", "SINCE");
            symptoms.forEach(it -> table.row(it.ailment().id(), it.subject(), it.part(), it.since()));
            if (well()) {
                return "Nothing is unwell.%n".formatted();
            }
            String seen = table.isEmpty() ? "Nothing unwell can be seen.%n".formatted() : table.text();
            StringBuilder text = new StringBuilder(seen);
            if (!unseen.isEmpty()) {
                text.append("%nNot everything can be seen:%n".formatted());
                unseen.forEach(each -> text.append("  %s%n".formatted(each)));
            }
            return text.toString();
        }

        @Override
        public Object json() {
            return new Json(lines(), unseen);
        }

        /** With whatever stands above. */
        @Override
        public Picture picture() {
            Set<ResourceRef> refs = new LinkedHashSet<>();
            symptoms.forEach(symptom -> addWithOwners(symptom.subject(), refs));
            return Picture.of(world, refs, this::label);
        }

        private void addWithOwners(ResourceRef ref, Set<ResourceRef> refs) {
            if (refs.add(ref)) {
                world.from(ref, Relation.Type.OWNS).sorted().forEach(owner -> addWithOwners(owner, refs));
            }
        }

        private String label(ResourceRef ref) {
            String ailments = symptoms.stream()
                    .filter(symptom -> symptom.subject().equals(ref))
                    .map(symptom -> symptom.ailment().id())
                    .distinct()
                    .collect(Collectors.joining(", "));
            return ailments.isEmpty() ? ref.toString() : ref + ": " + ailments;
        }
    }
}
