package io.kubilitics.cli.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.query.CommonCause;
import io.kubilitics.graph.query.Harm;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.World;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code kubilitics world PATH common [KIND/NS/NAME…]} */
@Command(
        name = "common",
        description = "The fewest objects whose failing would explain all that is unwell: where to look first.",
        footer = {
            "",
            "It goes by relations alone. That one of them does fail is for 'diagnose' to show; one that is absent, or unwell itself,",
            "is known to fail, and stands first."
        })
final class CommonCommand implements Callable<Integer> {

    @ParentCommand
    private WorldCommand world;

    @Parameters(
            paramLabel = Names.FORM,
            arity = "0..*",
            description = "What fails; left out: all that is visibly unwell.")
    private List<String> objects = List.of();

    @Override
    public Integer call() throws IOException {
        Sight sight = world.sight();
        Map<ResourceRef, Harm> failing = new TreeMap<>();
        if (objects.isEmpty()) {
            Health.symptoms(sight.world(), sight.scope(), sight.now()).stream()
                    .map(Symptom::subject)
                    .forEach(ref -> failing.put(ref, harm(sight.world(), ref)));
        } else {
            Names names = new Names(sight.world());
            objects.stream().map(names::find).forEach(ref -> failing.put(ref, harm(sight.world(), ref)));
        }
        return world.show(Shared.of(sight.world(), failing));
    }

    /** Of what is there it is known that it fails, not how much. */
    private static Harm harm(World world, ResourceRef ref) {
        return world.presence(ref) == Presence.ABSENT ? Harm.MISSING : Harm.DEGRADED;
    }

    /**
     * What they have in common.
     *
     * @param unrelated of which no relation is known
     */
    private record Shared(CommonCause found, List<ResourceRef> unrelated) implements View {

        private static final int SHOWN = 10;

        static Shared of(World world, Map<ResourceRef, Harm> failing) {
            return new Shared(
                    CommonCause.of(world, failing),
                    failing.keySet().stream()
                            .filter(ref -> world.wiring().number(ref).isEmpty())
                            .toList());
        }

        private record Line(List<String> objects, String harm, boolean known) {}

        private record Json(List<Cause> causes, List<String> unrelated) {}

        private record Cause(List<String> explains, List<Line> suspects) {}

        @Override
        public String table() {
            if (found.causes().isEmpty() && unrelated.isEmpty()) {
                return "Nothing is unwell.%n".formatted();
            }
            StringBuilder text = new StringBuilder();
            found.causes().forEach(cause -> text.append(table(cause)).append(System.lineSeparator()));
            unrelated.forEach(ref -> text.append("Nothing is known of %s.%n".formatted(ref)));
            return text.toString();
        }

        private static String table(CommonCause.Cause cause) {
            Table table =
                    new Table("COULD EXPLAIN %d".formatted(cause.explains().size()), "IF", "KNOWN TO FAIL");
            cause.suspects().stream()
                    .limit(SHOWN)
                    .forEach(
                            each -> table.row(objects(each), Suffering.harm(each.harm()), each.known() ? "yes" : "no"));
            String rest = cause.suspects().size() > SHOWN
                    ? "  … and %d more (-o json shows all)%n"
                            .formatted(cause.suspects().size() - SHOWN)
                    : "";
            return "%s%s  of: %s%n".formatted(table.text(), rest, explained(cause));
        }

        private static String explained(CommonCause.Cause cause) {
            String shown = cause.explains().stream()
                    .limit(SHOWN)
                    .map(ResourceRef::toString)
                    .collect(Collectors.joining(", "));
            return cause.explains().size() > SHOWN
                    ? "%s and %d more".formatted(shown, cause.explains().size() - SHOWN)
                    : shown;
        }

        /** Several when they harm each other in a circle. */
        private static String objects(CommonCause.Suspect suspect) {
            return suspect.members().stream().map(ResourceRef::toString).collect(Collectors.joining(" and "));
        }

        @Override
        public Object json() {
            return new Json(
                    found.causes().stream()
                            .map(cause -> new Cause(
                                    names(cause.explains()),
                                    cause.suspects().stream()
                                            .map(each -> new Line(
                                                    names(each.members()), Suffering.harm(each.harm()), each.known()))
                                            .toList()))
                            .toList(),
                    names(unrelated));
        }

        private static List<String> names(Collection<ResourceRef> refs) {
            return refs.stream().map(ResourceRef::toString).toList();
        }

        /** Of the suspects of each the first. */
        @Override
        public Picture picture() {
            Picture picture = new Picture();
            for (CommonCause.Cause cause : found.causes()) {
                CommonCause.Suspect first = cause.suspects().getFirst();
                picture.box(first.members().first(), objects(first) + ": " + Suffering.harm(first.harm()));
                cause.explains().stream()
                        .filter(ref -> !first.members().contains(ref))
                        .forEach(ref -> {
                            picture.box(ref, ref.toString());
                            picture.arrow(first.members().first(), ref, "could explain");
                        });
            }
            return picture;
        }
    }
}
