package io.kubilitics.graph.query;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.Environment;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a pod, or what makes pods, uses a ConfigMap or Secret. A relation says only that it does; this is derived from the facts of who uses
 * it when somebody asks.
 *
 * @param keys those that it names
 * @param whole whether it takes whichever keys there are
 * @param optional whether it does without when they are not there
 */
public record Use(NavigableSet<String> keys, boolean whole, boolean optional) {

    /** Nothing when the relation is no such use, or who uses it is not known. */
    public static Optional<Use> of(World world, Relation relation) {
        return relation.type() == Relation.Type.READS || relation.type() == Relation.Type.MOUNTS
                ? world.find(relation.from())
                        .flatMap(user -> PodTemplate.of(user.facts()))
                        .flatMap(template -> of(template, relation.type(), relation.to()))
                : Optional.empty();
    }

    private static Optional<Use> of(PodTemplate template, Relation.Type type, ResourceRef source) {
        Stream<Use> uses = type == Relation.Type.MOUNTS
                ? mounted(template, source)
                : template.containers().stream()
                        .map(ContainerSpec::environment)
                        .flatMap(environment -> read(environment, source));
        return uses.reduce(Use::and);
    }

    private static Stream<Use> mounted(PodTemplate template, ResourceRef source) {
        return template.volumes().stream()
                .filter(volume -> volume.source().filter(source::equals).isPresent())
                .map(volume ->
                        new Use(new TreeSet<>(volume.keys()), volume.keys().isEmpty(), volume.optional()));
    }

    private static Stream<Use> read(Environment environment, ResourceRef source) {
        return Stream.concat(
                environment.reads().stream()
                        .filter(use -> use.source().equals(source))
                        .map(use -> new Use(new TreeSet<>(Set.of(use.key())), false, use.optional())),
                environment.whole().stream()
                        .filter(use -> use.source().equals(source))
                        .map(use -> new Use(new TreeSet<>(), true, use.optional())));
    }

    /** In several places at once: it can do without if it can in each. */
    private Use and(Use other) {
        NavigableSet<String> both =
                Stream.of(keys, other.keys).flatMap(Collection::stream).collect(Collectors.toCollection(TreeSet::new));
        return new Use(both, whole || other.whole, optional && other.optional);
    }

    /** Whether the key matters to it, as far as can be told. */
    public boolean concerns(String key) {
        return whole || keys.contains(key);
    }

    /** In a few words; none when it needs the whole of it. */
    public String says() {
        List<String> words = Stream.concat(keys.stream(), optional ? Stream.of("optional") : Stream.empty())
                .toList();
        return String.join(", ", words);
    }
}
