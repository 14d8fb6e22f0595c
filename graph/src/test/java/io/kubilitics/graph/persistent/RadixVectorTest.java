package io.kubilitics.graph.persistent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RadixVectorTest {

    @Test
    void behavesLikeAPlainMap() {
        Random random = new Random(1);
        Map<Integer, String> twin = new HashMap<>();
        RadixVector<String> vector = RadixVector.empty();
        for (int step = 0; step < 30_000; step++) {
            int index = random.nextInt(1 << random.nextInt(1, 21));
            String value = random.nextInt(3) == 0 ? null : "v" + step;
            twin.put(index, value);
            vector = vector.with(index, value);
        }
        for (int index : twin.keySet()) {
            assertThat(vector.get(index)).isEqualTo(twin.get(index));
        }
        assertThat(vector.get(1 << 30)).isNull();
        assertThat(vector.get(Integer.MAX_VALUE)).isNull();
    }

    @Test
    void theVectorBeforeStaysAsItWas() {
        RadixVector<String> before = RadixVector.<String>empty().with(3, "a");
        RadixVector<String> after = before.with(3, "b").with(70_000, "c");

        assertThat(before.get(3)).isEqualTo("a");
        assertThat(before.get(70_000)).isNull();
        assertThat(after.get(3)).isEqualTo("b");
        assertThat(after.get(70_000)).isEqualTo("c");
    }

    @Test
    void noPlaceIsNegative() {
        assertThatThrownBy(() -> RadixVector.empty().with(-1, "a")).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
