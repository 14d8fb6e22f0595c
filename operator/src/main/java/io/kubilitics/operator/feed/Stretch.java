package io.kubilitics.operator.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.ResourceRef;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One watch, from when it is begun until it is refused or no longer wanted: a list, page by page, then what changes, then that
 * again from where it stood, or the list where the API server has forgotten that. Each step has its time; one that takes longer
 * is given up and tried again after a pause, a list from the page at which it failed.
 */
final class Stretch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stretch.class);

    /** Not known to us, not allowed, not there. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 405);

    private static final int NOT_THERE = 404;
    private static final int FORGOTTEN = 410;

    /** A watch that told something was one, and one that lived for such a part of the time in which only no is said. */
    private static final int PROOF = 12;

    /** An API server that answers a watch with errors may have become another since the list. */
    private static final int MOST_FAILURES = 3;

    private final Portion portion;
    private final String path;
    private final boolean custom;
    private final ApiServer server;
    private final Workers workers;
    private final Intake intake;
    private final Listing listing;
    private final Watches watches;
    private final Fate fate;
    private final Pauses pauses;
    private final Thread thread;

    private int failures;
    private boolean watchedOnce;
    private long lost = System.nanoTime();
    private volatile String version = "";
    private volatile boolean watching;
    private volatile boolean closed;
    private volatile String trouble = "";

    /** What becomes of it. Told by its own thread. */
    interface Fate {

        /** It is watched, and all of it was listed before. */
        void listed(Stretch stretch);

        /** It has ended. */
        void refused(Stretch stretch, NotServed problem);
    }

    /** What all of them share. */
    record Means(ApiServer server, Workers workers, Watches watches) {}

    Stretch(Means means, Portion portion, Source source, Intake intake, Fate fate) {
        server = means.server();
        workers = means.workers();
        watches = means.watches();
        this.portion = portion;
        this.intake = intake;
        this.fate = fate;
        path = source.path(portion.namespace());
        listing = new Listing(server, workers, intake, path);
        custom = source.custom();
        pauses = new Pauses(server.limits().pause());
        thread = Thread.ofVirtual().name("watch " + portion).unstarted(this::run);
    }

    void start() {
        watches.add(portion, this);
        thread.start();
    }

    Portion portion() {
        return portion;
    }

    /** Everything that it has seen and that is there still, as far as it knows, and that nobody sees any more once it is closed. */
    Set<ResourceRef> lost() {
        return intake.lost();
    }

    boolean isWatching() {
        return watching;
    }

    /** How far it is; empty before everything was listed. */
    String version() {
        return version;
    }

    /** What it waits for while it does not watch, in half a sentence. */
    String awaits() {
        String step = version.isEmpty()
                ? "waits for page %d of its list".formatted(listing.pages() + 1)
                : "waits for its watch to be taken up";
        return trouble.isEmpty() ? step : "%s after: %s".formatted(step, trouble);
    }

    private void run() {
        try {
            boolean on = true;
            while (on && !closed) {
                on = step();
            }
        } catch (InterruptedException unwanted) {
            LOG.atDebug().addKeyValue("kind", portion).log("is watched no longer");
        }
    }

    /** Returns whether there is to be another. */
    private boolean step() throws InterruptedException {
        try {
            if (version.isEmpty()) {
                String listed = listing.finish();
                watches.listed(portion);
                version = listed;
            }
            watch();
            return true;
        } catch (NotServed answer) {
            return goOn(answer);
        } catch (IOException | RuntimeException broken) {
            pause(Answers.reason(broken), Duration.ZERO);
            return true;
        }
    }

    private void watch() throws IOException, InterruptedException {
        Duration longest = server.limits().watch();
        long life = ThreadLocalRandom.current().nextLong(longest.toMillis() / 2, longest.toMillis());
        String query = "?watch=true&allowWatchBookmarks=true&resourceVersion=%s&timeoutSeconds=%d"
                .formatted(URLEncoder.encode(version, StandardCharsets.UTF_8), Math.ceilDiv(life, 1000));
        long begun = 0;
        String before = version;
        try (Reply reply = server.ask(path + query, longest.plus(server.limits().silence()))) {
            begun = System.nanoTime();
            up();
            listen(reply);
        } finally {
            watching = false;
            boolean told = !version.equals(before);
            if (begun != 0
                    && (told
                            || System.nanoTime() - begun
                                    > server.limits().waking().toNanos() / PROOF)) {
                lost = System.nanoTime();
                failures = 0;
                pauses.reset();
            }
        }
        // The API server ends each watch now and then; one that ends them all at once is not to be asked at once.
        if (lost < begun) {
            pause("its watch ended at once", Duration.ZERO);
        }
    }

    private synchronized void up() {
        if (closed) {
            return;
        }
        watches.back(portion, this);
        watching = true;
        trouble = "";
        if (!watchedOnce) {
            watchedOnce = true;
            lost = System.nanoTime();
            fate.listed(this);
        }
    }

    private void listen(Reply reply) throws IOException, InterruptedException {
        try (JsonParser parser = Trees.parser(reply)) {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                hear(Trees.next(parser));
            }
        }
    }

    private void hear(JsonNode event) throws IOException, InterruptedException {
        String type = event.path("type").asText();
        JsonNode object = event.path("object");
        if (type.equals("ERROR")) {
            Duration later =
                    Duration.ofSeconds(object.at("/details/retryAfterSeconds").asLong(0));
            throw new NotServed(
                    object.path("code").asInt(), object.path("message").asText(), later);
        }
        if (object instanceof ObjectNode item) {
            switch (type) {
                case "ADDED", "MODIFIED" -> workers.run(() -> intake.put(item));
                case "DELETED" -> intake.remove(item);
                default -> LOG.trace("so far it has told everything");
            }
        }
        String now = object.path("metadata").path("resourceVersion").asText();
        version = now.isEmpty() ? version : now;
    }

    /**
     * Only who says no at the beginning is taken at his word, or who says nothing else for a while. Whatever else happens, the
     * kind is listed and watched again; were it left, the world would grow old in silence. A custom kind that nobody can convert
     * any more is left unseen after the same while: else it would keep us from acting on all others.
     */
    private boolean goOn(NotServed answer) throws InterruptedException {
        boolean refusal = REFUSALS.contains(answer.code());
        boolean atFirst = !watchedOnce;
        boolean longEnough = System.nanoTime() - lost > server.limits().waking().toNanos();
        if (atFirst ? refusal : longEnough && (refusal || custom)) {
            tellRefused(answer);
            return false;
        }
        failures++;
        if (answer.code() == FORGOTTEN || (failures >= MOST_FAILURES && !version.isEmpty())) {
            version = "";
            listing.beginAnew();
            failures = 0;
        }
        pause(answer.reason(), answer.later());
        return true;
    }

    private synchronized void tellRefused(NotServed answer) {
        if (!closed) {
            fate.refused(this, answer);
        }
    }

    private void pause(String reason, Duration least) throws InterruptedException {
        trouble = reason;
        if (!closed) {
            Duration pause = pauses.next(least);
            LOG.atWarn()
                    .addKeyValue("kind", portion)
                    .addKeyValue("reason", reason)
                    .addKeyValue("again", "in %.1f s".formatted(pause.toMillis() / 1000.0))
                    .log(version.isEmpty() ? "could not be listed so far" : "the watch broke and begins anew");
            Thread.sleep(pause);
        }
    }

    /** Whether the API server knows no such kind. */
    static boolean isNotThere(NotServed problem) {
        return problem.code() == NOT_THERE;
    }

    /** Nobody waits for it until it is watched. */
    synchronized void excuse() {
        if (!watching) {
            watches.giveUp(portion, this);
        }
    }

    @Override
    public void close() {
        intake.stop();
        synchronized (this) {
            closed = true;
            watching = false;
            watches.giveUp(portion, this);
        }
        thread.interrupt();
    }
}
