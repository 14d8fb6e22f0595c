package io.kubilitics.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.ConfigFacts;
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
import org.junit.jupiter.api.Test;

class StreamFeedTest {

    private static final Kind CONFIG_MAP =
            Kind.newBuilder().setName("ConfigMap").build();
    private static final ResourceRef CONF = ResourceRef.of(io.kubilitics.graph.Kind.CONFIG_MAP, "shop", "conf");
    private static final String OBJECT =
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"conf\",\"namespace\":\"shop\"}}";
    private static final Duration AT_ONCE = Duration.ofMillis(10);

    private final StreamFeed feed = new StreamFeed();

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
        feed.take(ClusterUpdate.newBuilder()
                .setRemoved(Removed.newBuilder()
                        .setKind(CONFIG_MAP)
                        .setNamespace("shop")
                        .setName("conf"))
                .build());
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

    private void sync() {
        feed.take(ClusterUpdate.newBuilder()
                .setSynced(Synced.getDefaultInstance())
                .build());
    }
}
