package io.kubilitics.operator.safety;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.HttpURLConnection;
import java.util.concurrent.CompletableFuture;

/** Puts the body's token on each request, in the place where the client would put what its configuration says. */
final class OwnToken implements Interceptor {

    private static final String HEADER = "Authorization";
    private static final String BEARER = "Bearer ";

    private final Renewal renewal;

    OwnToken(Renewal renewal) {
        this.renewal = renewal;
    }

    @Override
    public void before(BasicBuilder request, HttpRequest original, RequestTags tags) {
        request.setHeader(HEADER, BEARER + renewal.current());
    }

    @Override
    public CompletableFuture<Boolean> afterFailure(BasicBuilder request, HttpResponse<?> response, RequestTags tags) {
        if (response.code() != HttpURLConnection.HTTP_UNAUTHORIZED) {
            return CompletableFuture.completedFuture(false);
        }
        request.setHeader(HEADER, BEARER + renewal.afterRefusal());
        return CompletableFuture.completedFuture(true);
    }
}
