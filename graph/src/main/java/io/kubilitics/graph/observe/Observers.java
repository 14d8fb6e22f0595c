package io.kubilitics.graph.observe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.Observation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind that is understood, each with its observer. */
public final class Observers {

    private static final Map<Kind, Observer<?>> BY_KIND = List.<Observer<?>>of(
                    new PodObserver(),
                    new DeploymentObserver(),
                    new ReplicaSetObserver(),
                    new ConfigMapObserver(),
                    new SecretObserver(),
                    new NodeObserver(),
                    new NamespaceObserver(),
                    new EventObserver())
            .stream()
            .collect(Collectors.toMap(Observer::kind, Function.identity()));

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Observers() {}

    /** What an object tells; nothing when its kind is not understood. */
    public static List<Observation> observe(HasMetadata object) {
        Observer<?> observer = BY_KIND.get(Kind.of(object.getApiVersion(), object.getKind()));
        return observer == null ? List.of() : observe(observer, object);
    }

    /** The same from JSON, as it comes over the wire or from a file. */
    public static List<Observation> observe(Kind kind, String json) throws JsonProcessingException {
        Observer<?> observer = BY_KIND.get(kind);
        return observer == null ? List.of() : observe(observer, JSON.readValue(json, observer.model()));
    }

    private static <T extends HasMetadata> List<Observation> observe(Observer<T> observer, HasMetadata object) {
        return observer.observe(observer.model().cast(object));
    }
}
