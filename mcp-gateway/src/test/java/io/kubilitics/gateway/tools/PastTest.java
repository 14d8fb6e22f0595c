package io.kubilitics.gateway.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.gateway.Brain;
import io.kubilitics.gateway.mcp.Tool;
import io.kubilitics.gateway.mcp.Tool.Misuse;
import io.kubilitics.gateway.wire.BodyClient;
import io.kubilitics.gateway.wire.FakeBody;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.World;
import io.kubilitics.proto.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tools tell of moments that are over, from a body behind a real gRPC server and by a clock of our own. */
class PastTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant UNWELL = TEN.plusSeconds(120);
    private static final Instant MENDED = TEN.plusSeconds(600);
    private static final Kind POD = Kind.newBuilder().setName("Pod").build();
    private static final ResourceRef CART = ResourceRef.of(io.kubilitics.graph.Kind.POD, "shop", "cart");

    private static final ResourceRef SHOP = ResourceRef.clusterWide(io.kubilitics.graph.Kind.NAMESPACE, "shop");

    private final AtomicReference<Instant> now = new AtomicReference<>(TEN);
    private final FakeBody body = new FakeBody();
    private final BodyClient client = BodyClient.inProcess(body.address(), now::get);
    private final Brain brain = new Brain(client, now::get);

    @BeforeEach
    void tell() throws IOException {
        body.start();
        assertThat(brain.world(LONG)).isPresent();
        body.tell(
                Kind.newBuilder().setName("Namespace").build(),
                "{\"kind\": \"Namespace\", \"apiVersion\": \"v1\", \"metadata\": {\"name\": \"shop\"}}");
        await(world -> world.presence(SHOP) == Presence.PRESENT);
        tell(UNWELL, "1", """
                {'waiting': {'reason': 'ImagePullBackOff', 'message': 'Back-off pulling image \\'shop/cart:typo\\''}}""");
        tell(MENDED, "2", "{'running': {'startedAt': '2026-11-21T10:10:00Z'}}");
        now.set(TEN.plusSeconds(1_200));
    }

    @AfterEach
    void end() throws InterruptedException {
        brain.close();
        body.stop();
    }

    @Test
    void whatWasUnwellIsDiagnosedAsOfThen() throws Misuse {
        Tool diagnose = new DiagnoseTool(brain);

        assertThat(status(diagnose, arguments())).isEqualTo("healthy");
        assertThat(status(diagnose, arguments().put("at", TEN.plusSeconds(60).toString())))
                .isEqualTo("healthy");
        Tool.Result then =
                diagnose.call(arguments().put("at", UNWELL.plusSeconds(60).toString()));
        assertThat(then.structured().path("status").asText()).isNotEqualTo("healthy");
        assertThat(then.text()).contains("as of 2026-11-21T10:03:00Z").contains("cart");
    }

    @Test
    void ofMomentsThatWereNotSeenNothingIsSaid() {
        Tool diagnose = new DiagnoseTool(brain);

        assertThatThrownBy(() -> diagnose.call(arguments().put("at", "2026-11-21T09:59:59Z")))
                .isInstanceOf(Misuse.class)
                .hasMessage("of 2026-11-21T09:59:59Z nothing is known: the world was seen from 2026-11-21T10:00:00Z"
                        + " to 2026-11-21T10:20:00Z");
        assertThatThrownBy(() -> diagnose.call(arguments().put("at", "2026-11-21T11:00:00Z")))
                .hasMessageStartingWith("of 2026-11-21T11:00:00Z nothing is known");
        assertThatThrownBy(() -> diagnose.call(arguments().put("at", "yesterday")))
                .hasMessage("'at' must be a moment such as 2026-11-21T10:02:00Z");
    }

    @Test
    void aTimelineShowsWhatBecameUnwellAndHowFarBackTheWorldWasSeen() throws Misuse {
        Tool timeline = new TimelineTool(brain);
        ObjectNode cart = arguments().put("kind", "Pod").put("name", "cart");

        Tool.Result today = timeline.call(cart);
        assertThat(today.text()).contains("Pod shop/cart was created").doesNotContain("unwell");
        assertThat(today.structured().at("/known/from").asText()).isEqualTo(TEN.toString());

        Tool.Result then =
                timeline.call(cart.deepCopy().put("to", UNWELL.plusSeconds(60).toString()));
        assertThat(then.text()).contains("unwell: ");
        assertThat(then.structured().path("steps").findValuesAsText("what")).contains("symptom");
    }

    @Test
    void aTimelineOfWhatNobodyKnowsIsNone() {
        Tool timeline = new TimelineTool(brain);

        assertThatThrownBy(() -> timeline.call(arguments().put("kind", "Pod").put("name", "till")))
                .hasMessage("nothing is known of Pod shop/till");
        assertThatThrownBy(() -> timeline.call(arguments().put("kind", "Pod").put("nmae", "till")))
                .hasMessageStartingWith("timeline has no argument 'nmae'; it takes 'kind', 'namespace', 'name'");
        assertThatThrownBy(() -> timeline.call(arguments().put("kind", "Pod"))).hasMessage("'name' is missing");
    }

    private static String status(Tool diagnose, ObjectNode arguments) throws Misuse {
        return diagnose.call(arguments).structured().path("status").asText();
    }

    private static ObjectNode arguments() {
        return new ObjectMapper().createObjectNode().put("namespace", "shop");
    }

    private void tell(Instant at, String version, String state) {
        now.set(at);
        body.tell(POD, """
                {'kind': 'Pod', 'apiVersion': 'v1', 'metadata': {'name': 'cart', 'namespace': 'shop', 'uid': 'u',
                  'resourceVersion': '%s', 'creationTimestamp': '2026-11-21T10:01:00Z'},
                 'spec': {'nodeName': 'n1', 'containers': [{'name': 'app', 'image': 'shop/cart:typo'}]},
                 'status': {'phase': '%s', 'startTime': '2026-11-21T10:01:00Z',
                   'conditions': [{'type': 'Ready', 'status': '%s', 'lastTransitionTime': '2026-11-21T10:01:00Z'}],
                   'containerStatuses': [{'name': 'app', 'ready': %b, 'restartCount': 0, 'state': %s}]}}""".formatted(
                        version,
                        version.equals("1") ? "Pending" : "Running",
                        version.equals("1") ? "False" : "True",
                        !version.equals("1"),
                        state)
                .replace("\\'", "`")
                .replace('\'', '"'));
        await(world -> world.tree(CART)
                .map(tree -> tree.at("/metadata/resourceVersion"))
                .map(JsonNode::asText)
                .filter(version::equals)
                .isPresent());
    }

    /** What is told on goes its own way: the clock must not run ahead of it. */
    private void await(Predicate<World> told) {
        Awaitility.await()
                .atMost(LONG)
                .until(() -> brain.world(LONG).filter(told).isPresent());
    }
}
