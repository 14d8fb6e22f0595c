package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrittenTest {

    @Test
    void theNewestDateCounts() {
        assertThat(last(new PodBuilder()
                        .withNewMetadata()
                        .withCreationTimestamp("2026-11-21T10:00:00Z")
                        .withManagedFields(at("2026-11-21T10:00:07Z"), at("2026-11-21T10:00:03Z"))
                        .endMetadata()
                        .build()))
                .contains(Instant.parse("2026-11-21T10:00:07Z"));
    }

    @Test
    void aRequestToDeleteIsAsOldAsTheGraceIsGone() {
        assertThat(last(new PodBuilder()
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
        assertThat(last(new EventBuilder()
                        .withNewMetadata()
                        .withCreationTimestamp("2026-11-21T10:00:00Z")
                        .endMetadata()
                        .withEventTime(new MicroTime("2026-11-21T10:00:00.250000Z"))
                        .build()))
                .contains(Instant.parse("2026-11-21T10:00:00.250Z"));
    }

    @Test
    void whatTellsNothingOrNonsenseHasNoDate() {
        assertThat(last(new PodBuilder()
                        .withNewMetadata()
                        .withCreationTimestamp("yesterday")
                        .endMetadata()
                        .build()))
                .isEmpty();
    }

    private static Optional<Instant> last(HasMetadata object) {
        return Written.last(new ObjectMapper().valueToTree(object));
    }

    private static io.fabric8.kubernetes.api.model.ManagedFieldsEntry at(String time) {
        return new ManagedFieldsEntryBuilder().withTime(time).build();
    }
}
