package io.kubilitics.graph.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1000",
        "250m, 250",
        "0.5, 500",
        "64Mi, 67108864000",
        "1k, 1000000",
        "2e3, 2000000",
        "1E, 1000000000000000000000",
        "100n, 1",
        "-1, -1000"
    })
    void isCountedInThousandths(String text, BigDecimal thousandths) {
        long most = thousandths.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
        assertThat(Amount.of(text)).contains(new Amount(most));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1x", "--1", "1e999999999", "1.2.3", "Mi", "1 Mi"})
    void whatIsNoAmountIsNone(String text) {
        assertThat(Amount.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1500m, 1500m", "2Ki, 2048"})
    void isWrittenShort(String text, String written) {
        assertThat(Amount.of(text).orElseThrow()).hasToString(written);
    }
}
