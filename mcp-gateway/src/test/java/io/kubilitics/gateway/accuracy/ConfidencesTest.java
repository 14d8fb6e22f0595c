package io.kubilitics.gateway.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfidencesTest {

    private static final String KEY = """
            status: diagnosed
            category: dns
            alternateCategories: [network-policy-deny]
            rootCause: {kind: NetworkPolicy, namespace: pond, name: closed}
            alternateRootCauses: [{kind: Namespace, name: pond}]
            """;

    @TempDir
    private Path folder;

    @Test
    void aClassIsWorthAsMuchAsItsAnswersWereRight() throws IOException {
        Confidences confidences = new Confidences();
        Key key = key();
        for (int i = 0; i < 9; i++) {
            confidences.take(key, answer(0, "dns", "NetworkPolicy", "pond", "closed"));
        }
        confidences.take(key, answer(0, "dns", "NetworkPolicy", "pond", "open"));
        confidences.take(key, answer(3, "oom-killed", "NetworkPolicy", "pond", "closed"));
        assertThat(confidences.table())
                .contains("| proven | 10 | 9 | 0.90 | 0.60–0.98 | one family only |")
                .contains("| strong | 0 |")
                .contains("| weak | 1 | 0 | 0.00 | 0.00–0.79 |")
                .contains("| all | 11 | 9 | 0.82 |");
    }

    @Test
    void whatTheAuthorDefendsAsWellIsRightToo() throws IOException {
        Key key = key();
        assertThat(key.holds(found("network-policy-deny", "Namespace", "", "pond")))
                .isTrue();
        assertThat(key.holds(found("dns", "NetworkPolicy", "lake", "closed"))).isFalse();
        assertThat(key.holds(found("quota-exceeded", "Namespace", "", "pond"))).isFalse();
    }

    private Key key() throws IOException {
        Path bundle = Files.createDirectories(folder.resolve("cases/one"));
        Path expected = Files.createDirectories(folder.resolve("cases-expected/one"));
        Files.writeString(expected.resolve("expected.yaml"), KEY);
        return Key.of(bundle);
    }

    private static Answer answer(int surest, String category, String kind, String namespace, String name) {
        return new Answer(
                "diagnosed", List.of(new Answer.Found("some-cause", category, kind, namespace, name, surest)));
    }

    private static Answer.Found found(String category, String kind, String namespace, String name) {
        return new Answer.Found("some-cause", category, kind, namespace, name, 0);
    }
}
