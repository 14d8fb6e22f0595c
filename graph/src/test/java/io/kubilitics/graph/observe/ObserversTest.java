package io.kubilitics.graph.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.ShortObjects;
import io.kubilitics.graph.facts.Address;
import io.kubilitics.graph.facts.Amount;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.LeaseFacts;
import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.facts.NodeTerm;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.Probes;
import io.kubilitics.graph.facts.RoleFacts;
import io.kubilitics.graph.facts.Taint;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Observation.Noted;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.Relation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the observers make of objects as the API returns them. */
class ObserversTest {

    @Test
    void aNodeThatIsExcludedByNameIsNotTheOneThatIsMeant() {
        PodFacts pod = (PodFacts) facts("""
                {kind: 'Pod', name: 'a', spec: {affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [
                  {matchFields: [{key: 'metadata.name', operator: 'NotIn', values: ['n1']}]},
                  {matchFields: [{key: 'metadata.name', operator: 'In', values: ['n1']}]}, {}]}}}}}""");

        List<NodeTerm> terms = pod.template().placement().nodeTerms();
        assertThat(terms).extracting(term -> term.mayHold("n2", Map.of())).containsExactly(true, false, false);
        assertThat(terms).extracting(term -> term.mayHold("n1", Map.of())).containsExactly(true, true, false);
        assertThat(terms).extracting(NodeTerm::compares).containsExactly(true, false, false);
    }

    @Test
    void aPodTellsItsContainersInTheOrderInWhichTheyStart() {
        PodFacts pod = (PodFacts) facts("""
                {kind: 'Pod', name: 'a', spec: {nodeName: 'n1', initContainers: [{name: 'one'}, {name: 'mesh', restartPolicy: 'Always'}],
                  containers: [{name: 'app'}], ephemeralContainers: [{name: 'debug'}]}}""");

        assertThat(pod.template().containers())
                .extracting(ContainerSpec::name, ContainerSpec::role)
                .containsExactly(
                        tuple("one", ContainerSpec.Role.INIT),
                        tuple("mesh", ContainerSpec.Role.SIDECAR),
                        tuple("app", ContainerSpec.Role.MAIN),
                        tuple("debug", ContainerSpec.Role.EPHEMERAL));
    }

    @Test
    void aContainerTellsPortsProbesResourcesAndSecurity() {
        ContainerSpec app = container("""
                {name: 'app', ports: [{name: 'http', containerPort: 8080}],
                 readinessProbe: {httpGet: {port: 'http', path: '/ready'}, periodSeconds: 5, failureThreshold: 4, initialDelaySeconds: 2},
                 livenessProbe: {exec: {command: ['true']}},
                 resources: {requests: {cpu: '250m'}, limits: {memory: '64Mi'}},
                 securityContext: {privileged: true}}""");

        assertThat(app.ports())
                .singleElement()
                .satisfies(port -> assertThat(port.number()).isEqualTo(8080));
        Probes.Probe ready = app.probes().readiness().orElseThrow();
        assertThat(ready.port()).isEqualTo("http");
        assertThat(ready.timing().patience()).isEqualTo(22);
        assertThat(app.probes().liveness()).map(Probes.Probe::how).contains(Probes.How.COMMAND);
        assertThat(app.resources().requests()).containsEntry("cpu", new Amount(250));
        assertThat(app.memoryLimit()).hasValue(64L << 20);
        assertThat(app.security().privileged()).isTrue();
    }

    @Test
    void ofAVariableOnlyTheAddressIsKept() {
        ContainerSpec app = container("""
                {name: 'app', args: ['--db=postgres://root:hunter2@db.data:5432/shop?sslmode=off'],
                 env: [{name: 'PASSWORD', value: 'redis:1234'}, {name: 'GREETING', value: 'good morning hunter2'}]}""");

        assertThat(app.environment().calls()).containsExactly(new Address("db.data", 5432));
        assertThat(app.environment().toString()).doesNotContain("hunter2", "1234", "morning");
    }

    @Test
    void podsOfOneTemplateShareIt() {
        String pod =
                "{kind: 'Pod', name: '%s', labels: {app: 'cart'}, spec: {containers: [{name: 'app', image: 'cart:1'}],"
                        + " volumes: [{name: 'kube-api-access-%s', projected: {sources: []}}]}}";
        PodFacts one = (PodFacts) facts(pod.formatted("a", "x7k2p"));
        PodFacts other = (PodFacts) facts(pod.formatted("b", "q9r4s"));

        assertThat(one.template()).isSameAs(other.template());
    }

    @Test
    void aConfigMapTellsItsKeysAndWhereItsValuesLead() {
        ConfigFacts config = (ConfigFacts)
                facts(
                        "{kind: 'ConfigMap', name: 'c', data: {url: 'http://cart:8080/x', size: '3'}, binaryData: {logo: 'AAAA'}}");

        assertThat(config.keys()).containsExactlyInAnyOrder("url", "size", "logo");
        assertThat(config.calls()).containsExactly(new Address("cart", 8080));
        assertThat(config.toString()).doesNotContain("/x", "AAAA");
    }

    @Test
    void theHeaderTellsWhoWroteAndWhoOwns() {
        Meta meta = seen("""
                {kind: 'ConfigMap', metadata: {name: 'c', generation: 3, finalizers: ['example.com/x'],
                  annotations: {'kubectl.kubernetes.io/last-applied-configuration': '{}', 'meta.helm.sh/release-name': 'shop'},
                  ownerReferences: [{apiVersion: 'v1', kind: 'Node', name: 'n1', uid: 'u', controller: true}],
                  managedFields: [{manager: 'helm', operation: 'Apply', time: '-2h'}, {manager: 'kubectl', operation: 'Update', time: '-1h'}]}}""").resource().meta();

        assertThat(meta.changed()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
        assertThat(meta.edits()).extracting(Meta.Edit::manager).containsExactly("helm", "kubectl");
        assertThat(meta.annotations()).isEqualTo(Map.of("meta.helm.sh/release-name", "shop"));
        assertThat(meta.owners()).containsExactly(new Meta.Owner(ResourceRef.clusterWide(Kind.NODE, "n1"), "u", true));
        assertThat(meta.finalizers()).containsExactly("example.com/x");
    }

    @Test
    void aHeartbeatIsNoNewsWithinHalfAMinute() {
        String lease =
                "{kind: 'Lease', name: 'n1', namespace: 'kube-node-lease', metadata: {resourceVersion: '%s', name: 'n1'}, spec: {leaseDurationSeconds: 40, renewTime: '%s'}}";
        Seen one = seen(lease.formatted("1", "2026-11-21T10:00:01Z"));
        Seen next = seen(lease.formatted("2", "2026-11-21T10:00:11Z"));
        Seen later = seen(lease.formatted("3", "2026-11-21T10:00:31Z"));

        assertThat(next).isEqualTo(one);
        assertThat(later).isNotEqualTo(one);
        assertThat(((LeaseFacts) later.resource().facts()).stale(Instant.parse("2026-11-21T10:02:00Z")))
                .isFalse();
        assertThat(((LeaseFacts) later.resource().facts()).stale(Instant.parse("2026-11-21T10:05:00Z")))
                .isTrue();
    }

    @Test
    void anEmptySelectorAndAMissingOneMeanWhatKubernetesMeans() {
        assertThat(selector("{kind: 'PodDisruptionBudget', name: 'b', spec: {selector: {}}}"))
                .isEqualTo(Selector.EVERYTHING);
        assertThat(selector("{kind: 'PodDisruptionBudget', name: 'b', spec: {}}"))
                .isEqualTo(Selector.NOTHING);
        assertThat(selector("{kind: 'NetworkPolicy', name: 'p', spec: {}}")).isEqualTo(Selector.EVERYTHING);
        assertThat(seen("{kind: 'Service', name: 's', spec: {selector: {}}}").selections())
                .isEmpty();
        assertThat(
                        selector(
                                "{kind: 'PodDisruptionBudget', name: 'b', spec: {selector: {matchExpressions: [{key: 'a', operator: 'Near'}]}}}"))
                .isEqualTo(Selector.NOTHING);
    }

    @Test
    void anEventIsANoteAboutWhatItNamesInOldAndNewForm() {
        Noted old = (Noted)
                one(
                        "{kind: 'Event', name: 'e', involvedObject: {kind: 'Deployment', namespace: 'shop', name: 'd'}, reason: 'R', message: 'm', count: 3, lastTimestamp: '-1m'}");
        Noted recent = (Noted)
                one(
                        "{kind: 'Event', apiVersion: 'events.k8s.io/v1', name: 'e', regarding: {kind: 'Deployment', namespace: 'shop', name: 'd'}, reason: 'R', note: 'm', series: {count: 3, lastObservedTime: '-1m'}}");

        assertThat(recent).isEqualTo(old);
        assertThat(old.about()).isEqualTo(ResourceRef.of(Kind.DEPLOYMENT, "shop", "d"));
    }

    @Test
    void anUnknownKindTellsWhatItRefersTo() {
        Seen seen = seen("""
                {kind: 'Widget', apiVersion: 'example.com/v1', name: 'w', spec: {tlsSecretName: 'cert', auth: {passwordSecretRef: {name: 'pw', key: 'x'}},
                  scaleTargetRef: {apiVersion: 'apps/v1', kind: 'Deployment', name: 'd'}, members: [{kind: 'Pool', apiVersion: 'example.com/v1', name: 'blue'}]}}""");

        assertThat(seen.relations())
                .extracting(relation -> relation.type() + " " + relation.to())
                .containsExactlyInAnyOrder(
                        "READS Secret shop/cert",
                        "READS Secret shop/pw",
                        "SCALES Deployment shop/d",
                        "REFERS_TO Pool shop/blue");
    }

    @Test
    void aRoleSaysWhatItAllows() {
        RoleFacts role = (RoleFacts) facts("""
                {kind: 'Role', name: 'r', rules: [{apiGroups: [''], resources: ['pods', 'pods/log'], verbs: ['get', 'list']},
                  {apiGroups: ['apps'], resources: ['*'], resourceNames: ['cart'], verbs: ['*']}]}""");

        assertThat(role.allows("get", "", "pods/log", "a")).isTrue();
        assertThat(role.allows("delete", "", "pods", "a")).isFalse();
        assertThat(role.allows("delete", "apps", "deployments", "cart")).isTrue();
        assertThat(role.allows("delete", "apps", "deployments", "shop")).isFalse();
    }

    @Test
    void aPlacementSaysWhichTaintsItPutsUpWith() {
        PodFacts pod = (PodFacts)
                facts(
                        "{kind: 'Pod', name: 'a', spec: {containers: [], tolerations: [{key: 'gpu', operator: 'Exists'}, {key: 'team', value: 'ml', effect: 'NoSchedule'}]}}");

        assertThat(pod.template().placement().tolerates(taint("gpu", "any", "NoExecute")))
                .isTrue();
        assertThat(pod.template().placement().tolerates(taint("team", "ml", "NoSchedule")))
                .isTrue();
        assertThat(pod.template().placement().tolerates(taint("team", "web", "NoSchedule")))
                .isFalse();
        assertThat(pod.template().placement().tolerates(taint("team", "ml", "NoExecute")))
                .isFalse();
    }

    @Test
    void aTemplateIsReadForWorkloadsToo() {
        Seen seen = seen(
                "{kind: 'CronJob', name: 'c', spec: {jobTemplate: {spec: {template: {spec: {serviceAccountName: 'night', containers: [{name: 'x', envFrom: [{configMapRef: {name: 'conf'}}]}]}}}}}}");

        assertThat(seen.relations())
                .contains(
                        new Relation(
                                Relation.Type.READS,
                                seen.resource().ref(),
                                ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf")),
                        new Relation(
                                Relation.Type.USES_ACCOUNT,
                                seen.resource().ref(),
                                ResourceRef.of(Kind.SERVICE_ACCOUNT, "shop", "night")));
    }

    private static Taint taint(String key, String value, String effect) {
        return new Taint(key, value, effect, Instant.EPOCH);
    }

    private static Selector selector(String text) {
        return seen(text).selections().getFirst().selector();
    }

    private static ContainerSpec container(String text) {
        PodFacts pod = (PodFacts) facts("{kind: 'Pod', name: 'a', spec: {containers: [%s]}}".formatted(text));
        return pod.template().containers().getFirst();
    }

    private static Facts facts(String text) {
        return seen(text).resource().facts();
    }

    private static Seen seen(String text) {
        return (Seen) one(text);
    }

    private static Observation one(String text) {
        List<Observation> all = Observers.observe(ShortObjects.read(text).getFirst());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
