package io.kubilitics.operator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.operator.feed.Update;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final ResourceRef ONE = ResourceRef.of(Kind.POD, "shop", "one");
    private static final ResourceRef TWO = ResourceRef.of(Kind.POD, "shop", "two");

    private final Outbox outbox = new Outbox();

    @Test
    void ofEachObjectOnlyTheNewestStateWaits() {
        for (int i = 0; i < 1000; i++) {
            outbox.put(new Update.Put(ONE, "state " + i));
        }
        outbox.put(new Update.Put(TWO, "first"));
        outbox.put(new Update.Remove(ONE));

        assertThat(outbox.size()).isEqualTo(2);
        assertThat(outbox.take()).contains(new Update.Remove(ONE));
        assertThat(outbox.take()).contains(new Update.Put(TWO, "first"));
        assertThat(outbox.take()).isEmpty();
    }

    /** Else what came in between would be taken for absent until it is told. */
    @Test
    void aListIsNeverPromisedBeforeWhatItPromises() {
        outbox.put(new Update.Refused(Kind.POD, "", "pods is forbidden"));
        outbox.put(new Update.Put(ONE, "{}"));
        outbox.put(new Update.Listed(Kind.POD));

        assertThat(outbox.take()).contains(new Update.Put(ONE, "{}"));
        assertThat(outbox.take()).contains(new Update.Listed(Kind.POD));
        assertThat(outbox.take()).isEmpty();
    }

    @Test
    void syncedIsNeverSaidBeforeWhatItPromises() {
        outbox.put(new Update.Put(ONE, "a"));
        outbox.put(new Update.Listed(Kind.POD));
        outbox.put(new Update.Synced());
        outbox.put(new Update.Put(ONE, "changed while the brain was slow"));

        assertThat(outbox.take()).contains(new Update.Put(ONE, "changed while the brain was slow"));
        assertThat(outbox.take()).contains(new Update.Listed(Kind.POD));
        assertThat(outbox.take()).contains(new Update.Synced());
    }
}
