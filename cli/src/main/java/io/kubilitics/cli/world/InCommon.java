package io.kubilitics.cli.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Affected;
import io.kubilitics.graph.query.BlastRadius;
import io.kubilitics.graph.query.CommonCause;
import io.kubilitics.graph.query.Harm;
import io.kubilitics.graph.world.World;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What some failing objects have in common.
 *
 * @param unrelated of which no relation is known
 */
record InCommon(List<Cause> causes, List<ResourceRef> unrelated) implements View {

    private static final int SHOWN = 10;

    /** One of the fewest; its suspects are in the order in which they are worth a look. */
    record Cause(Collection<ResourceRef> explains, List<Suspect> suspects) {}

    /**
     * What could explain it.
     *
     * @param objects several when they harm each other in a circle
     * @param others how many more it would harm, of which it is not said that they fail
     */
    record Suspect(Collection<ResourceRef> objects, Harm harm, boolean known, long others) {

        String name() {
            return objects.stream().map(ResourceRef::toString).collect(Collectors.joining(" and "));
        }
    }

    private record SuspectLine(List<String> objects, String harm, boolean known, long others) {}

    private record CauseLine(List<String> explains, List<SuspectLine> suspects) {}

    private record Json(List<CauseLine> causes, List<String> unrelated) {}

    static InCommon of(World world, Map<ResourceRef, Harm> failing) {
        List<Cause> causes = CommonCause.of(world, failing).causes().stream()
                .map(cause -> new Cause(
                        cause.explains(),
                        cause.suspects().stream()
                                .map(suspect -> suspect(world, failing, suspect))
                                .sorted(Comparator.comparing((Suspect suspect) -> !suspect.known())
                                        .thenComparingLong(Suspect::others))
                                .toList()))
                .toList();
        return new InCommon(
                causes,
                failing.keySet().stream()
                        .filter(ref -> world.wiring().number(ref).isEmpty())
                        .toList());
    }

    private static Suspect suspect(World world, Map<ResourceRef, Harm> failing, CommonCause.Suspect suspect) {
        long others = suspect.members().stream()
                .flatMap(member -> BlastRadius.of(world, member, suspect.harm()).affected().stream())
                .map(Affected::ref)
                .filter(ref -> !failing.containsKey(ref))
                .distinct()
                .count();
        return new Suspect(suspect.members(), suspect.harm(), suspect.known(), others);
    }

    @Override
    public String table() {
        if (causes.isEmpty() && unrelated.isEmpty()) {
            return "Nothing unwell can be seen.%n".formatted();
        }
        StringBuilder text = new StringBuilder();
        causes.forEach(cause -> text.append(table(cause)).append(System.lineSeparator()));
        unrelated.forEach(ref -> text.append("Nothing is known of %s.%n".formatted(ref)));
        return text.toString();
    }

    private static String table(Cause cause) {
        Table table = new Table(
                "COULD EXPLAIN %d".formatted(cause.explains().size()), "IF", "KNOWN TO FAIL", "WOULD HARM OTHERS");
        cause.suspects().stream()
                .limit(SHOWN)
                .forEach(each -> table.row(
                        each.name(), Suffering.harm(each.harm()), each.known() ? "yes" : "no", each.others()));
        String rest = cause.suspects().size() > SHOWN
                ? "  … and %d more (-o json shows all)%n"
                        .formatted(cause.suspects().size() - SHOWN)
                : "";
        return "%s%s  of: %s%n".formatted(table.text(), rest, explained(cause.explains()));
    }

    private static String explained(Collection<ResourceRef> refs) {
        String shown = refs.stream().limit(SHOWN).map(ResourceRef::toString).collect(Collectors.joining(", "));
        return refs.size() > SHOWN ? "%s and %d more".formatted(shown, refs.size() - SHOWN) : shown;
    }

    @Override
    public Object json() {
        return new Json(
                causes.stream()
                        .map(cause -> new CauseLine(
                                names(cause.explains()),
                                cause.suspects().stream().map(InCommon::line).toList()))
                        .toList(),
                names(unrelated));
    }

    private static SuspectLine line(Suspect suspect) {
        return new SuspectLine(
                names(suspect.objects()), Suffering.harm(suspect.harm()), suspect.known(), suspect.others());
    }

    private static List<String> names(Collection<ResourceRef> refs) {
        return refs.stream().map(ResourceRef::toString).toList();
    }

    /** Of the suspects of each the first. */
    @Override
    public Picture picture() {
        Picture picture = new Picture();
        for (Cause cause : causes) {
            Suspect first = cause.suspects().getFirst();
            picture.box(first, first.name() + ": " + Suffering.harm(first.harm()));
            cause.explains().stream()
                    .filter(ref -> !first.objects().contains(ref))
                    .forEach(ref -> {
                        picture.box(ref, ref.toString());
                        picture.arrow(first, ref, "could explain");
                    });
        }
        return picture;
    }
}
