package io.kubilitics.graph.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.Objects;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.query.Timeline;
import io.kubilitics.graph.time.Order;
import io.kubilitics.graph.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When revisions came: cart-a at 10:00, cart-b at 10:10, and back. */
class RolloutHistoryTest {

    private static final Kind CONTROLLER_REVISION = new Kind("apps", "ControllerRevision");
    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");
    private static final ResourceRef DB = ResourceRef.of(Kind.STATEFUL_SET, "shop", "db");
    private static final String KUBECTL_AT_20 = edit("kubectl-rollout", "10:20:00", "");

    @Test
    void aFreshRevisionCameWhenItWasMade() {
        World world = deployment(
                replicaSet(replicaSet(World.empty(), "a", "1", "10:00:00"), "b", "2", "10:10:00"),
                edit("kubectl-set", "10:10:00", ""),
                progress("cart-b", "10:10:30"));

        assertThat(told(world, CART)).containsExactly("cart:a to cart:b at 2026-11-21T10:10:00Z by kubectl-set");
    }

    @Test
    void aRollbackCameWhenTheOnlyWriterInBetweenWrote() {
        World world = deployment(rolledBack(), KUBECTL_AT_20, progress("cart-a", "10:20:40"));

        assertThat(told(world, CART))
                .containsExactly(
                        "cart:a to cart:b at 2026-11-21T10:10:00Z by ",
                        "cart:b to cart:a at 2026-11-21T10:20:00Z by kubectl-rollout");
    }

    @Test
    void aRollbackOfARollbackIsNotAsOldAsTheRevisionThatCameBack() {
        World world = replicaSet(World.empty(), "a", "1,3", "10:00:00");
        world = replicaSet(world, "b", "2,4", "10:10:00");
        world = deployment(
                world,
                edit("helm", "10:01:00", "") + "," + edit("kubectl", "10:30:00", ""),
                progress("cart-b", "10:30:20"));

        assertThat(told(world, CART))
                .containsExactly(
                        "cart:a to cart:b at 2026-11-21T10:10:00Z by ",
                        "cart:b to cart:a between 2026-11-21T10:10:00Z and 2026-11-21T10:30:00Z by ",
                        "cart:a to cart:b at 2026-11-21T10:30:00Z by kubectl");
    }

    @Test
    void whatCameBackInBetweenCameBeforeWhateverIsNew() {
        World world = replicaSet(rolledBack(), "c", "4", "10:40:00");

        assertThat(told(world, CART))
                .contains(
                        "cart:b to cart:a between 2026-11-21T10:10:00Z and 2026-11-21T10:40:00Z by ",
                        "cart:a to cart:c at 2026-11-21T10:40:00Z by ");
    }

    @Test
    void whenSeveralMayHaveWrittenItOnlyTheBoundsAreKnown() {
        World world = deployment(
                rolledBack(), KUBECTL_AT_20 + "," + edit("helm", "10:15:00", ""), progress("cart-a", "10:20:40"));

        Change.Edited back = History.of(world, CART).latest(Topic.IMAGE).orElseThrow();
        assertThat(back.when()).isEqualTo("between 2026-11-21T10:10:00Z and 2026-11-21T10:20:40Z");
        assertThat(back.by()).isEmpty();
        assertThat(back.order(at("10:25:00"))).isEqualTo(Order.BEFORE);
        assertThat(back.order(at("10:15:00"))).isEqualTo(Order.UNKNOWN);
        assertThat(back.order(at("10:05:00"))).isEqualTo(Order.AFTER);
    }

    @Test
    void itIsKnownWhoWroteWhereFieldsAreTold() {
        String scaler = edit("scaler", "10:15:00", ", 'fieldsV1': {'f:spec': {'f:replicas': {}}}");
        String writer = edit("kubectl", "10:20:00", ", 'fieldsV1': {'f:spec': {'f:template': {}}}");
        World world = deployment(rolledBack(), scaler + "," + writer, progress("cart-a", "10:20:40"));

        assertThat(told(world, CART)).endsWith("cart:b to cart:a at 2026-11-21T10:20:00Z by kubectl");
    }

    @Test
    void aLaterWriteOfTheSameWriterIsNotTakenForIt() {
        String later = edit("kubectl-rollout", "10:50:00", "");

        assertThat(told(deployment(rolledBack(), later, progress("cart-a", "10:20:40")), CART))
                .endsWith("cart:b to cart:a between 2026-11-21T10:10:00Z and 2026-11-21T10:20:40Z by ");
        assertThat(told(deployment(rolledBack(), later, progress("cart-b", "10:12:00")), CART))
                .endsWith("cart:b to cart:a after 2026-11-21T10:10:00Z by ");
    }

    @Test
    void whatIsOlderThanTheOneBeforeCameBackEvenIfItDoesNotSaySo() {
        World world = replicaSet(replicaSet(World.empty(), "a", "3", "10:00:00"), "b", "2", "10:10:00");

        assertThat(told(deployment(world, KUBECTL_AT_20, progress("cart-a", "10:20:40")), CART))
                .containsExactly("cart:b to cart:a at 2026-11-21T10:20:00Z by kubectl-rollout");
    }

    @Test
    void aStatefulSetsRevisionCameWhenItsNumberWasWritten() {
        World world = controllerRevision(World.empty(), "a", 3, "10:00:00", "10:20:00");
        world = controllerRevision(world, "b", 4, "10:10:00", "10:30:00");

        assertThat(told(world, DB)).containsExactly("cart:a to cart:b at 2026-11-21T10:30:00Z by ");
    }

    @Test
    void withoutWritersAnEmptyNumberMayBeWhereItCameFrom() {
        World fresh =
                controllerRevision(controllerRevision(World.empty(), "a", 1, "10:00:00", ""), "b", 2, "10:10:00", "");
        World back =
                controllerRevision(controllerRevision(World.empty(), "a", 3, "10:00:00", ""), "b", 4, "10:10:00", "");

        assertThat(told(fresh, DB)).containsExactly("cart:a to cart:b at 2026-11-21T10:10:00Z by ");
        assertThat(told(back, DB)).containsExactly("cart:a to cart:b after 2026-11-21T10:10:00Z by ");
    }

    @Test
    void aTimelineClaimsNoOrderOfWhatIsOnlyKnownByItsBounds() {
        World world = deployment(
                rolledBack(), KUBECTL_AT_20 + "," + edit("helm", "10:15:00", ""), progress("cart-a", "10:20:40"));

        Timeline timeline = Timeline.around(world, CART, at("09:00:00"), at("11:00:00"), List.of());
        assertThat(timeline.undated())
                .extracting(Timeline.Moment::says)
                .containsExactly("image of container app of Deployment shop/cart changed from cart:b to cart:a, between"
                        + " 2026-11-21T10:10:00Z and 2026-11-21T10:20:40Z");
    }

    @Test
    void whatWasSeenToHappenIsNotToldAgainByItsBounds() {
        World world = deployment(
                rolledBack(), KUBECTL_AT_20 + "," + edit("helm", "10:15:00", ""), progress("cart-a", "10:20:40"));
        Change.Edited told = History.of(world, CART).latest(Topic.IMAGE).orElseThrow();
        Change.Edited seen = new Change.Edited(CART, told.edit(), at("10:18:00"), "ana");
        Change.Edited before = new Change.Edited(CART, told.edit(), at("10:05:00"), "ana");

        assertThat(new History(List.of(seen)).with(new History(List.of(told))).changes())
                .containsExactly(seen);
        assertThat(new History(List.of(before)).with(new History(List.of(told))).changes())
                .containsExactly(before, told);
        assertThat(Duration.between(told.earliest(), told.at())).isEqualTo(Duration.ofSeconds(640));
    }

    private static List<String> told(World world, ResourceRef workload) {
        return History.of(world, workload)
                .edits()
                .filter(edit -> edit.topic() == Topic.IMAGE)
                .map(edit -> "%s to %s %s by %s"
                        .formatted(edit.from().orElseThrow(), edit.to().orElseThrow(), edit.when(), edit.by()))
                .toList();
    }

    private static World rolledBack() {
        return replicaSet(replicaSet(World.empty(), "a", "1,3", "10:00:00"), "b", "2", "10:10:00");
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-21T%sZ".formatted(time));
    }

    private static String edit(String manager, String time, String fields) {
        return "{'manager': '%s', 'operation': 'Update', 'time': '2026-11-21T%sZ'%s}".formatted(manager, time, fields);
    }

    private static String progress(String replicaSet, String time) {
        return """
                {'type': 'Progressing', 'status': 'True', 'lastTransitionTime': '2026-11-21T10:00:00Z',
                 'lastUpdateTime': '2026-11-21T%sZ', 'message': 'ReplicaSet \\'%s\\' has successfully progressed.'}""".formatted(time, replicaSet);
    }

    private static World deployment(World world, String edits, String condition) {
        return Objects.add(world, Kind.DEPLOYMENT, """
                {'apiVersion': 'apps/v1', 'kind': 'Deployment',
                 'metadata': {'name': 'cart', 'namespace': 'shop', 'uid': 'u-d', 'managedFields': [%s]},
                 'status': {'conditions': [%s]}}""".formatted(edits, condition));
    }

    /** The last of its numbers is the present one. */
    private static World replicaSet(World world, String name, String numbers, String created) {
        int last = numbers.lastIndexOf(',');
        String former = last < 0
                ? ""
                : ", 'deployment.kubernetes.io/revision-history': '%s'".formatted(numbers.substring(0, last));
        return Objects.add(world, Kind.REPLICA_SET, """
                {'apiVersion': 'apps/v1', 'kind': 'ReplicaSet',
                 'metadata': {'name': 'cart-%1$s', 'namespace': 'shop', 'uid': 'u-%1$s', 'creationTimestamp': '2026-11-21T%2$sZ',
                   'annotations': {'deployment.kubernetes.io/revision': '%3$s'%4$s},
                   'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'cart', 'uid': 'u-d'}]},
                 'spec': {'template': {'spec': {'containers': [{'name': 'app', 'image': 'cart:%1$s'}]}}}}""".formatted(name, created, numbers.substring(last + 1), former));
    }

    private static World controllerRevision(World world, String name, int number, String created, String written) {
        String edits = written.isEmpty() ? "" : edit("kube-controller-manager", written, "");
        return Objects.add(world, CONTROLLER_REVISION, """
                {'apiVersion': 'apps/v1', 'kind': 'ControllerRevision', 'revision': %2$d,
                 'metadata': {'name': 'db-%1$s', 'namespace': 'shop', 'uid': 'u-%1$s', 'creationTimestamp': '2026-11-21T%3$sZ',
                   'managedFields': [%4$s],
                   'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'StatefulSet', 'name': 'db', 'uid': 'u-s'}]},
                 'data': {'spec': {'template': {'spec': {'containers': [{'name': 'app', 'image': 'cart:%1$s'}]}}}}}""".formatted(name, number, created, edits));
    }
}
