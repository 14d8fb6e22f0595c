package io.kubilitics.operator.feed;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers lists and watches as an API server does: with nothing, unless it is told otherwise. For what a real one rarely does. */
final class FakeApiServer implements AutoCloseable {

    private static final String END = "";

    /** What an API server does to a list when it is not well. */
    enum Manner {
        NEVER_ANSWERS(0),
        ANSWERS_HALF_AND_STALLS(0),
        ANSWERS_HALF_AND_CLOSES(0),
        HAS_TOO_MANY_REQUESTS(429),
        FAILS(500),
        RAN_OUT_OF_TIME(504);

        private final int status;

        Manner(int status) {
            this.status = status;
        }
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket server;
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final Map<String, List<List<String>>> pages = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<String>> events = new ConcurrentHashMap<>();
    private final Map<String, Queue<Manner>> manners = new ConcurrentHashMap<>();
    private final Queue<URI> watches = new ConcurrentLinkedQueue<>();
    private final Queue<URI> lists = new ConcurrentLinkedQueue<>();

    FakeApiServer() throws IOException {
        server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    private void serve() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closing) {
            threads.shutdownNow();
        }
    }

    private void serve(Socket socket) {
        try (Conversation talk = Conversation.begin(socket)) {
            answer(talk);
        } catch (IOException gone) {
            // Whoever asked does not wait any more.
        }
    }

    KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl("http://localhost:" + server.getLocalPort())
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

    /** How the next lists of a path are answered, one after the other. */
    void misbehave(String path, Manner... next) {
        manners.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    /** How the next list of a path is answered that asks to go on from there. */
    void misbehaveAt(String path, String page, Manner next) {
        misbehave(path + "?" + page, next);
    }

    void wellAgain(String path) {
        manners.remove(path);
    }

    /** What there is, page by page. */
    void hold(String path, List<List<String>> items) {
        pages.put(path, items);
    }

    void tell(String path, String event) {
        waiting(path).add(event);
    }

    void endWatch(String path) {
        waiting(path).add(END);
    }

    /** Tells a watch something, and ends it. */
    void tellLast(String path, String event) {
        BlockingQueue<String> waiting = waiting(path);
        waiting.add(event);
        waiting.add(END);
    }

    /** The queries of all lists of a path. */
    List<String> lists(String path) {
        return queries(lists, path);
    }

    /** The queries of all watches of a path. */
    List<String> watches(String path) {
        return queries(watches, path);
    }

    private static List<String> queries(Queue<URI> asked, String path) {
        return asked.stream()
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

    private void answer(Conversation talk) throws IOException {
        String path = talk.asked().getPath();
        String query = String.valueOf(talk.asked().getQuery());
        Integer refusal = refusals.get(path);
        if (refusal != null) {
            talk.answer(refusal, status(refusal));
        } else if (path.equals("/version")) {
            talk.answer(200, "{\"major\":\"1\",\"minor\":\"29\"}");
        } else if (query.contains("watch=true")) {
            watches.add(talk.asked());
            watch(talk, waiting(path));
        } else {
            lists.add(talk.asked());
            Manner manner = manner(talk.asked());
            if (manner == null) {
                talk.answer(200, list(path, query));
            } else {
                answer(talk, manner, list(path, query));
            }
        }
    }

    private @Nullable Manner manner(URI asked) {
        String page = String.valueOf(asked.getQuery()).replaceFirst(".*continue=", "");
        return Stream.of(asked.getPath() + "?" + page, asked.getPath())
                .map(manners::get)
                .filter(waiting -> waiting != null && !waiting.isEmpty())
                .map(Queue::poll)
                .findFirst()
                .orElse(null);
    }

    private static void answer(Conversation talk, Manner manner, String list) throws IOException {
        switch (manner) {
            case NEVER_ANSWERS -> waitForTheEnd();
            case ANSWERS_HALF_AND_STALLS -> {
                talk.answerHalf(list);
                waitForTheEnd();
            }
            case ANSWERS_HALF_AND_CLOSES -> talk.answerHalf(list);
            default -> talk.answer(manner.status, status(manner.status));
        }
    }

    private static void waitForTheEnd() {
        try {
            Thread.sleep(Duration.ofDays(1));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static String status(int code) {
        return "{\"kind\":\"Status\",\"code\":%d,\"message\":\"no, says the test\"}".formatted(code);
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

    private static void watch(Conversation talk, BlockingQueue<String> events) throws IOException {
        talk.beginStream();
        try {
            for (String event = events.take(); !event.equals(END); event = events.take()) {
                talk.say(event + "\n");
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
