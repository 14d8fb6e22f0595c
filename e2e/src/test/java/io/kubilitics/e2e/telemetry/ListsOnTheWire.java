package io.kubilitics.e2e.telemetry;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.kubilitics.graph.Kind;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the lists that a client was really given, from its requests: another source than the metric it is compared with. */
final class ListsOnTheWire implements Interceptor {

    private final Map<String, Integer> given = new ConcurrentHashMap<>();

    KubernetesClient counting(KubernetesClient like) {
        return new KubernetesClientBuilder()
                .withConfig(like.getConfiguration())
                .withHttpClientBuilderConsumer(builder -> builder.addOrReplaceInterceptor("lists", this))
                .build();
    }

    @Override
    public void after(HttpRequest request, HttpResponse<?> response, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        boolean watch = String.valueOf(request.uri().getQuery()).contains("watch=true");
        if (response.isSuccessful() && !watch) {
            String path = request.uri().getPath();
            given.merge(path.substring(path.lastIndexOf('/') + 1), 1, Integer::sum);
        }
    }

    int of(Kind kind) {
        return given.getOrDefault(plural(kind.name().toLowerCase(Locale.ROOT)), 0);
    }

    private static String plural(String name) {
        return name.endsWith("y")
                ? name.substring(0, name.length() - 1) + "ies"
                : name + (name.endsWith("s") ? "es" : "s");
    }
}
