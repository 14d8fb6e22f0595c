package io.kubilitics.e2e.telemetry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a body answers on its port. */
record Asked(int port) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    int status(String path) throws IOException, InterruptedException {
        return get(path).statusCode();
    }

    String text(String path) throws IOException, InterruptedException {
        return get(path).body();
    }

    Page metrics() throws IOException, InterruptedException {
        return Page.of(text("/metrics"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
