package io.kubilitics.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.ShortObjects;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which keys are used, and by whom they may be missing. */
class UseTest {

    private static final ResourceRef CONF = ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf");
    private static final ResourceRef FILES = ResourceRef.of(Kind.SECRET, "shop", "files");
    private static final ResourceRef PULL = ResourceRef.of(Kind.SECRET, "shop", "registry");

    private final World world = World.empty()
            .applyAll(List.of(new Observation.Listed(Kind.CONFIG_MAP), new Observation.Listed(Kind.SECRET)))
            .applyAll(observed("""
                    {kind: 'Pod', name: 'needs', spec: {imagePullSecrets: [{name: 'registry'}], containers: [
                      {name: 'a', env: [{name: 'U', valueFrom: {configMapKeyRef: {name: 'conf', key: 'url'}}}]},
                      {name: 'b', env: [{name: 'T', valueFrom: {configMapKeyRef: {name: 'conf', key: 'time', optional: true}}}]}],
                      volumes: [{name: 'v', secret: {secretName: 'files', items: [{key: 'tls.crt', path: 'x'}]}}]}}
                    {kind: 'Pod', name: 'may', spec: {containers: [
                      {name: 'a', env: [{name: 'U', valueFrom: {configMapKeyRef: {name: 'conf', key: 'time', optional: true}}}]}],
                      volumes: [{name: 'v', projected: {sources: [{secret: {name: 'files', optional: true}}]}}]}}
                    {kind: 'Pod', name: 'all', spec: {containers: [{name: 'a', envFrom: [{configMapRef: {name: 'conf'}}]}]}}
                    """));

    private static List<Observation> observed(String objects) {
        return ShortObjects.read(objects).stream()
                .flatMap(object -> Observers.observe(object).stream())
                .toList();
    }

    @Test
    void aRelationTellsItsKeysWhenAsked() {
        assertThat(use("needs", Relation.Type.READS, CONF)).isEqualTo("time, url");
        assertThat(use("may", Relation.Type.READS, CONF)).isEqualTo("time, optional");
        assertThat(use("all", Relation.Type.READS, CONF)).isEmpty();
        assertThat(use("needs", Relation.Type.MOUNTS, FILES)).isEqualTo("tls.crt");
        assertThat(use("may", Relation.Type.MOUNTS, FILES)).isEqualTo("optional");
        assertThat(Use.of(world, new Relation(Relation.Type.PULLS_WITH, pod("needs"), PULL)))
                .isEmpty();
        assertThat(Use.of(world, new Relation(Relation.Type.READS, pod("unheard"), CONF)))
                .isEmpty();
    }

    @Test
    void whatIsMissingHarmsOnlyWhoCannotDoWithout() {
        assertThat(harmed(BlastRadius.of(world, CONF, Harm.MISSING)))
                .containsExactlyInAnyOrder("needs UNWELL", "all UNWELL");
        assertThat(harmed(BlastRadius.of(world, FILES, Harm.MISSING))).containsExactly("needs UNWELL");
        assertThat(harmed(BlastRadius.of(world, FILES, Harm.UNWELL)))
                .containsExactlyInAnyOrder("needs UNWELL", "may UNWELL");
    }

    /** The kubelet warns and pulls without it. */
    @Test
    void aPullSecretThatIsMissingMayMatterOrNot() {
        assertThat(harmed(BlastRadius.of(world, PULL, Harm.MISSING))).containsExactly("needs DEGRADED");
        assertThat(harmed(BlastRadius.of(world, PULL, Harm.UNWELL))).containsExactly("needs UNWELL");
    }

    @Test
    void oneKeyConcernsWhoNamesItOrTakesAll() {
        assertThat(harmed(BlastRadius.ofKey(world, CONF, "url", Harm.MISSING)))
                .containsExactlyInAnyOrder("needs UNWELL", "all UNWELL");
        assertThat(harmed(BlastRadius.ofKey(world, CONF, "other", Harm.UNWELL))).containsExactly("all UNWELL");
        assertThat(harmed(BlastRadius.ofKey(world, CONF, "time", Harm.UNWELL)))
                .containsExactlyInAnyOrder("needs UNWELL", "may UNWELL", "all UNWELL");
    }

    @Test
    void whatMayBeMissingIsNoCommonCause() {
        assertThat(suspects("needs", "all")).contains(CONF);
        assertThat(suspects("may", "all")).isNotEmpty().doesNotContain(CONF);
    }

    private Set<ResourceRef> suspects(String first, String second) {
        return CommonCause.of(world, Map.of(pod(first), Harm.UNWELL, pod(second), Harm.UNWELL)).causes().stream()
                .flatMap(cause -> cause.suspects().stream())
                .flatMap(suspect -> suspect.members().stream())
                .collect(Collectors.toSet());
    }

    private String use(String pod, Relation.Type type, ResourceRef source) {
        return Use.of(world, new Relation(type, pod(pod), source)).orElseThrow().says();
    }

    private static ResourceRef pod(String name) {
        return ResourceRef.of(Kind.POD, "shop", name);
    }

    private static Set<String> harmed(BlastRadius radius) {
        return radius.affected().stream()
                .map(affected -> affected.ref().name() + " " + affected.harm())
                .collect(Collectors.toSet());
    }
}
