package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterVersionTest {

    @Test
    void anOldClusterIsNamed() {
        assertThat(ClusterVersion.complaint("1", "29+"))
                .contains(
                        "this cluster is Kubernetes 1.29, and at least 1.30 is supported: what is seen of it may be wrong");
    }

    @Test
    void whatIsNewEnoughOrCannotBeReadIsNoReasonToComplain() {
        assertThat(ClusterVersion.complaint("1", "30")).isEmpty();
        assertThat(ClusterVersion.complaint("1", "37+")).isEmpty();
        assertThat(ClusterVersion.complaint("1", "")).isEmpty();
        assertThat(ClusterVersion.complaint("2", "0")).isEmpty();
    }
}
