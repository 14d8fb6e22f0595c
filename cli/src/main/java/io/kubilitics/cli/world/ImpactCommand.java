package io.kubilitics.cli.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.impact.Dependents;
import io.kubilitics.graph.impact.Effect;
import io.kubilitics.graph.impact.Impact;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code kubilitics world PATH impact KIND/NS/NAME} */
@Command(name = "impact", description = "What a change of an object would touch: what it owns, and what reads it.")
final class ImpactCommand implements Callable<Integer> {

    @ParentCommand
    private WorldCommand world;

    @Parameters(paramLabel = Names.FORM, description = "The object; it need not exist, if something refers to it.")
    private String object;

    @Override
    public Integer call() throws IOException {
        Sight sight = world.sight();
        ResourceRef ref = new Names(sight.world()).find(object);
        return world.show(new Touched(sight.world(), Dependents.of(sight.world(), ref, List.of())));
    }

    private record Touched(World world, Impact impact) implements View {

        private record Line(String kind, String namespace, String name, String effect) {}

        @Override
        public String table() {
            Table table = new Table("OBJECT", "EFFECT");
            impact.effects().forEach(effect -> table.row(effect.ref(), effect.what()));
            return table.text();
        }

        @Override
        public Object json() {
            return impact.effects().stream()
                    .map(effect -> new Line(
                            effect.ref().kind().name(),
                            effect.ref().namespace(),
                            effect.ref().name(),
                            effect.what()))
                    .toList();
        }

        @Override
        public Picture picture() {
            return Picture.of(world, impact.effects().stream().map(Effect::ref).toList(), ResourceRef::toString);
        }
    }
}
