package io.kubilitics.graph.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.Objects;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodHealthTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:10:00Z");
    private static final String KILLED =
            "{'terminated': {'reason': 'OOMKilled', 'exitCode': 137, 'finishedAt': '2026-11-21T10:%s:00Z'}}";

    @ParameterizedTest
    @CsvSource({
        "CreateContainerConfigError, CONTAINER_NOT_CREATED",
        "ErrImagePull, IMAGE_NOT_PULLED",
        "ImagePullBackOff, IMAGE_NOT_PULLED",
        "InvalidImageName, IMAGE_NOT_PULLED"
    })
    void aContainerThatWaitsForAReasonIsUnwell(String reason, Ailment ailment) {
        assertThat(symptoms("'state': {'waiting': {'reason': '%s', 'message': 'm'}}".formatted(reason)))
                .singleElement()
                .satisfies(symptom -> {
                    assertThat(symptom.ailment()).isEqualTo(ailment);
                    assertThat(symptom.part()).isEqualTo("app");
                    assertThat(symptom.says()).isEqualTo("m");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'waiting': {'reason': 'CrashLoopBackOff'}}",
                "{'running': {'startedAt': '2026-11-21T10:09:50Z'}}"
            })
    void killedForWantOfMemoryIsSeenBetweenAndDuringStarts(String state) {
        assertThat(symptoms("'restartCount': 2, 'state': %s, 'lastState': %s".formatted(state, KILLED.formatted("09"))))
                .extracting(Symptom::ailment)
                .containsExactly(Ailment.OUT_OF_MEMORY);
    }

    @Test
    void anEndOfLongAgoIsHistory() {
        String running = "{'running': {'startedAt': '2026-11-21T10:01:00Z'}}";
        assertThat(symptoms("'ready': true, 'restartCount': 1, 'state': %s, 'lastState': %s"
                        .formatted(running, KILLED.formatted("00"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ready': true, 'state': {'running': {'startedAt': '2026-11-21T10:00:00Z'}}",
                "'ready': false, 'state': {'running': {'startedAt': '2026-11-21T10:09:30Z'}}",
                "'state': {'waiting': {'reason': 'ContainerCreating'}}",
                "'state': {'terminated': {'exitCode': 0, 'reason': 'Completed'}}"
            })
    void startingRunningAndDoneAreWell(String status) {
        assertThat(symptoms(status)).isEmpty();
    }

    @Test
    void notReadyForLongIsUnwell() {
        assertThat(symptoms("'ready': false, 'state': {'running': {'startedAt': '2026-11-21T10:05:00Z'}}"))
                .extracting(Symptom::ailment)
                .containsExactly(Ailment.NOT_READY);
    }

    @Test
    void aCrashTellsItsExitCode() {
        assertThat(symptoms("'restartCount': 3, 'state': {'terminated': {'exitCode': 3, 'reason': 'Error'}}"))
                .singleElement()
                .satisfies(symptom -> {
                    assertThat(symptom.ailment()).isEqualTo(Ailment.CRASHING);
                    assertThat(symptom.says()).contains("exit code 3");
                });
    }

    @Test
    void theScopeLeavesOtherNamespacesOut() {
        World world = Objects.add(
                World.empty(), Kind.POD, Objects.pod("a", "'state': {'waiting': {'reason': 'ErrImagePull'}}"));

        assertThat(Health.symptoms(world, new Scope.InNamespace("elsewhere"), NOW))
                .isEmpty();
        assertThat(Health.symptoms(world, new Scope.Everything(), NOW)).hasSize(1);
    }

    private static List<Symptom> symptoms(String status) {
        World world = Objects.add(World.empty(), Kind.POD, Objects.pod("a", status));
        return Health.symptoms(world, new Scope.InNamespace("shop"), NOW);
    }
}
