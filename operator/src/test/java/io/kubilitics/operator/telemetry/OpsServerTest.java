package io.kubilitics.operator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpsServerTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Telemetry telemetry = new Telemetry(InstantSource.system());
    private volatile Optional<String> trouble = Optional.empty();
    private final OpsServer server = new OpsServer(
            loopback(0),
            List.of(new Check("writer", Optional::empty)),
            List.of(new Check("synced", () -> trouble), new Check("stream", Optional::empty)),
            telemetry);

    @AfterEach
    void end() {
        server.close();
        telemetry.close();
        http.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void whileAllHoldsItIsOk(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(get(path).body()).isEqualTo("ok\n");
    }

    @Test
    void eachCheckIsNamedWhenAskedFor() throws Exception {
        assertThat(get("/readyz?verbose").body()).isEqualTo("[+]synced ok\n[+]stream ok\nreadyz check passed\n");
    }

    @Test
    void whatDoesNotHoldIsNamedWithItsReason() throws Exception {
        trouble = Optional.of("not yet");

        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/readyz").body()).isEqualTo("[-]synced failed: not yet\n[+]stream ok\nreadyz check failed\n");
        assertThat(get("/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void metricsAreInTheTextFormat() throws Exception {
        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body()).contains("kubilitics_updates_applied_total 0.0", "jvm_memory_used_bytes{");
    }

    @Test
    void whatIsNotThereAndWhatIsNotAllowedIsSaidInASentence() throws Exception {
        assertThat(get("/secret").statusCode()).isEqualTo(404);
        assertThat(get("/secret").body()).isEqualTo("there are /livez, /readyz and /metrics here\n");

        var posted = http.send(
                request("/livez").POST(HttpRequest.BodyPublishers.ofString("x")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("allow")).contains("GET, HEAD");
        assertThat(posted.body()).isEqualTo("this can only be read\n");
    }

    @Test
    void aPortInUseIsOneSentence() {
        assertThatExceptionOfType(CannotListen.class)
                .isThrownBy(() -> new OpsServer(loopback(server.port()), List.of(), List.of(), telemetry))
                .withMessage("cannot listen on localhost:%d: Address already in use", server.port());
    }

    @Test
    @Timeout(value = 40, unit = TimeUnit.SECONDS)
    void aClientThatNeverFinishesItsRequestIsSentAway() throws IOException {
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            slow.getOutputStream().write("GET /livez HTTP/1.1\r\nHost:".getBytes(StandardCharsets.US_ASCII));
            slow.setSoTimeout(30_000);
            assertThat(slow.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void afterItIsClosedNobodyListens() {
        int port = server.port();
        server.close();

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(server.port(), path)))
                .timeout(Duration.ofSeconds(5));
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
