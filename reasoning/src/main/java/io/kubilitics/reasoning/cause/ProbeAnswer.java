package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.facts.Probes.How;
import io.kubilitics.graph.facts.Probes.Probe;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a kubelet got for an answer when it asked a container, as it says in its event. */
enum ProbeAnswer {
    /** Somebody is there and speaks another language. */
    FOREIGN(
            "malformed HTTP|transport connection broken|server gave HTTP response to HTTPS|first record does not look like a TLS"
                    + "|error reading server preface|frame too large|unexpected HTTP status code|server preface|tls: |x509|http2:|\\bEOF\\b"
                    + "|connection reset|server closed|does not implement the grpc health|unknown service grpc\\.health|code = Unimplemented"
                    + "|HTTP/0\\.9|invalid header|statuscode: 426"),
    /** Nobody is there, or the container does not have such a port. */
    REFUSED(
            "refused|no route to host|couldn'?t find port|unable to find.{0,20}port|invalid port|strconv|lookup \\S{1,100}"),
    /** A gRPC client cannot tell whether nobody is there or whether somebody keeps silent. */
    NOT_CONNECTED("failed to connect service"),
    WRONG_PATH("statuscode: (?:404|405|410|301|302|307|308|401|403)|service unknown|code = NotFound"),
    NO_SUCH_COMMAND("executable file not found|no such file or directory|not found in \\$PATH|exec: \"|: not found"),
    LATE("deadline exceeded|timed? ?out|Client\\.Timeout"),
    /** It answers, and says that it is not well. */
    UNWELL("statuscode: |service not healthy|NOT_SERVING|unhealthy|responded with");

    private static final Pattern PORT = Pattern.compile("(?<=[\\w\\]]):(\\d{1,5})(?=[/\":?\\s]|$)");

    private final Pattern signs;

    ProbeAnswer(String signs) {
        this.signs = Pattern.compile(signs, Pattern.CASE_INSENSITIVE);
    }

    static Optional<ProbeAnswer> of(String message, Probe probe) {
        for (ProbeAnswer answer : values()) {
            boolean ofCommands = answer == NO_SUCH_COMMAND;
            if ((!ofCommands || probe.how() == How.COMMAND)
                    && answer.signs.matcher(message).find()) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    /** Whether a message tells of this probe: of its port, if it tells any. */
    static boolean isOf(Probe probe, int port, String message) {
        Matcher told = PORT.matcher(message);
        return port == 0 || probe.how() == How.COMMAND || !told.find() || Integer.parseInt(told.group(1)) == port;
    }
}
