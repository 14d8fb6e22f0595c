package io.kubilitics.operator.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /livez}, {@code /readyz} and {@code /metrics}, for whoever keeps the process running and watches over it. */
public final class OpsServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpsServer.class);
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    static {
        // The JDK's server waits forever for a slow client unless told otherwise before its first use.
        limit("sun.net.httpserver.maxReqTime", 10);
        limit("sun.net.httpserver.maxRspTime", 30);
        limit("sun.net.httpserver.idleInterval", 30);
        limit("sun.net.httpserver.maxIdleConnections", 16);
        limit("sun.net.httpserver.maxReqHeaderSize", 16 << 10);
        limit("jdk.httpserver.maxConnections", 64);
    }

    private final List<Check> live;
    private final List<Check> ready;
    private final Telemetry telemetry;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private record Answer(int status, String type, String text) {}

    /**
     * Listens from now on.
     *
     * @param address a port of 0 means any free one
     * @param live what must hold, or the process is to be ended and started again
     * @param ready what must hold for the process to be of use
     * @throws CannotListen when the port cannot be had
     */
    public OpsServer(InetSocketAddress address, List<Check> live, List<Check> ready, Telemetry telemetry) {
        this.live = List.copyOf(live);
        this.ready = List.copyOf(ready);
        this.telemetry = telemetry;
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException taken) {
            throw new CannotListen(
                    "cannot listen on %s:%d: %s"
                            .formatted(address.getHostString(), address.getPort(), taken.getMessage()),
                    taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        LOG.atInfo()
                .addKeyValue("host", address.getHostString())
                .addKeyValue("port", port())
                .log("answering /livez, /readyz and /metrics");
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private static void limit(String property, int most) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, String.valueOf(most));
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            Answer answer = method.equals("GET") || method.equals("HEAD")
                    ? answer(exchange.getRequestURI())
                    : new Answer(405, TEXT, "this can only be read\n");
            byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            if (answer.status() == 405) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            }
            boolean headOnly = method.equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), headOnly ? -1 : body.length);
            if (!headOnly) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Answer answer(URI asked) {
        boolean verbose = String.valueOf(asked.getQuery()).startsWith("verbose");
        try {
            return switch (asked.getPath()) {
                case "/livez" -> checked("livez", live, verbose);
                case "/readyz" -> checked("readyz", ready, verbose);
                case "/metrics" -> new Answer(200, METRICS, telemetry.page());
                default -> new Answer(404, TEXT, "there are /livez, /readyz and /metrics here\n");
            };
        } catch (RuntimeException broken) {
            LOG.atError().addKeyValue("path", asked.getPath()).setCause(broken).log("a page could not be made");
            return new Answer(500, TEXT, "this should not have happened; the log tells more\n");
        }
    }

    /** As the API server answers: {@code ok}, or a line for each check. */
    private static Answer checked(String name, List<Check> checks, boolean verbose) {
        StringBuilder lines = new StringBuilder();
        boolean failed = false;
        for (Check check : checks) {
            Optional<String> trouble = check.trouble().get();
            failed |= trouble.isPresent();
            lines.append(trouble.map(why -> "[-]%s failed: %s\n".formatted(check.name(), why))
                    .orElse("[+]%s ok\n".formatted(check.name())));
            check.remarks().get().forEach(remark -> lines.append("   %s\n".formatted(remark)));
        }
        if (failed) {
            return new Answer(503, TEXT, lines + name + " check failed\n");
        }
        return new Answer(200, TEXT, verbose ? lines + name + " check passed\n" : "ok\n");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
