package io.kubilitics.cli.world;

import io.kubilitics.cli.ExitCode;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Scope;
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
        footer = {"", "Exit status 1 when something is."})
final class SymptomsCommand implements Callable<Integer> {

    @ParentCommand
    private WorldCommand world;

    @Override
    public Integer call() throws IOException {
        Sight sight = world.sight();
        List<Symptom> symptoms = Health.symptoms(sight.world(), new Scope.Everything(), sight.now());
        world.show(new Symptoms(sight.world(), symptoms));
        return (symptoms.isEmpty() ? ExitCode.FINE : ExitCode.FAILED).status();
    }

    private record Symptoms(World world, List<Symptom> symptoms) implements View {

        private record Line(String symptom, String kind, String namespace, String name, String part, String since) {}

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
            return table.isEmpty() ? "Nothing is unwell that could be seen.%n".formatted() : table.text();
        }

        @Override
        public Object json() {
            return lines();
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
