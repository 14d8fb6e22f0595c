package io.kubilitics.e2e.architecture;

import java.util.stream.Stream;

/** Every fence of the house. */
final class Fences {

    private Fences() {}

    static Stream<Fence> all() {
        return Stream.of(
                        Arrows.fences(), Libraries.fences(), Stream.of(Writes.fence(), Writers.fence()), Names.fences())
                .flatMap(each -> each);
    }
}
