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
