package io.kubilitics.gateway.bundle.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.gateway.bundle.Completeness;
import io.kubilitics.gateway.bundle.Problem;
import io.kubilitics.gateway.bundle.text.Documents;
import io.kubilitics.gateway.bundle.text.Limits;
import io.kubilitics.gateway.bundle.text.ObjectScan;
import io.kubilitics.gateway.bundle.text.Repeated;
import io.kubilitics.gateway.bundle.text.Sources;
import io.kubilitics.gateway.bundle.text.Sources.TooLarge;
import io.kubilitics.gateway.bundle.text.Unreadable;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads files of objects into a harvest; what cannot be read is named by file, document and line, and the rest still comes. */
final class ObjectFiles implements ObjectScan.Found {

    private final Limits limits;
    private final Harvest harvest;
    private final Problems problems;
    private final ObjectScan scan;
    /** Of the list that is being read; of all lists that were answered in full. */
    private final List<ResourceRef> inList = new ArrayList<>();

    private final List<ResourceRef> inFullLists = new ArrayList<>();

    private boolean incomplete;
    private long bytes;
    private String file = "";
    private int document;
    private int firstLine;

    ObjectFiles(Limits limits, Harvest harvest, Problems problems) {
        this.limits = limits;
        this.harvest = harvest;
        this.problems = problems;
        this.scan = new ObjectScan(limits, this);
    }

    void read(String name, Path path) {
        try {
            open(name, path);
        } catch (IOException closed) {
            closed(name, closed);
        }
    }

    /** Objects may be in it: who knows how many. */
    void closed(String name, IOException why) {
        incomplete = true;
        problems.unreadable(name, why);
    }

    private void open(String name, Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            long size = Files.size(path);
            bytes += size;
            if (size > limits.fileBytes()) {
                refuse(name, "larger than %s; split it, or take fewer namespaces", limits.fileBytes());
                return;
            }
        }
        if (bytes > limits.bundleBytes()) {
            refuse(name, "with it the whole is larger than %s", limits.bundleBytes());
            return;
        }
        try (InputStream in = Files.newInputStream(path)) {
            read(name, in);
        }
    }

    void read(String name, InputStream in) throws IOException {
        file = name;
        try {
            Documents documents = new Documents(Sources.text(in, limits.fileBytes()));
            while (documents.next()) {
                read(documents);
            }
        } catch (TooLarge endless) {
            refuse(name, "larger than %s; the rest of it", limits.fileBytes());
        }
    }

    private void read(Documents documents) throws IOException {
        document = documents.number();
        firstLine = documents.firstLine();
        inList.clear();
        try {
            scan.scan(documents.current());
        } catch (Unreadable broken) {
            // Parsers notice what is not closed on the line after the last.
            refused(broken, Math.min(lineOfFile(broken.line()), documents.lastLine()));
        }
    }

    private void refuse(String name, String says, long limit) {
        incomplete = true;
        problems.add(Problem.skipped(name, says.formatted(Limits.text(limit))));
    }

    @Override
    public void object(ObjectNode object, int line) {
        Harvest.Taken taken = harvest.take(object, "%s, line %d".formatted(file, lineOfFile(line)));
        inList.addAll(taken.ref());
        for (Harvest.Complaint complaint : taken.complaints()) {
            incomplete |= complaint.skipped();
            problems.add(new Problem(file, document, lineOfFile(line), complaint.says(), complaint.skipped()));
        }
    }

    @Override
    public void refused(Unreadable why) {
        refused(why, lineOfFile(why.line()));
    }

    private void refused(Unreadable why, int line) {
        incomplete = true;
        problems.add(new Problem(file, document, line, why.says(), true));
    }

    @Override
    public void repeated(String field, int line) {
        problems.add(new Problem(file, document, lineOfFile(line), Repeated.says(field), false));
    }

    /** An answer that was cut off says where to go on. */
    @Override
    public void endOfList(ObjectNode head) {
        if (head.path("metadata").path("continue").asText().isEmpty()) {
            inFullLists.addAll(inList);
        }
        inList.clear();
    }

    private int lineOfFile(int line) {
        return line == 0 ? firstLine : firstLine + line - 1;
    }

    /** What was listed is no longer all there, when something was there that could not be read. */
    Stream<Observation> trusted(List<Observation> told) {
        return told.stream().filter(each -> !incomplete || !(each instanceof Observation.Listed));
    }

    /** Nothing is known to be absent when something was there that could not be read. */
    Completeness coverage(boolean bundle) {
        if (incomplete) {
            return Completeness.NONE;
        }
        return Completeness.of(bundle ? harvest.seen() : inFullLists);
    }
}
