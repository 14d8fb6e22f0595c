package io.kubilitics.gateway.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.gateway.Brain;
import io.kubilitics.gateway.mcp.Tool;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Timeline;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code timeline}: what changed on and around an object, and what became unwell there. */
public final class TimelineTool implements Tool {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration USUAL = Duration.ofHours(1);

    private final Brain brain;

    public TimelineTool(Brain brain) {
        this.brain = brain;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String title() {
        return "What changed around an object";
    }

    @Override
    public String description() {
        return "Says what changed on and around an object and what became unwell there, oldest first, in steps: within one step"
                + " nobody can tell the order. 'known' says since when the world was seen; of earlier times only what the objects"
                + " themselves tell. With 'to' it is told as it looked at that moment. Reads only.";
    }

    @Override
    public JsonNode inputSchema() {
        ObjectNode schema = Arguments.schema();
        Arguments.describe(
                schema,
                "kind",
                "As manifests spell it, such as Deployment; with its group after a dot where there are several: Service.serving.knative.dev.");
        Arguments.describeNamespace(schema, "Its namespace; left out for what belongs to none.");
        Arguments.describe(schema, "name", "Its name; it need not exist any more.");
        Arguments.describeMoment(schema, "from", "The first moment; left out: an hour before the last.");
        Arguments.describeMoment(schema, "to", "The last moment; left out: now.");
        schema.putArray("required").add("kind").add("name");
        return schema;
    }

    @Override
    public JsonNode outputSchema() {
        return TimelinePage.schema();
    }

    @Override
    public Result call(JsonNode given) throws Misuse {
        Arguments arguments = Arguments.of(name(), List.of("kind", "namespace", "name", "from", "to"), given);
        Optional<Instant> asked = arguments.moment("to");
        World world = world(asked);
        Instant to = asked.orElseGet(brain::now);
        Instant from = arguments.moment("from").orElse(to.minus(USUAL));
        if (from.isAfter(to)) {
            throw new Misuse("'from' is after 'to'");
        }
        ResourceRef center = find(world, arguments);
        TimelinePage page = new TimelinePage(
                Timeline.around(world, center, from, to, List.of()),
                brain.stream().past());
        return new Result(page.text(), page.json());
    }

    private World world(Optional<Instant> moment) throws Misuse {
        return moment.isEmpty()
                ? brain.world(PATIENCE).orElseThrow(() -> new Misuse(Recall.sentence(Optional.empty())))
                : brain.asOf(moment.get()).orElseThrow(() -> new Recall(brain).unknown(moment.get()));
    }

    /** Custom kinds are found by their names too. */
    static ResourceRef find(World world, Arguments arguments) throws Misuse {
        String kind = arguments.required("kind");
        String name = arguments.required("name");
        String namespace = arguments.namespace().orElse("");
        List<ResourceRef> meant = Stream.concat(Stream.of(Kind.named(kind)), world.coverage().kinds().keySet().stream())
                .distinct()
                .filter(known -> called(known, kind))
                .map(each -> new ResourceRef(each, each.clusterWide() ? "" : namespace, name))
                .filter(ref -> known(world, ref))
                .toList();
        if (meant.size() > 1) {
            throw new Misuse("'kind' may be any of these, name one: "
                    + meant.stream().map(ref -> exact(ref.kind())).collect(Collectors.joining(", ")));
        }
        return meant.stream()
                .findFirst()
                .orElseThrow(() -> new Misuse("nothing is known of %s %s%s"
                        .formatted(kind, namespace.isEmpty() ? "" : namespace + "/", name)));
    }

    /** The group is needed only where there are several of that name. */
    private static boolean called(Kind kind, String text) {
        return kind.name().equals(text) || exact(kind).equals(text);
    }

    private static String exact(Kind kind) {
        return "%s.%s".formatted(kind.name(), kind.group().isEmpty() ? "core" : kind.group());
    }

    /** There, referred to, or gone but remembered. */
    private static boolean known(World world, ResourceRef ref) {
        return world.wiring().number(ref).isPresent() || !world.changes(ref).isEmpty();
    }
}
