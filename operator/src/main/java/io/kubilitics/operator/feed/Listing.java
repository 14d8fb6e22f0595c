package io.kubilitics.operator.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A list in pages, handed on as it comes. One that breaks off goes on from the page at which it did. */
final class Listing {

    /** So many items are made and answered for at once by an API server. */
    private static final int PAGE = 500;

    /** So many are handed on at once. */
    private static final int BATCH = 50;

    private final ApiServer server;
    private final Workers.Ahead workers;
    private final Intake intake;
    private final String path;

    /** Where to go on; empty at the beginning. */
    private String next = "";

    private final AtomicInteger pages = new AtomicInteger();

    /**
     * One that has not begun.
     *
     * @param path without a query
     */
    Listing(ApiServer server, Workers workers, Intake intake, String path) {
        this.server = server;
        this.workers = workers.new Ahead();
        this.intake = intake;
        this.path = path;
    }

    /** How many pages came so far. */
    int pages() {
        return pages.get();
    }

    /** What came so far is of no use for what is still to come. */
    void beginAnew() {
        next = "";
        pages.set(0);
    }

    /** Until all of it was handed on; of which version it is. */
    String finish() throws IOException, InterruptedException {
        if (next.isEmpty()) {
            pages.set(0);
            intake.beginList();
        }
        ListPage page;
        try {
            do {
                page = page();
                pages.incrementAndGet();
                next = page.next();
            } while (!next.isEmpty());
        } finally {
            // What is still under way must not come in after what a later list tells.
            workers.finish();
        }
        intake.endList();
        return page.version();
    }

    private ListPage page() throws IOException, InterruptedException {
        List<ObjectNode> items = new ArrayList<>(BATCH);
        String query = "?limit=" + PAGE
                + (next.isEmpty() ? "" : "&continue=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        try (Reply reply = server.ask(path + query, server.limits().silence())) {
            ListPage page = ListPage.read(reply, item -> {
                items.add(item);
                if (items.size() == BATCH) {
                    handOn(items);
                }
            });
            handOn(items);
            return page;
        }
    }

    private void handOn(List<ObjectNode> items) throws InterruptedException {
        List<ObjectNode> batch = List.copyOf(items);
        items.clear();
        workers.run(() -> batch.forEach(intake::put));
    }
}
