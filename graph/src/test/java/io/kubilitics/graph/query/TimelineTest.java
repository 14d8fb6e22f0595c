package io.kubilitics.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.ShortObjects;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.query.Timeline.Moment;
import io.kubilitics.graph.world.Observation.Gone;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOW = ShortObjects.NOW;
    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");
    private static final ResourceRef WEB = ResourceRef.of(Kind.SERVICE, "shop", "web");

    private static final String CONF = """
            {apiVersion: 'v1', kind: 'ConfigMap', name: '%s', namespace: 'shop', created: '-3d', data: {size: '%s'},
             metadata: {managedFields: [{manager: 'ana', operation: 'Update', time: '%s'}]}}
            """;

    private static final String TOWN = """
            {apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart', namespace: 'shop', created: '-2d',
             spec: {replicas: 1, selector: {matchLabels: {app: 'cart'}}, template: {metadata: {labels: {app: 'cart'}},
               spec: {containers: [{name: 'app', image: 'cart:1', envFrom: [{configMapRef: {name: 'conf'}}]}]}}}}
            {apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'cart-1', namespace: 'shop', created: '-2d',
             owner: 'Deployment/cart', spec: {replicas: 1}}
            {apiVersion: 'v1', kind: 'Pod', name: 'cart-1-a', namespace: 'shop', labels: {app: 'cart'}, created: '-1h',
             owner: 'ReplicaSet/cart-1',
             spec: {nodeName: 'n1', containers: [{name: 'app', image: 'cart:1', envFrom: [{configMapRef: {name: 'conf'}}]}]},
             status: {phase: 'Running', containerStatuses: [{name: 'app', ready: false, restartCount: 5, state: {waiting:
               {reason: 'CrashLoopBackOff'}}, lastState: {terminated: {exitCode: 1, reason: 'Error', finishedAt: '-10m'}}}]}}
            {apiVersion: 'v1', kind: 'Pod', name: 'other', namespace: 'shop', labels: {app: 'other'}, created: '-30m',
             spec: {nodeName: 'n1', containers: [{name: 'app', image: 'x', envFrom: [{configMapRef: {name: 'conf'}}]}]}}
            {apiVersion: 'v1', kind: 'Service', name: 'web', namespace: 'shop', created: '-2d', spec: {selector: {app: 'cart'}}}
            {apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', name: 'deny', namespace: 'shop', created: '-12m',
             spec: {podSelector: {}, policyTypes: ['Ingress']}}
            {apiVersion: 'v1', kind: 'Node', name: 'n1', created: '-3d', spec: {}}
            """;

    private final World world = town();

    private static World town() {
        World world = add(World.empty(), TOWN + CONF.formatted("conf", "1", "-3d") + CONF.formatted("far", "1", "-3d"));
        world = add(world, CONF.formatted("conf", "2", "-11m") + CONF.formatted("far", "2", "-11m"));
        return world.apply(new Gone(WEB, NOW.minusSeconds(601)));
    }

    @Test
    void tellsWhatChangedOnAndAroundAWorkload() {
        Timeline timeline = Timeline.around(world, CART, NOW.minusSeconds(3_000), NOW, List.of());

        assertThat(timeline.moments())
                .extracting(TimelineTest::says)
                .contains(
                        "NetworkPolicy shop/deny was created",
                        "key size of ConfigMap shop/conf changed from 1 to 2",
                        "Service shop/web was deleted")
                .noneMatch(says -> says.contains("far") || says.contains("other"));
        assertThat(timeline.moments()).extracting(Moment::at).isSorted();
    }

    /** The pod came an hour ago, before the time that is asked about. */
    @Test
    void keepsToItsTime() {
        assertThat(said(Timeline.around(world, CART, NOW.minusSeconds(700), NOW.minusSeconds(650), List.of())))
                .containsExactly("key size of ConfigMap shop/conf changed from 1 to 2");
        assertThat(said(Timeline.around(world, CART, NOW.minusSeconds(4_000), NOW, List.of())))
                .contains("Pod shop/cart-1-a was created");
    }

    @Test
    void symptomsStandBesideChanges() {
        Timeline timeline = Timeline.around(world, CART, NOW.minusSeconds(3_000), NOW, List.of());

        assertThat(timeline.moments())
                .filteredOn(Moment.Began.class::isInstance)
                .extracting(Moment::at)
                .contains(NOW.minusSeconds(600));
    }

    @Test
    void claimsNoOrderWithinASecond() {
        List<List<Moment>> steps = Timeline.around(world, CART, NOW.minusSeconds(3_000), NOW, List.of())
                .steps();

        List<String> together = steps.stream()
                .filter(step -> step.getFirst().at().equals(NOW.minusSeconds(601)))
                .flatMap(List::stream)
                .map(TimelineTest::says)
                .toList();
        assertThat(together).contains("Service shop/web was deleted").hasSizeGreaterThan(1);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i - 1).getLast().at().plusSeconds(1))
                    .isBefore(steps.get(i).getFirst().at());
        }
    }

    @Test
    void whatOthersTellComesInAndIsNotToldTwice() {
        Instant ago = NOW.minusSeconds(700);
        List<Change> told = List.of(
                new Change.Noted("the network was slow", ago, "bob"),
                new Change.Deleted(
                        WEB,
                        world.changes(WEB).stream()
                                .flatMap(change -> ((Change.Deleted) change).former().stream())
                                .findFirst(),
                        NOW.minusSeconds(602),
                        "eve"),
                new Change.Created(ResourceRef.of(Kind.CONFIG_MAP, "shop", "far"), ago, "bob"));

        Timeline timeline = Timeline.around(world, CART, NOW.minusSeconds(3_000), NOW, told);

        assertThat(said(timeline)).contains("the network was slow").doesNotContain("ConfigMap shop/far was created");
        assertThat(timeline.moments())
                .filteredOn(moment -> says(moment).equals("Service shop/web was deleted"))
                .singleElement()
                .satisfies(moment ->
                        assertThat(((Moment.Changed) moment).change().by()).isEqualTo("eve"));
    }

    @Test
    void whatHasNoTimeIsToldApart() {
        World gone = world.apply(new Gone(ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf")));

        Timeline timeline = Timeline.around(gone, CART, NOW.minusSeconds(60), NOW, List.of());

        assertThat(timeline.undated())
                .extracting(TimelineTest::says)
                .containsExactly("ConfigMap shop/conf was deleted");
        assertThat(timeline.steps().stream().flatMap(List::stream)).doesNotContainAnyElementsOf(timeline.undated());
    }

    private static List<String> said(Timeline timeline) {
        return timeline.moments().stream().map(TimelineTest::says).toList();
    }

    private static String says(Moment moment) {
        return switch (moment) {
            case Moment.Changed it -> it.change().toString();
            case Moment.Began it -> it.symptom().toString();
        };
    }

    private static World add(World world, String objects) {
        World next = world;
        for (var object : ShortObjects.read(objects)) {
            next = next.applyAll(Observers.observe(object));
        }
        return next;
    }

    @Test
    void isEmptyForWhatNobodyKnows() {
        Timeline timeline = Timeline.around(
                World.empty(), ResourceRef.of(Kind.POD, "shop", "nobody"), Instant.EPOCH, NOW, List.of());

        assertThat(Stream.of(timeline.moments(), timeline.steps(), timeline.undated()))
                .allMatch(List::isEmpty);
    }
}
