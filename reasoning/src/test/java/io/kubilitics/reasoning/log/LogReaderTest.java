package io.kubilitics.reasoning.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogReaderTest {

    private static final Instant NOW = Instant.parse("2026-05-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dial tcp 10.1.2.3:8080: connect: connection refused | REFUSED | 10.1.2.3:8080",
                "Error: connect ECONNREFUSED 10.1.2.3:5432 | REFUSED | 10.1.2.3:5432",
                "could not connect to server at \"pg\" (10.0.0.9), port 5433 failed: Connection refused | REFUSED | pg:5433",
                "HTTPConnectionPool(host='stock', port=80): Max retries: [Errno 111] Connection refused | REFUSED | stock:80",
                "lookup stock.shop.svc on 10.96.0.10:53: read udp 10.1.1.1:4->10.96.0.10:53: i/o timeout | RESOLVER_SILENT | stock.shop.svc",
                "dial tcp: lookup stock on 10.96.0.10:53: no such host | NAME_UNKNOWN | stock",
                "getaddrinfo ENOTFOUND stock.shop | NAME_UNKNOWN | stock.shop",
                "java.net.UnknownHostException: stock: Name or service not known | NAME_UNKNOWN | stock",
                "ERROR upstream stock.shop.svc.cluster.local: connection refused | REFUSED | stock.shop.svc.cluster.local",
                "No servers available for service: stock | NO_INSTANCE | stock",
                "Access denied for user 'x'@'10.1.1.1' (using password: YES) | CREDENTIALS_REFUSED | ''",
                "FATAL: sorry, too many clients already | TOO_MANY_CONNECTIONS | ''",
                "READONLY You can't write against a read only replica. | READ_ONLY_STORE | ''",
                "x509: certificate has expired or is not yet valid | CERTIFICATE_EXPIRED | ''",
                "bind: address already in use | ADDRESS_IN_USE | ''",
                "write /data/x: no space left on device | DISK_FULL | ''",
                "ModuleNotFoundError: No module named 'x' | CLASS_MISSING | ''",
                "flag provided but not defined: -x | BAD_FLAG | ''"
            })
    void whatIsWrongAndWithWhomIsRead(String line, Grievance grievance, String peer) {
        Complaint read = only(List.of(line));

        assertThat(read.grievance()).isEqualTo(grievance);
        assertThat(read.peer()).hasToString(peer);
    }

    @Test
    void whatIsHarmlessIsNoComplaint() {
        assertThat(read(List.of("INFO listening on :8080", "GET /orders 200 in 3ms", "connected to stock:80")))
                .isEmpty();
    }

    @Test
    void linesThatSayTheSameAreOneWithItsTimesAndTheLevelOfTheLineTheyFollow() {
        Complaint read = only(List.of(
                        "2026-05-05T11:00:00Z ERROR cannot save",
                        "Caused by: Connection refused",
                        "2026-05-05T11:01:00Z ERROR call stock:80 failed: connection refused",
                        "2026-05-05T11:02:00Z ERROR call stock:80 failed: connection refused")
                .subList(2, 4));

        assertThat(read.count()).isEqualTo(2);
        assertThat(read.since()).isEqualTo(Instant.parse("2026-05-05T11:01:00Z"));
        assertThat(read(List.of("2026-05-05T11:00:00Z ERROR cannot save", "Caused by: Connection refused")))
                .extracting(Complaint::grievance, Complaint::severity)
                .containsExactly(tuple(Grievance.OWN_ERROR, Severity.ERROR), tuple(Grievance.REFUSED, Severity.ERROR));
    }

    @Test
    void whatTheLogWentOnWithoutIsOver() {
        assertThat(only(lines("11:40", 5, "ERROR stock:80: connection refused", "11:41:59"))
                        .goesOn(NOW))
                .isFalse();
        assertThat(only(lines("11:55", 5, "ERROR stock:80: connection refused", "11:55:30"))
                        .goesOn(NOW))
                .isTrue();
        assertThat(only(lines("11:58", 2, "ERROR stock:80: connection refused", "11:58:10"))
                        .goesOn(NOW))
                .isFalse();
    }

    @Test
    void retriesAtTheStartThatSucceededAreOver() {
        assertThat(only(lines("11:50", 4, "WARN stock:80: connection refused, retrying", "11:58:59"))
                        .goesOn(NOW))
                .isFalse();
    }

    @Test
    void noLineIsSlowToRead() {
        String nasty = "connection refused " + "a-".repeat(20_000) + ".".repeat(2_000) + ":";
        Instant began = Instant.now();

        read(Collections.nCopies(200, nasty));

        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    /** So many complaints within the first minute, and a line of peace at the end. */
    private static List<String> lines(String from, int count, String complaint, String until) {
        List<String> lines = new java.util.ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> "2026-05-05T%s:%02dZ %s".formatted(from, i * 5, complaint))
                .toList());
        lines.add("2026-05-05T%sZ INFO all is well".formatted(until));
        return lines;
    }

    private static Complaint only(List<String> lines) {
        List<Complaint> read = read(lines);
        assertThat(read).hasSize(1);
        return read.getFirst();
    }

    private static List<Complaint> read(List<String> lines) {
        return LogReader.read(ResourceRef.of(Kind.POD, "shop", "cart"), "app", false, lines);
    }
}
