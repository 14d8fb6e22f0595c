package io.kubilitics.e2e.safety;

import static io.kubilitics.e2e.cluster.Eventually.eventually;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.function.Consumer;

/** Admission policies that somebody tampers with. */
final class Policies {

    private Policies() {}

    /** At the second try where a controller writes the status at the same moment. */
    static <T extends HasMetadata> void alter(Resource<T> resource, Consumer<T> alteration) {
        eventually(() -> resource.edit(seen -> {
            alteration.accept(seen);
            return seen;
        }));
    }
}
