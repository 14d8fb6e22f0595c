package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final Instant BEGUN = Instant.parse("2026-11-21T10:00:00Z");
    private static final ResourceRef CONF = ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf");

    private final List<String> told = new ArrayList<>();
    private final List<Instant> dates = new ArrayList<>();
    private final Intake intake =
            new Intake(Source.of(Kind.CONFIG_MAP, "v1", "configmaps"), BEGUN, new Noting(), () -> told.add("listed"));

    private final class Noting implements Intake.Receiver {

        @Override
        public void put(ResourceRef ref, ObjectNode object, Optional<Instant> written) {
            if (object.at("/metadata/labels/broken").asBoolean()) {
                throw new IllegalStateException("broken");
            }
            told.add("%s %s %s"
                    .formatted(
                            object.path("kind").asText(),
                            ref.name(),
                            object.at("/metadata/resourceVersion").asText()));
            written.ifPresent(dates::add);
        }

        @Override
        public void remove(ResourceRef ref) {
            told.add("gone " + ref.name());
        }
    }

    @Test
    void whatIsListedAgainUnchangedIsNoNews() {
        put(item("1", "2026-11-21T09:00:00Z"));
        put(item("1", "2026-11-21T09:00:00Z"));
        put(item("2", "2026-11-21T09:00:00Z"));

        assertThat(told).containsExactly("ConfigMap conf 1", "ConfigMap conf 2");
        assertThat(intake.refs()).containsExactly(CONF);
    }

    @Test
    void theStoreKnowsItsItemsByNameAndVersionAlone() {
        put(item("1", "2026-11-21T09:00:00Z"));

        GenericKubernetesResource known = Objects.requireNonNull(intake.get("shop/conf"));
        assertThat(intake.getKey(known)).isEqualTo("shop/conf");
        assertThat(known.getMetadata().getResourceVersion()).isEqualTo("1");
        assertThat(known.getAdditionalProperties()).isEmpty();
        assertThat(intake.size()).isOne();
        assertThat(intake.isFullState()).isFalse();
    }

    @Test
    void whatIsGoneIsToldOnce() {
        put(item("1", "2026-11-21T09:00:00Z"));
        intake.remove("shop/conf");
        intake.remove("shop/conf");

        assertThat(told).containsExactly("ConfigMap conf 1", "gone conf");
    }

    @Test
    void onlyWhatIsWrittenWhileWeWatchTellsHowFastWeLearn() {
        put(item("1", "2026-11-21T09:00:00Z"));
        put(item("2", "2026-11-21T10:00:05Z"));
        put(item("3", "2026-11-21T10:00:05Z"));

        assertThat(dates).containsExactly(Instant.parse("2026-11-21T10:00:05Z"));
    }

    @Test
    void whatCannotBeTakenDoesNotEndTheWatch() {
        GenericKubernetesResource broken = item("1", "2026-11-21T09:00:00Z");
        broken.getMetadata().getLabels().put("broken", "true");
        put(broken);
        put(item("2", "2026-11-21T09:00:00Z"));

        assertThat(told).containsExactly("ConfigMap conf 2");
    }

    @Test
    void theEndOfAListIsWhenAllItemsAreAskedFor() {
        put(item("1", "2026-11-21T09:00:00Z"));
        assertThat(intake.values()).hasSize(1);

        assertThat(told).containsExactly("ConfigMap conf 1", "listed");
    }

    private void put(GenericKubernetesResource item) {
        intake.put(intake.getKey(item), item);
    }

    private static GenericKubernetesResource item(String version, String created) {
        GenericKubernetesResource item = new GenericKubernetesResource();
        item.setMetadata(new ObjectMetaBuilder()
                .withName("conf")
                .withNamespace("shop")
                .withResourceVersion(version)
                .withCreationTimestamp(created)
                .withLabels(new HashMap<>())
                .build());
        return item;
    }
}
