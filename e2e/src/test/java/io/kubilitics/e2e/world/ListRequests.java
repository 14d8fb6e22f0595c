package io.kubilitics.e2e.world;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/** Remembers which lists a client asked for and in which manner: each by its first page. */
final class ListRequests implements Interceptor {

    /**
     * One list as it was asked for.
     *
     * @param path such as {@code /apis/apps/v1/deployments}
     * @param limit of one page, empty for everything at once
     * @param version empty, or {@code 0} for what the API server has in memory
     */
    record Asked(String path, String limit, String version) implements Comparable<Asked> {

        static Asked of(URI uri) {
            Map<String, String> query = query(uri);
            return new Asked(uri.getPath(), query.getOrDefault("limit", ""), query.getOrDefault("resourceVersion", ""));
        }

        String plural() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** As objects name it. */
        String apiVersion() {
            return path.substring(0, path.lastIndexOf('/'))
                    .replaceFirst("^/apis?/", "")
                    .replaceFirst("/namespaces/.*", "");
        }

        /** The only one that was asked for, empty for all. */
        String namespace() {
            return path.contains("/namespaces/") ? path.replaceFirst(".*/namespaces/([^/]+)/.*", "$1") : "";
        }

        @Override
        public int compareTo(Asked other) {
            return toString().compareTo(other.toString());
        }
    }

    private final Set<Asked> asked = new ConcurrentSkipListSet<>();

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        Map<String, String> query = query(request.uri());
        boolean list = query.containsKey("resourceVersion") || query.containsKey("limit");
        if (list && !query.containsKey("watch") && !query.containsKey("continue")) {
            asked.add(Asked.of(request.uri()));
        }
    }

    Set<Asked> asked() {
        return Set.copyOf(asked);
    }

    private static Map<String, String> query(URI uri) {
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (first, _) -> first));
    }
}
