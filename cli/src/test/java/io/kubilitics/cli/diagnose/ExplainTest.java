package io.kubilitics.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.cli.Called;
import org.junit.jupiter.api.Test;

class ExplainTest {

    @Test
    void explainsACause() {
        Called called = Called.with("explain", "config-key-missing");

        assertThat(called.status()).isZero();
        assertThat(called.out())
                .startsWith("config-key-missing  (config-key-missing)")
                .contains("Confirmed by: ", "Refuted by: ", "container-not-created");
    }

    @Test
    void listsAllCausesWhenNoneIsNamed() {
        Called called = Called.with("explain");

        assertThat(called.status()).isZero();
        assertThat(called.out()).contains("config-key-missing ", "something-unseen ");
    }

    @Test
    void aNameThatIsNoCauseGetsTheNamesThatAreLikeIt() {
        Called called = Called.with("explain", "key-missing");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.err()).contains("no cause is called 'key-missing'; did you mean config-key-missing?");
    }
}
