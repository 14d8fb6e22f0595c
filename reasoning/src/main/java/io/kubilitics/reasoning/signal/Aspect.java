package io.kubilitics.reasoning.signal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a number tells of an application, whatever the monitoring system calls it. */
public enum Aspect {
    RETRANSMISSIONS("retrans", "tcp_ret", "packet loss", "packet_loss"),
    THROTTLING("throttl", "cfs"),
    LATENCY("latency", "duration", "response time", "response_time", "responsetime", "slow"),
    CPU("cpu"),
    MEMORY("mem"),
    SUCCESS("success"),
    ERRORS("error", "5xx"),
    REQUESTS("rps", "qps", "request", "throughput", "traffic rate"),
    RECEIVED("receive", "rx", "inbound", "ingress"),
    SENT("transmit", "tx", "sent", "outbound", "egress");

    private final String words;

    Aspect(String... words) {
        this.words = String.join("|", words);
    }

    private Stream<String> words() {
        return Arrays.stream(words.split("\\|", -1));
    }

    /** By the name of a metric or the words of an alert; the first that fits, the most specific first. */
    public static Optional<Aspect> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Aspect aspect : values()) {
            if (aspect.words().anyMatch(lower::contains)) {
                return Optional.of(aspect);
            }
        }
        return Optional.empty();
    }
}
