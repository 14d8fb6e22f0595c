package io.kubilitics.graph.query;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.CustomResourceFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who belongs to what, derived when somebody asks: stored, each object would be one relation more. Made for one question. */
final class Members implements HarmWalk.Wholes {

    private final World world;
    /** Made when a namespace is met, and once for all of them. */
    private @Nullable Map<String, List<ResourceRef>> byNamespace;
    /** Made when the first is asked for. */
    private @Nullable Map<Kind, List<ResourceRef>> definitions;

    Members(World world) {
        this.world = world;
    }

    @Override
    public Stream<HarmWalk.Part> parts(ResourceRef whole) {
        if (whole.kind().equals(Kind.NAMESPACE)) {
            return inNamespace(whole.name()).stream().map(ref -> new HarmWalk.Part(ref, Membership.NAMESPACE));
        }
        return whole.kind().equals(Kind.CUSTOM_RESOURCE)
                ? instances(whole).map(ref -> new HarmWalk.Part(ref, Membership.DEFINITION))
                : Stream.empty();
    }

    /** The other way round: what takes this away when it goes, be it there or not. */
    Stream<HarmWalk.Part> wholes(ResourceRef part) {
        Stream<ResourceRef> namespace = part.namespace().isEmpty()
                ? Stream.empty()
                : Stream.of(ResourceRef.clusterWide(Kind.NAMESPACE, part.namespace()));
        return Stream.concat(
                namespace.map(ref -> new HarmWalk.Part(ref, Membership.NAMESPACE)),
                defining(part.kind()).stream().map(ref -> new HarmWalk.Part(ref, Membership.DEFINITION)));
    }

    private List<ResourceRef> defining(Kind kind) {
        Map<Kind, List<ResourceRef>> known = definitions;
        if (known == null) {
            known = world.all(Kind.CUSTOM_RESOURCE)
                    .filter(definition -> definition.facts() instanceof CustomResourceFacts)
                    .collect(Collectors.groupingBy(
                            definition -> ((CustomResourceFacts) definition.facts()).defines(),
                            Collectors.mapping(Resource::ref, Collectors.toList())));
            definitions = known;
        }
        return known.getOrDefault(kind, List.of());
    }

    private List<ResourceRef> inNamespace(String name) {
        Map<String, List<ResourceRef>> known = byNamespace;
        if (known == null) {
            known = world.all().map(Resource::ref).collect(Collectors.groupingBy(ResourceRef::namespace));
            byNamespace = known;
        }
        return known.getOrDefault(name, List.of());
    }

    private Stream<ResourceRef> instances(ResourceRef definition) {
        return world.find(definition)
                .map(Resource::facts)
                .filter(CustomResourceFacts.class::isInstance)
                .map(facts -> world.all(((CustomResourceFacts) facts).defines()).map(Resource::ref))
                .orElseGet(Stream::empty);
    }
}
