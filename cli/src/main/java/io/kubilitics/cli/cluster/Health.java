package io.kubilitics.cli.cluster;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.cluster.machine.Processes;
import io.kubilitics.cli.cluster.machine.Tool;
import io.kubilitics.cli.cluster.machine.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Waits until a component says that it is well; one that ended instead is reported with the end of its log. */
final class Health {

    private static final int LOG_LINES = 5;
    /** While a process replaces its program, its environment reads as empty for a moment. */
    private static final int MISSED_IN_A_ROW = 5;

    private final Processes processes;
    private final HttpClient http;

    Health(ClusterHome home) {
        this.processes = home.processes();
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .sslContext(trusting(home.pki().resolve("ca.crt")))
                .build();
    }

    void await(String component, int seconds, String url) {
        await(component, seconds, () -> answers(url));
    }

    void await(String component, int seconds, BooleanSupplier well) {
        AtomicInteger missed = new AtomicInteger();
        boolean answered = Waiting.until(seconds * 1000L, () -> {
            missed.set(processes.alive(component) ? 0 : missed.get() + 1);
            return well.getAsBoolean() || missed.get() == MISSED_IN_A_ROW;
        });
        if (!answered || missed.get() == MISSED_IN_A_ROW) {
            throw CliFault.failed("%s %s; the end of %s:%n%s"
                    .formatted(
                            component,
                            answered ? "ended" : "is not ready after " + seconds + " s",
                            processes.log(component),
                            Tool.tail(processes.log(component), LOG_LINES)));
        }
    }

    private boolean answers(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CliFault.failed("interrupted while waiting for " + url, interrupted);
        }
    }

    private static SSLContext trusting(Path authority) {
        try (InputStream in = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw CliFault.failed("the cluster's certificate " + authority + " cannot be read", unreadable);
        }
    }
}
