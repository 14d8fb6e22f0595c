package io.kubilitics.operator.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

/** Answers lists and watches as an API server does: with nothing, unless it is told otherwise. For what a real one rarely does. */
final class FakeApiServer implements AutoCloseable {

    private static final String END = "";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final Map<String, List<List<String>>> pages = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<String>> events = new ConcurrentHashMap<>();
    private final Queue<URI> lists = new ConcurrentLinkedQueue<>();

    FakeApiServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl("http://localhost:" + server.getAddress().getPort())
                        .withOnlyHttpWatches(true)
                        .withHttp2Disable(true)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }

    void refuse(String path, int status) {
        refusals.put(path, status);
    }

    void allow(String path) {
        refusals.remove(path);
    }

    /** What there is, page by page. */
    void hold(String path, List<List<String>> items) {
        pages.put(path, items);
    }

    /** Tells a watch something, and ends it. */
    void tellLast(String path, String event) {
        BlockingQueue<String> waiting = waiting(path);
        waiting.add(event);
        waiting.add(END);
    }

    /** The queries of all lists of a path. */
    List<String> lists(String path) {
        return lists.stream()
                .filter(uri -> uri.getPath().equals(path))
                .map(uri -> String.valueOf(uri.getQuery()))
                .toList();
    }

    static String item(String namespace, String name) {
        return "{\"metadata\":{\"name\":\"%s\",\"namespace\":\"%s\",\"uid\":\"u-%s\",\"resourceVersion\":\"1\"}}"
                .formatted(name, namespace, name);
    }

    private BlockingQueue<String> waiting(String path) {
        return events.computeIfAbsent(path, _ -> new LinkedBlockingQueue<>());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI asked = exchange.getRequestURI();
            String path = asked.getPath();
            Integer refusal = refusals.get(path);
            if (refusal != null) {
                send(
                        exchange,
                        refusal,
                        "{\"kind\":\"Status\",\"code\":%d,\"message\":\"no, says the test\"}".formatted(refusal));
            } else if (path.equals("/version")) {
                send(exchange, 200, "{\"major\":\"1\",\"minor\":\"29\"}");
            } else if (String.valueOf(asked.getQuery()).contains("watch=true")) {
                watch(exchange, waiting(path));
            } else {
                lists.add(asked);
                send(exchange, 200, list(path, String.valueOf(asked.getQuery())));
            }
        }
    }

    private String list(String path, String query) {
        List<List<String>> all = pages.getOrDefault(path, List.of(List.of()));
        int page = IntStream.range(1, all.size())
                .filter(number -> query.contains("continue=page-" + number))
                .findFirst()
                .orElse(0);
        return "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"7\"%s},\"items\":[%s]}"
                .formatted(
                        page + 1 < all.size() ? ",\"continue\":\"page-%d\"".formatted(page + 1) : "",
                        String.join(",", all.get(page)));
    }

    private static void watch(HttpExchange exchange, BlockingQueue<String> events) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        try {
            for (String event = events.take(); !event.equals(END); event = events.take()) {
                exchange.getResponseBody().write((event + "\n").getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
