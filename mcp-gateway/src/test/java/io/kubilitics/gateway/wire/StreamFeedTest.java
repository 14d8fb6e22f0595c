package io.kubilitics.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.time.WorldRing;
import io.kubilitics.graph.time.WorldRing.Window;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.World;
import io.kubilitics.proto.Begin;
import io.kubilitics.proto.ClusterUpdate;
import io.kubilitics.proto.Kind;
import io.kubilitics.proto.Listed;
import io.kubilitics.proto.Outlined;
import io.kubilitics.proto.Refused;
import io.kubilitics.proto.Removed;
import io.kubilitics.proto.Synced;
import io.kubilitics.proto.Upsert;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StreamFeedTest {

    private static final Kind CONFIG_MAP =
            Kind.newBuilder().setName("ConfigMap").build();
    private static final ResourceRef CONF = ResourceRef.of(io.kubilitics.graph.Kind.CONFIG_MAP, "shop", "conf");
    private static final String OBJECT =
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"conf\",\"namespace\":\"shop\"}}";
    private static final Duration AT_ONCE = Duration.ofMillis(10);

    private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

    private Instant now = TEN;
    private final StreamFeed feed = new StreamFeed(() -> now, 10 * WorldRing.BYTES_PER_CHANGE);

    @Test
    void theWorldIsNotGivenOutBeforeItIsSynced() {
        begin();
        put();
        assertThat(feed.synced(AT_ONCE)).isEmpty();

        sync();
        assertThat(feed.synced(AT_ONCE))
                .get()
                .satisfies(world -> assertThat(world.presence(CONF)).isEqualTo(Presence.PRESENT));
    }

    @Test
    void aNewBeginningForgetsWhatWasKnown() {
        begin();
        put();
        sync();
        begin();
        feed.take(ClusterUpdate.newBuilder()
                .setListed(Listed.newBuilder().setKind(CONFIG_MAP))
                .build());
        assertThat(feed.synced(AT_ONCE)).isEmpty();

        sync();
        assertThat(world().presence(CONF)).isEqualTo(Presence.ABSENT);
    }

    @Test
    void whatIsRemovedIsGone() {
        begin();
        put();
        remove();
        sync();

        assertThat(world().find(CONF)).isEmpty();
    }

    @Test
    void theWorldKeepsWhatItWasTold() {
        begin();
        put();
        sync();

        assertThat(world().object(CONF)).contains(OBJECT);
    }

    @Test
    void whatTheBodyMayNotSeeIsKnownHereToo() {
        begin();
        feed.take(ClusterUpdate.newBuilder()
                .setRefused(Refused.newBuilder().setKind(CONFIG_MAP).setReason("is forbidden"))
                .build());
        feed.take(ClusterUpdate.newBuilder()
                .setListed(Listed.newBuilder().setKind(CONFIG_MAP).setNamespace("bank"))
                .build());
        sync();

        assertThat(world().presence(CONF)).isEqualTo(Presence.UNSEEN);
        assertThat(world().presence(ResourceRef.of(CONF.kind(), "bank", "conf")))
                .isEqualTo(Presence.ABSENT);
        assertThat(world().coverage().of(CONF.kind()).refused()).containsEntry("", "is forbidden");
    }

    @Test
    void anOutlineSaysOnlyThatItIsThere() {
        begin();
        feed.take(ClusterUpdate.newBuilder()
                .setUpsert(Upsert.newBuilder()
                        .setKind(CONFIG_MAP)
                        .setObject(OBJECT)
                        .setOutline(true))
                .build());
        feed.take(ClusterUpdate.newBuilder()
                .setOutlined(Outlined.newBuilder().setKind(CONFIG_MAP).setObjects(1))
                .build());
        sync();

        assertThat(world().presence(CONF)).isEqualTo(Presence.PRESENT);
        assertThat(world().find(CONF).orElseThrow().facts()).isNotInstanceOf(ConfigFacts.class);
        assertThat(world().coverage().of(CONF.kind()).outlined()).isOne();
    }

    @Test
    void aBrokenStreamGivesNoWorld() {
        begin();
        sync();
        feed.lose("gone");

        assertThat(feed.synced(AT_ONCE)).isEmpty();
    }

    @Test
    void thePastIsKnownFromTheMomentOnAtWhichAllWasSeen() {
        begin();
        put();
        assertThat(feed.state().past()).isEmpty();
        sync();
        now = TEN.plusSeconds(60);
        remove();
        now = TEN.plusSeconds(90);

        assertThat(world().presence(CONF)).isNotEqualTo(Presence.PRESENT);
        assertThat(feed.asOf(TEN.plusSeconds(59)).orElseThrow().presence(CONF)).isEqualTo(Presence.PRESENT);
        assertThat(feed.asOf(TEN.plusSeconds(60)).orElseThrow().presence(CONF)).isNotEqualTo(Presence.PRESENT);
        assertThat(feed.asOf(TEN.minusSeconds(1))).isEmpty();
        assertThat(feed.asOf(now.plusSeconds(1))).isEmpty();
        assertThat(feed.state().past().orElseThrow().from()).isEqualTo(TEN);
        assertThat(feed.state().past().orElseThrow().to()).isEqualTo(now);
    }

    @Test
    void thePastTakesNoMoreThanItsBytes() {
        begin();
        sync();
        for (int i = 1; i <= 30; i++) {
            now = TEN.plusSeconds(2L * i);
            put();
            remove();
        }

        Window past = feed.state().past().orElseThrow();
        assertThat(past.full()).isTrue();
        assertThat(past.bytes()).isBetween(WorldRing.BYTES_PER_CHANGE, 10 * WorldRing.BYTES_PER_CHANGE);
        assertThat(past.from()).isAfter(TEN);
        assertThat(feed.asOf(past.from())).isPresent();
        assertThat(feed.asOf(past.from().minusSeconds(1))).isEmpty();
    }

    @Test
    void whatHappenedBeforeABreakIsNotTheSamePast() {
        begin();
        sync();
        now = TEN.plusSeconds(10);
        feed.lose("gone");
        assertThat(feed.asOf(TEN)).isEmpty();
        assertThat(feed.state().past()).isEmpty();

        now = TEN.plusSeconds(20);
        begin();
        sync();
        assertThat(feed.asOf(TEN)).isEmpty();
        assertThat(feed.state().past().orElseThrow().from()).isEqualTo(now);
    }

    private World world() {
        return feed.synced(AT_ONCE).orElseThrow();
    }

    private void begin() {
        feed.take(ClusterUpdate.newBuilder()
                .setBegin(Begin.newBuilder().setEpoch("e"))
                .build());
    }

    private void put() {
        feed.take(ClusterUpdate.newBuilder()
                .setUpsert(Upsert.newBuilder().setKind(CONFIG_MAP).setObject(OBJECT))
                .build());
    }

    private void remove() {
        feed.take(ClusterUpdate.newBuilder()
                .setRemoved(Removed.newBuilder()
                        .setKind(CONFIG_MAP)
                        .setNamespace("shop")
                        .setName("conf"))
                .build());
    }

    private void sync() {
        feed.take(ClusterUpdate.newBuilder()
                .setSynced(Synced.getDefaultInstance())
                .build());
    }
}
