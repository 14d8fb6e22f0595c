package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WrittenTest {

    @Test
    void theNewestDateCounts() {
        assertThat(Written.last(new PodBuilder()
                        .withNewMetadata()
                        .withCreationTimestamp("2026-11-21T10:00:00Z")
                        .withManagedFields(at("2026-11-21T10:00:07Z"), at("2026-11-21T10:00:03Z"))
                        .endMetadata()
                        .build()))
                .contains(Instant.parse("2026-11-21T10:00:07Z"));
    }

    @Test
    void aRequestToDeleteIsAsOldAsTheGraceIsGone() {
        assertThat(Written.last(new PodBuilder()
                        .withNewMetadata()
                        .withCreationTimestamp("2026-11-21T10:00:00Z")
                        .withDeletionTimestamp("2026-11-21T10:01:30Z")
                        .withDeletionGracePeriodSeconds(30L)
                        .endMetadata()
                        .build()))
                .contains(Instant.parse("2026-11-21T10:01:00Z"));
    }

    @Test
    void anEventTellsItsOwnTimeToTheMicrosecond() {
        assertThat(Written.last(new EventBuilder()
                        .withNewMetadata()
                        .withCreationTimestamp("2026-11-21T10:00:00Z")
                        .endMetadata()
                        .withEventTime(new MicroTime("2026-11-21T10:00:00.250000Z"))
                        .build()))
                .contains(Instant.parse("2026-11-21T10:00:00.250Z"));
    }

    @Test
    void whatTellsNothingOrNonsenseHasNoDate() {
        assertThat(Written.last(new PodBuilder()
                        .withNewMetadata()
                        .withCreationTimestamp("yesterday")
                        .endMetadata()
                        .build()))
                .isEmpty();
    }

    private static io.fabric8.kubernetes.api.model.ManagedFieldsEntry at(String time) {
        return new ManagedFieldsEntryBuilder().withTime(time).build();
    }
}
