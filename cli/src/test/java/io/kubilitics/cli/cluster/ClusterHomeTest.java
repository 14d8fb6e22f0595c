package io.kubilitics.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.ExitCode;
import io.kubilitics.cli.cluster.Settings.Listener;
import io.kubilitics.cli.cluster.build.Binaries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterHomeTest {

    @TempDir
    Path cache;

    @ParameterizedTest
    @ValueSource(strings = {"", "../other", "Lab", "a b", "1st", "a-name-that-is-much-too-long"})
    void aNameThatCouldLeadElsewhereIsRefused(String name) {
        assertThatThrownBy(() -> home(name))
                .isInstanceOfSatisfying(
                        CliFault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.WRONG_USAGE))
                .hasMessageContaining("'" + name + "' is no name for a cluster");
    }

    @Test
    void settingsAreFoundAgain() {
        ClusterHome home = home("lab");
        Settings settings = new Settings("kbl12345678", 99, Map.of(Listener.API_SERVER, 3));
        settings.save(home);

        assertThat(Settings.read(home)).contains(settings);
        assertThat(settings.url(Listener.API_SERVER)).isEqualTo("https://10.99.99.1:3");
    }

    @Test
    void downKeepsOnlyTheLogs() throws Exception {
        ClusterHome home = home("lab");
        home.write("etcd/member/wal", "data");
        home.write("kubeconfig", "secret");
        home.write("logs/etcd.log", "line");

        home.deleteAllButLogs();

        try (var left = Files.list(home.folder())) {
            assertThat(left).containsExactly(home.logs());
        }
        assertThat(home.logs().resolve("etcd.log")).hasContent("line");
    }

    @Test
    void anAssetsFolderThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> Binaries.of(Map.of("KUBEBUILDER_ASSETS", "/nowhere/at/all")))
                .isInstanceOf(CliFault.class)
                .hasMessageContaining("KUBEBUILDER_ASSETS names /nowhere/at/all");
    }

    @Test
    void aTemplateWithoutAValueIsRefused() {
        assertThatThrownBy(() -> Template.fill("kubelet.yaml", Map.of("NODE", "/n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kubelet.yaml needs a value for @");
    }

    private ClusterHome home(String name) {
        return ClusterHome.of(name, new Binaries(cache, Optional.empty()));
    }
}
