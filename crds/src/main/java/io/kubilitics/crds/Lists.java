package io.kubilitics.crds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of a resource: one that is not there is an empty one. */
public final class Lists {

    private Lists() {}

    public static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
