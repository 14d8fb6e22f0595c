package io.kubilitics.operator.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks for lists and watches as plain JSON, with the client's own connections and credentials. Nothing is asked twice here: who
 * asks knows better when and for what.
 */
final class ApiServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Longer explanations are not read. */
    private static final int LONGEST_COMPLAINT = 64 * 1024;

    private final HttpClient http;
    private final String address;
    private final Limits limits;

    ApiServer(KubernetesClient client, Limits limits) {
        this.limits = limits;
        // Without its own patience, but with whoever it acts for.
        http = client.getHttpClient()
                .newBuilder()
                .tag(new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        address = client.getMasterUrl().toString().replaceFirst("/+$", "");
    }

    Limits limits() {
        return limits;
    }

    /**
     * A reply that begins well; to be closed.
     *
     * @param path with its query
     * @param silence how long to wait for each next word
     */
    Reply ask(String path, Duration silence) throws IOException, InterruptedException {
        Reply reply = new Reply(silence);
        CompletableFuture<HttpResponse<AsyncBody>> asked = http.consumeBytes(request(path, silence), reply);
        try {
            HttpResponse<AsyncBody> response = asked.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
            reply.begin(response.body());
            if (!response.isSuccessful()) {
                throw complaint(response, reply);
            }
            return reply;
        } catch (IOException | InterruptedException over) {
            asked.cancel(true);
            reply.close();
            throw over;
        } catch (TimeoutException silent) {
            asked.cancel(true);
            throw new HttpTimeoutException("no answer for " + Limits.text(limits.answer()));
        } catch (ExecutionException broken) {
            throw new IOException(Answers.reason(broken), broken);
        }
    }

    /** The client's own time-out takes down a connection that nobody waits for any more. */
    private HttpRequest request(String path, Duration silence) {
        Duration longer = limits.answer().compareTo(silence) > 0 ? limits.answer() : silence;
        return http.newHttpRequestBuilder()
                .uri(URI.create(address + path))
                .header("Accept", "application/json")
                .timeout(longer.toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    private static NotServed complaint(HttpResponse<AsyncBody> response, Reply reply) throws IOException {
        JsonNode status = status(reply.readNBytes(LONGEST_COMPLAINT));
        reply.close();
        String after = response.header("Retry-After");
        Duration later = after != null && after.matches("\\d{1,4}")
                ? Duration.ofSeconds(Long.parseLong(after))
                : Duration.ofSeconds(status.at("/details/retryAfterSeconds").asLong(0));
        return new NotServed(response.code(), status.path("message").asText("HTTP status " + response.code()), later);
    }

    private static JsonNode status(byte[] body) {
        try {
            return JSON.readTree(new String(body, java.nio.charset.StandardCharsets.UTF_8));
        } catch (JsonProcessingException other) {
            // Whoever stands between us and the API server speaks as it likes.
            return MissingNode.getInstance();
        }
    }
}
