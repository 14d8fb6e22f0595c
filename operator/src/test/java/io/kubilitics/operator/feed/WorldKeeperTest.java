package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Presence;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorldKeeperTest {

    private static final ResourceRef CONF = ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf");
    private static final String OBJECT =
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"conf\",\"namespace\":\"shop\"}}";

    private final WorldKeeper keeper = new WorldKeeper();

    @AfterEach
    void end() {
        keeper.close();
    }

    @Test
    void itIsNotSyncedBeforeItIsToldSo() {
        keeper.take(new Update.Put(CONF, OBJECT));
        eventually(() -> assertThat(keeper.world().presence(CONF)).isEqualTo(Presence.PRESENT));
        assertThat(keeper.synced()).isFalse();

        keeper.take(new Update.Synced());
        eventually(() -> assertThat(keeper.synced()).isTrue());
    }

    @Test
    void aLateFollowerIsToldWhatIsKnownAndThenWhatChanges() {
        keeper.take(new Update.Put(CONF, OBJECT));
        keeper.take(new Update.Listed(Kind.CONFIG_MAP));
        keeper.take(new Update.Synced());
        List<Update> told = new CopyOnWriteArrayList<>();

        keeper.follow(told::add);
        keeper.take(new Update.Remove(CONF));

        eventually(() -> assertThat(told)
                .containsExactly(
                        new Update.Put(CONF, OBJECT),
                        new Update.Listed(Kind.CONFIG_MAP),
                        new Update.Synced(),
                        new Update.Remove(CONF)));
        assertThat(keeper.world().presence(CONF)).isEqualTo(Presence.ABSENT);
    }

    @Test
    void anObjectThatCannotBeReadDoesNotEndTheWorld() {
        keeper.take(new Update.Put(CONF, "{broken"));
        keeper.take(new Update.Synced());

        eventually(() -> assertThat(keeper.synced()).isTrue());
        assertThat(keeper.world().presence(CONF)).isEqualTo(Presence.UNSEEN);
    }

    private static void eventually(ThrowingRunnable condition) {
        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(condition);
    }
}
