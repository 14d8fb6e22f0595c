package io.kubilitics.gateway.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubilitics.reasoning.report.Report;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the benchmark measures is answered right: each that is at fault is found, and nobody else. */
class CrowdsTest {

    @ParameterizedTest
    @CsvSource({
        "KEYS, 50, config-key-missing, ConfigMap, 5",
        "CRASHES, 50, config-value-invalid, Deployment, 5",
        "NODES, 100, kubelet-unavailable, Node, 1"
    })
    void eachCauseIsFoundOnce(Crowd.Trouble trouble, int unwell, String cause, String kind, int causes) {
        Report report = Crowds.diagnose(Crowd.of(2_000, trouble, unwell));

        assertThat(report.causes())
                .hasSize(causes)
                .extracting(Report.Cause::cause, found -> found.object().kind())
                .containsOnly(tuple(cause, kind));
        assertThat(report.causes()).extracting(Report.Cause::object).doesNotHaveDuplicates();
    }
}
