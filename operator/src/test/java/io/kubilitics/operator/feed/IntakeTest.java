package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final Instant BEGUN = Instant.parse("2026-11-21T10:00:00Z");
    private static final ResourceRef CONF = ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf");

    private final List<String> told = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();
    private final List<Instant> dates = new ArrayList<>();
    private final Intake intake =
            new Intake(Source.of(Kind.CONFIG_MAP, "v1", "configmaps"), BEGUN, new Peers(), new Noting());

    private final class Noting implements Intake.Receiver {

        @Override
        public void put(ResourceRef ref, ObjectNode object, Optional<Instant> written) {
            if (object.at("/metadata/labels/broken").asBoolean()) {
                throw new IllegalStateException("broken");
            }
            fields.addAll(object.properties().stream().map(Map.Entry::getKey).toList());
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
        intake.put(item("1", "2026-11-21T09:00:00Z"));
        intake.put(item("1", "2026-11-21T09:00:00Z"));
        intake.put(item("2", "2026-11-21T09:00:00Z"));

        assertThat(told).containsExactly("ConfigMap conf 1", "ConfigMap conf 2");
        assertThat(intake.lost()).containsExactly(CONF);
    }

    @Test
    void eachObjectSaysFirstWhatItIsAsItDoesInAWatch() {
        intake.put(item("1", "2026-11-21T09:00:00Z"));

        assertThat(fields).containsExactly("kind", "apiVersion", "metadata");
    }

    @Test
    void whatIsGoneIsToldOnce() {
        intake.put(item("1", "2026-11-21T09:00:00Z"));
        intake.remove(item("2", "2026-11-21T09:00:00Z"));
        intake.remove(item("2", "2026-11-21T09:00:00Z"));

        assertThat(told).containsExactly("ConfigMap conf 1", "gone conf");
    }

    @Test
    void whatAListDoesNotHaveAnyMoreIsGone() {
        intake.beginList();
        intake.put(item("1", "2026-11-21T09:00:00Z"));
        intake.endList();
        intake.beginList();
        intake.put(item("1", "2026-11-21T09:00:00Z"));
        intake.endList();
        assertThat(told).containsExactly("ConfigMap conf 1");

        intake.beginList();
        intake.endList();
        assertThat(told).containsExactly("ConfigMap conf 1", "gone conf");
        assertThat(intake.lost()).isEmpty();
    }

    @Test
    void onlyWhatIsWrittenWhileWeWatchTellsHowFastWeLearn() {
        intake.put(item("1", "2026-11-21T09:00:00Z"));
        intake.put(item("2", "2026-11-21T10:00:05Z"));
        intake.put(item("3", "2026-11-21T10:00:05Z"));

        assertThat(dates).containsExactly(Instant.parse("2026-11-21T10:00:05Z"));
    }

    @Test
    void whatCannotBeTakenDoesNotEndTheWatch() {
        ObjectNode broken = item("1", "2026-11-21T09:00:00Z");
        broken.withObject("/metadata/labels").put("broken", true);
        intake.put(broken);
        intake.put(JsonNodeFactory.instance.objectNode());
        intake.put(item("2", "2026-11-21T09:00:00Z"));

        assertThat(told).containsExactly("ConfigMap conf 2");
    }

    @Test
    void onceItIsStoppedNothingIsHandedOn() {
        intake.put(item("1", "2026-11-21T09:00:00Z"));
        intake.stop();
        intake.put(item("2", "2026-11-21T09:00:00Z"));
        intake.remove(item("2", "2026-11-21T09:00:00Z"));

        assertThat(told).containsExactly("ConfigMap conf 1");
        assertThat(intake.lost()).containsExactly(CONF);
    }

    private static ObjectNode item(String version, String created) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.withObject("/metadata")
                .put("name", "conf")
                .put("namespace", "shop")
                .put("resourceVersion", version)
                .put("creationTimestamp", created);
        return item;
    }
}
