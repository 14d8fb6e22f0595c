package io.kubilitics.gateway.bundle.write;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubilitics.gateway.bundle.text.Limits;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.evidence.Evidence;
import io.kubilitics.reasoning.evidence.Probe.OfLogs;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a recording: the folder that a bundle is, as one zip file. */
public final class BundleWriter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Recording recording;
    private final Cleaning cleaning;
    private final Progress progress;

    /** Is told how many objects of all are written. */
    public interface Progress {
        void at(int done, int of);
    }

    /** More objects than a bundle can hold. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long limit) {
            super("its objects take more than " + Limits.text(limit));
        }
    }

    /** @param known takes out of a text what is known to be secret */
    public BundleWriter(Recording recording, UnaryOperator<String> known, Progress progress) {
        this.recording = recording;
        this.cleaning = new Cleaning(known);
        this.progress = progress;
    }

    /** Leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, "incident.yaml", YAML.writeValueAsBytes(RecordedTree.of(recording)));
        List<Change> changes = changes();
        if (!changes.isEmpty()) {
            put(zip, "timeline.yaml", YAML.writeValueAsBytes(new TimelineTree(recording.now(), cleaning).of(changes)));
        }
        for (Map.Entry<OfLogs, Evidence> log : recording.logs().read().entrySet()) {
            if (log.getValue() instanceof Evidence.Lines(var lines)) {
                put(zip, name(log.getKey()), (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        zip.putNextEntry(entry("objects.json"));
        objects(new Counted(zip, Limits.USUAL.fileBytes()));
        zip.closeEntry();
        zip.finish();
    }

    private void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(recording.now().toEpochMilli());
        return entry;
    }

    private static String name(OfLogs log) {
        return "logs/%s/%s/%s%s.log"
                .formatted(log.pod().namespace(), log.pod().name(), log.container(), log.previous() ? ".previous" : "");
    }

    private List<Change> changes() {
        World world = recording.world();
        return world.changed()
                .sorted()
                .flatMap(ref -> world.changes(ref).stream())
                .toList();
    }

    /** An object a line, so that lines can be searched. */
    private void objects(OutputStream out) throws IOException {
        World world = recording.world();
        List<ResourceRef> refs = world.all().map(Resource::ref).sorted().toList();
        List<ResourceRef> noted = world.noted().sorted().toList();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeRaw("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[");
            Lines lines = new Lines(json);
            for (int i = 0; i < refs.size(); i++) {
                progress.at(i, refs.size());
                ResourceRef ref = refs.get(i);
                lines.write(cleaning.object(
                        ref.kind(), ObjectTree.of(world.seen(ref).orElseThrow())));
            }
            for (ResourceRef about : noted) {
                for (EventNote note : world.events(about)) {
                    ObjectNode event = ObjectTree.of(about, note, lines.written);
                    lines.write(event.put("message", cleaning.words(note.message())));
                }
            }
            json.writeRaw("\n]}\n");
        }
    }

    /** Values with a comma and an end of line between them. */
    private static final class Lines {

        private final JsonGenerator json;
        private int written;

        Lines(JsonGenerator json) {
            this.json = json;
        }

        void write(ObjectNode object) throws IOException {
            json.writeRaw(written++ == 0 ? "\n" : ",\n");
            json.writeRaw(object.toString());
        }
    }

    /** What nobody could read again is not written. */
    private static final class Counted extends FilterOutputStream {

        private final long most;
        private long written;

        Counted(OutputStream out, long most) {
            super(out);
            this.most = most;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            written += count;
            if (written > most) {
                throw new TooLarge(most);
            }
            out.write(bytes, from, count);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }
    }
}
