package io.kubilitics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpTest {

    @Test
    void itsHelpSaysWhatItDoesAndHowItEnds() {
        Called called = Called.with("up", "--help");

        assertThat(called.status()).isZero();
        assertThat(called.out())
                .contains("--context", "--kubeconfig", "--namespace", "--format", "--install", "--yes", "Ctrl-C");
    }

    @Test
    void aYesWithoutAQuestionIsWrongUsage() {
        Called called = Called.with("up", "--yes");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err())
                .isEqualToIgnoringNewLines("kubilitics: --yes answers what --install asks: add --install");
    }

    @Test
    void anUnknownFormatIsWrongUsage() {
        assertThat(Called.with("up", "--format", "yaml").status()).isEqualTo(2);
    }

    @Test
    void aClusterThatIsNotThereIsUnreachable(@TempDir Path folder) throws IOException {
        Called called = Called.with("up", "--kubeconfig", nowhere(folder));

        assertThat(called.status()).isEqualTo(3);
        assertThat(called.err()).contains("the cluster at https://127.0.0.1:1/ does not answer");
    }

    @Test
    void nothingIsInstalledWithoutATerminalAndWithoutAYes(@TempDir Path folder) throws IOException {
        Called called = Called.with("up", "--install", "--kubeconfig", nowhere(folder));

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err()).contains("there is no terminal to ask on: add --yes");
    }

    @Test
    void theManifestsArePrintedForTheDefaultAccountOrAnother() {
        Called called = Called.with("manifests");
        assertThat(called.status()).isZero();
        assertThat(called.out()).isEqualTo(Manifests.of(BodyName.DEFAULT).all());

        assertThat(Called.with("manifests", "--body", "operator@example.com").out())
                .isEqualTo(Manifests.of(new BodyName("operator@example.com")).all())
                .isNotEqualTo(called.out());
    }

    @Test
    void aNameThatCannotBeOneIsWrongUsage() {
        Called called = Called.with("manifests", "--body", "it's");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err()).startsWith("kubilitics: --body: The operator's user name must be");
        assertThat(called.out()).isEmpty();
    }

    private static String nowhere(Path folder) throws IOException {
        return Files.writeString(folder.resolve("config"), """
                apiVersion: v1
                kind: Config
                current-context: nowhere
                contexts: [{name: nowhere, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
                users: [{name: u, user: {token: t}}]
                """).toString();
    }
}
