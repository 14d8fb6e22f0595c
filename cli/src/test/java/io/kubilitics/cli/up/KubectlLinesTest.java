package io.kubilitics.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.operator.Access;
import io.kubilitics.reasoning.recommendation.ProposalName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The lines are typed into a real shell, in which {@code kubectl} only tells what it was asked. */
class KubectlLinesTest {

    private static final ProposalName PROPOSAL = new ProposalName("shop", "image-not-found-cart-1");

    private static final String KUBECTL = """
            kubectl() {
              case "$*" in
                *'auth whoami -o jsonpath={.status.userInfo.username}') echo 'rita@example.com' ;;
                *'auth whoami -o jsonpath={.status.userInfo.groups}') echo '["sre","system:authenticated"]' ;;
                *'get proposal image-not-found-cart-1 --namespace shop -o jsonpath={.status.planHash}') echo 0a1b ;;
                *) for word in "$@"; do printf '%s\\n' "$word"; done ;;
              esac
            }
            """;

    @Test
    void theApprovalNamesTheOneWhoTypesItHisGroupsAndThePlan() throws Exception {
        List<String> words = typed(new KubectlLines(access(null, null)).approve(PROPOSAL));

        assertThat(words.subList(0, 8))
                .containsExactly(
                        "patch", "proposal", "image-not-found-cart-1", "--namespace", "shop", "--type", "json", "-p");
        JsonNode operation = new ObjectMapper().readTree(words.get(8)).path(0);
        assertThat(operation.path("path").asText()).isEqualTo("/spec/decisions/-");
        assertThat(operation.path("value"))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"by\": \"rita@example.com\", \"groups\": [\"sre\", \"system:authenticated\"],"
                                + " \"verdict\": \"approve\", \"planHash\": \"0a1b\"}"));
    }

    @Test
    void theSameClusterIsMeantWhateverItIsCalled() throws Exception {
        KubectlLines lines = new KubectlLines(access("/tmp/it's mine/config", "rita's $cluster"));

        assertThat(typed(lines.describe(PROPOSAL)))
                .containsExactly(
                        "--kubeconfig",
                        "/tmp/it's mine/config",
                        "--context",
                        "rita's $cluster",
                        "describe",
                        "proposal",
                        "image-not-found-cart-1",
                        "--namespace",
                        "shop");
        assertThat(typed(lines.approve(PROPOSAL))).contains("rita's $cluster").anyMatch(word -> word.contains("0a1b"));
    }

    private static Access access(@Nullable String file, @Nullable String context) {
        return new Access(Optional.ofNullable(file).map(Path::of), Optional.ofNullable(context));
    }

    private static List<String> typed(String line) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", KUBECTL + line)
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        return said.lines().toList();
    }
}
