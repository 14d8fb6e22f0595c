package io.kubilitics.operator.proposal;

import io.kubilitics.crds.proposal.ObjectName;
import io.kubilitics.crds.proposal.Target;
import io.kubilitics.crds.proposal.status.FieldChange;
import io.kubilitics.crds.proposal.status.Impact;
import io.kubilitics.crds.proposal.status.ImpactedObject;
import io.kubilitics.crds.proposal.status.KindCount;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.impact.Dependents;
import io.kubilitics.graph.impact.Effect;
import io.kubilitics.graph.impact.Footprint;
import io.kubilitics.graph.impact.Forecast;
import io.kubilitics.graph.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** From the world's answer to what a status tells. */
final class Impacts {

    private static final int MOST_ASSUMPTIONS = 20;
    private static final int LONGEST = 512;

    private Impacts() {}

    /** Of all actions together, on the body's own world, and as it is foretold after them. */
    static Impact of(World world, List<Target> targets, List<FieldChange> diff, Forecast forecast) {
        Map<ResourceRef, Effect> effects = new LinkedHashMap<>();
        IntStream.range(0, targets.size())
                .mapToObj(place -> of(world, targets, diff, place))
                .flatMap(impact -> impact.effects().stream())
                .forEach(effect -> effects.putIfAbsent(effect.ref(), foretold(effect, world, forecast)));
        Map<String, Integer> counts = effects.keySet().stream()
                .map(ref -> ref.kind().name())
                .collect(Collectors.toMap(Function.identity(), _ -> 1, Integer::sum, TreeMap::new));
        return new Impact(
                summary(targets, counts),
                effects.size(),
                counts.entrySet().stream()
                        .map(count -> new KindCount(count.getKey(), count.getValue()))
                        .limit(Impact.MOST)
                        .toList(),
                effects.values().stream()
                        .limit(Impact.MOST)
                        .map(effect -> new ImpactedObject(name(effect.ref()), effect.what()))
                        .toList(),
                forecast.assumptions().stream()
                        .limit(MOST_ASSUMPTIONS)
                        .map(Impacts::cut)
                        .toList());
    }

    private static Effect foretold(Effect effect, World world, Forecast forecast) {
        boolean goes = world.find(effect.ref()).isPresent()
                && forecast.world().find(effect.ref()).isEmpty();
        return goes ? new Effect(effect.ref(), "goes away") : effect;
    }

    private static String cut(String assumption) {
        return assumption.length() > LONGEST ? assumption.substring(0, LONGEST - 1) + "…" : assumption;
    }

    /** Of one action alone, as rules judge it. */
    static Footprint of(World world, List<Target> targets, List<FieldChange> diff, int place) {
        List<String> paths = diff.stream()
                .filter(change -> change.action() == place)
                .map(FieldChange::path)
                .toList();
        return Dependents.of(world, ref(targets.get(place)), paths);
    }

    static ResourceRef ref(Target target) {
        return new ResourceRef(
                Kind.of(target.apiVersion(), target.kind()),
                Objects.requireNonNullElse(target.namespace(), ""),
                target.name());
    }

    static ResourceRef ref(ObjectName name) {
        return new ResourceRef(
                new Kind(Objects.requireNonNullElse(name.group(), ""), name.kind()),
                Objects.requireNonNullElse(name.namespace(), ""),
                name.name());
    }

    static ObjectName name(ResourceRef ref) {
        return new ObjectName(
                ref.kind().group().isEmpty() ? null : ref.kind().group(),
                ref.kind().name(),
                ref.namespace().isEmpty() ? null : ref.namespace(),
                ref.name());
    }

    private static String summary(List<Target> targets, Map<String, Integer> counts) {
        String changed = targets.stream()
                .map(target -> ref(target).toString())
                .distinct()
                .collect(Collectors.joining(", "));
        int pods = counts.getOrDefault("Pod", 0);
        String touched = pods == 0 ? "no pod" : pods == 1 ? "1 pod" : pods + " pods";
        String all = "%s changed, %s touched".formatted(changed, touched);
        return all.length() <= LONGEST ? all : "%d objects changed, %s touched".formatted(targets.size(), touched);
    }
}
