package io.kubilitics.cli.world;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.health.Health;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.impact.Effect;
import io.kubilitics.graph.impact.Footprint;
import io.kubilitics.graph.impact.Forecast;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a change would do. */
record Aftermath(Sight sight, Footprint footprint, Forecast forecast) implements View {

    private record Line(String object, String what) {}

    private record Json(
            String target,
            List<Line> touched,
            List<String> becomesUnwell,
            List<String> becomesWell,
            List<String> missed,
            List<String> assumptions) {}

    @Override
    public String table() {
        Table touched = new Table("OBJECT", "WHAT HAPPENS");
        effects().forEach(effect -> touched.row(effect.ref(), effect.what()));
        StringBuilder text = new StringBuilder(touched.text());
        list(text, "Would become unwell", symptoms(forecast.world(), sight.world()));
        list(text, "Would no longer be seen to be unwell", symptoms(sight.world(), forecast.world()));
        list(text, "Would be referred to, and is absent", missed());
        list(text, "Assumed", forecast.assumptions());
        return text.toString();
    }

    private static void list(StringBuilder text, String title, List<String> entries) {
        if (!entries.isEmpty()) {
            text.append("%n%s:%n".formatted(title));
            entries.forEach(entry -> text.append("  %s%n".formatted(entry)));
        }
    }

    @Override
    public Object json() {
        return new Json(
                footprint.target().toString(),
                effects().stream()
                        .map(effect -> new Line(effect.ref().toString(), effect.what()))
                        .toList(),
                symptoms(forecast.world(), sight.world()),
                symptoms(sight.world(), forecast.world()),
                missed(),
                forecast.assumptions());
    }

    @Override
    public Picture picture() {
        Set<ResourceRef> refs = effects().stream().map(Effect::ref).collect(Collectors.toCollection(TreeSet::new));
        return Picture.of(
                sight.world(),
                refs,
                ref -> "%s: %s"
                        .formatted(
                                ref,
                                effects().stream()
                                        .filter(effect -> effect.ref().equals(ref))
                                        .map(Effect::what)
                                        .findFirst()
                                        .orElse("")));
    }

    private List<Effect> effects() {
        return footprint.effects().stream()
                .map(effect ->
                        forecast.world().find(effect.ref()).isEmpty() ? new Effect(effect.ref(), "gone") : effect)
                .toList();
    }

    /** Those of the one world that the other does not show. */
    private List<String> symptoms(World shown, World elsewhere) {
        Set<String> other = lines(elsewhere);
        return lines(shown).stream().filter(line -> !other.contains(line)).toList();
    }

    private Set<String> lines(World world) {
        return Health.symptoms(world, sight.scope(), sight.now()).stream()
                .filter(symptom -> !isNew(world, symptom.subject()))
                .map(Aftermath::line)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of a pod that is still to come nothing is told, so nothing is said of how it fares. */
    private static boolean isNew(World world, ResourceRef ref) {
        return world.find(ref)
                .filter(found ->
                        found.facts() instanceof PodFacts pod && pod.phase().isEmpty())
                .isPresent();
    }

    private static String line(Symptom symptom) {
        String part = symptom.part().isEmpty() ? "" : " (container " + symptom.part() + ")";
        return "%s: %s%s".formatted(symptom.subject(), symptom.ailment().id(), part);
    }

    /** What somebody would need then and nobody needed before. */
    private List<String> missed() {
        Set<ResourceRef> before = needed(sight.world());
        return needed(forecast.world()).stream()
                .filter(ref -> !before.contains(ref))
                .map(ResourceRef::toString)
                .toList();
    }

    private static Set<ResourceRef> needed(World world) {
        Links links = new Links(world);
        return links.all()
                .filter(relation -> world.presence(relation.to()) == Presence.ABSENT && links.needed(relation))
                .map(Relation::to)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
