package io.kubilitics.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation.Listed;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.evidence.Scene;
import io.kubilitics.reasoning.signal.Metrics;
import io.kubilitics.reasoning.signal.Probes;
import io.kubilitics.reasoning.signal.Signals;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is at rest and yet not as somebody wants it. */
class IntentTest {

    private static final String SERVICE =
            "{'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'till', 'namespace': 'shop'}}";
    private static final ResourceRef MILL = ResourceRef.of(Kind.DEPLOYMENT, "shop", "mill");
    private static final ResourceRef NIGHTLY = ResourceRef.of(Kind.CRON_JOB, "shop", "nightly");

    private World real = World.empty();
    private World meant = World.empty();

    @Test
    void aWorkloadAtZeroIsSwitchedOffWhereItWasMeantToRun() {
        real = with(real, Kind.DEPLOYMENT, mill(0));
        assertThat(verdict(new Scope.Everything())).isNotInstanceOf(Verdict.Diagnosed.class);

        meant = with(meant, Kind.DEPLOYMENT, mill(2));
        Diagnosis found = only(new Scope.Everything());
        assertThat(found.cause()).isEqualTo("deployment-zero-replicas");
        assertThat(found.ruling().object()).isEqualTo(MILL);
        assertThat(found.ruling().remedy()).isPresent();
    }

    @Test
    void aWorkloadAtZeroThatWasMeantSoIsWell() {
        real = with(real, Kind.DEPLOYMENT, mill(0));
        meant = with(meant, Kind.DEPLOYMENT, mill(0));

        assertThat(verdict(new Scope.Everything())).isNotInstanceOf(Verdict.Diagnosed.class);
    }

    @Test
    void whoeverAsksAboutASuspendedCronJobWantsItToRun() {
        real = with(
                real,
                Kind.CRON_JOB,
                "{'apiVersion': 'batch/v1', 'kind': 'CronJob', 'metadata': {'name': 'nightly', 'namespace': 'shop'},"
                        + " 'spec': {'schedule': '0 1 * * *', 'suspend': true}}");
        assertThat(verdict(new Scope.Everything())).isNotInstanceOf(Verdict.Diagnosed.class);

        Diagnosis found = only(new Scope.Below(Set.of(NIGHTLY)));
        assertThat(found.cause()).isEqualTo("cron-suspended");
        assertThat(found.ruling().object()).isEqualTo(NIGHTLY);
    }

    @Test
    void whatIsMissingIsTheQuotasFaultWhereThatLeavesNoPlaceForIt() {
        meant = with(meant, Kind.SERVICE, SERVICE);
        real = real.apply(new Listed(Kind.SERVICE));
        assertThat(only(new Scope.Everything()).cause()).isEqualTo("object-not-created");

        real = with(real, Kind.QUOTA, """
                {'apiVersion': 'v1', 'kind': 'ResourceQuota', 'metadata': {'name': 'tight', 'namespace': 'shop'},
                 'status': {'hard': {'services': '1'}, 'used': {'services': '1'}}}""");
        assertThat(only(new Scope.Everything()).cause()).isEqualTo("namespace-service-quota-exceeded");
    }

    @Test
    void whatNobodyCanSeeIsNotMissing() {
        meant = with(meant, Kind.SERVICE, SERVICE);

        assertThat(verdict(new Scope.Everything())).isNotInstanceOf(Verdict.Diagnosed.class);
    }

    private Diagnosis only(Scope scope) {
        assertThat(verdict(scope)).isInstanceOf(Verdict.Diagnosed.class);
        List<Diagnosis> causes = ((Verdict.Diagnosed) verdict(scope)).causes();
        assertThat(causes).hasSize(1);
        return causes.getFirst();
    }

    private Verdict verdict(Scope scope) {
        Signals signals = new Signals(Metrics.NONE, List.of(), Probes.NONE, meant);
        Scene scene = new Scene(real, LogSource.none(), signals, List.of(), Shop.NOW);
        return Shop.verdict(Investigator.investigate(Catalogue.full(), scene, scope));
    }

    private static String mill(int replicas) {
        return "{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'mill', 'namespace': 'shop'}, 'spec': {'replicas': %d}}"
                .formatted(replicas);
    }

    private static World with(World world, Kind kind, String json) {
        try {
            return world.applyAll(Observers.observe(kind, json.replace('\'', '"')));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }
}
