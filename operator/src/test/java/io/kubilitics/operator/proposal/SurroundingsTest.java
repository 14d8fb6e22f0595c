package io.kubilitics.operator.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kubilitics.crds.proposal.PatchOperation;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.ProposalSpec;
import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.Target;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever uses what a proposal writes into is looked at before and after it. */
class SurroundingsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'envFrom': [{'configMapRef': {'name': 'conf'}}] | 'volumes': [] | 1",
                "'image': 'x' | 'volumes': [{'name': 'v', 'configMap': {'name': 'conf'}}] | 1",
                "'image': 'x' | 'volumes': [{'name': 'v', 'projected': {'sources': [{'configMap': {'name': 'conf'}}]}}] | 1",
                "'image': 'x' | 'volumes': [{'name': 'v', 'configMap': {'name': 'other'}}] | 0"
            })
    void reachWhoReadsAndWhoHasItAsFiles(String container, String volumes, int signs) throws JsonProcessingException {
        World world = World.empty().applyAll(Observers.observe(Kind.POD, """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'cart', 'namespace': 'shop', 'uid': 'u',
                  'creationTimestamp': '2026-11-21T09:00:00Z'},
                 'spec': {'nodeName': 'n1', 'containers': [{'name': 'app', %s}], %s},
                 'status': {'phase': 'Pending', 'containerStatuses': [{'name': 'app', 'state':
                   {'waiting': {'reason': 'ImagePullBackOff'}}}]}}""".formatted(container, volumes)
                .replace('\'', '"')));

        assertThat(Surroundings.of(new Situation(proposal(), world, NOW)).signs())
                .hasSize(signs);
    }

    private static Proposal proposal() {
        Target target = new Target("v1", "ConfigMap", "shop", "conf", "u-c", "1");
        List<PatchOperation> patch = List.of(PatchOperation.replace("/data/a", TextNode.valueOf("1")));
        Proposal made = new Proposal();
        made.setSpec(new ProposalSpec(
                "title",
                "why",
                "finding",
                "operator",
                NOW.plusSeconds(3_600),
                List.of(ProposedAction.patch(target, patch, "why")),
                List.of(),
                List.of()));
        return made;
    }
}
