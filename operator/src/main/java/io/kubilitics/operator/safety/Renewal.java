package io.kubilitics.operator.safety;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Always a token that is good: looks at the clock at each use, so that a machine that slept notices too. */
final class Renewal {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    /** While none can be had, not every request waits for another refusal. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Supplier<Token> source;
    private final InstantSource clock;
    private Token token;
    private Instant lastTry;

    /** Asks for the first at once. */
    Renewal(Supplier<Token> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
        this.lastTry = clock.instant();
        this.token = source.get();
    }

    /** The one to use now; an old one when no other can be had: the API server refuses it when it is too old. */
    synchronized String current() {
        if (token.isDue(clock.instant())) {
            renew();
        }
        return token.value();
    }

    /** The one to try once more: one that should be good is not when its account was made anew, or its keys changed. */
    synchronized String afterRefusal() {
        renew();
        return token.value();
    }

    private void renew() {
        Instant now = clock.instant();
        if (!now.isBefore(lastTry) && now.isBefore(lastTry.plus(PAUSE))) {
            return;
        }
        lastTry = now;
        try {
            token = source.get();
        } catch (RuntimeException unanswered) {
            LOG.atWarn().addKeyValue("why", Reason.of(unanswered)).log("the body's token cannot be renewed");
        }
    }
}
