package io.kubilitics.graph.observe;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.Observation;
import java.util.List;

/**
 * Reads one kind of object.
 *
 * @param <T> the model it reads
 */
interface Observer<T extends HasMetadata> {

    Kind kind();

    Class<T> model();

    List<Observation> observe(T object);
}
