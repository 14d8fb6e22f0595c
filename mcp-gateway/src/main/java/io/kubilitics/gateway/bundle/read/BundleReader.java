package io.kubilitics.gateway.bundle.read;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.Completeness;
import io.kubilitics.gateway.bundle.Extras;
import io.kubilitics.gateway.bundle.Incident;
import io.kubilitics.gateway.bundle.Manifest;
import io.kubilitics.gateway.bundle.Problem;
import io.kubilitics.gateway.bundle.TimelineStep;
import io.kubilitics.gateway.bundle.text.Limits;
import io.kubilitics.reasoning.signal.Metrics;
import io.kubilitics.reasoning.signal.Probes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Reads what can be known of a cluster from files: a bundle, a folder of objects, one file, or a stream. Never fails because of
 * what stands in them; whatever cannot be taken is told in {@link Bundle#problems}.
 *
 * @param clock tells the time for objects that tell none
 */
public record BundleReader(InstantSource clock, Limits limits) {

    /** With the usual limits. */
    public BundleReader(InstantSource clock) {
        this(clock, Limits.USUAL);
    }

    /** Whatever the path is. */
    public Bundle read(Path path) throws IOException {
        Layout layout = Layout.of(path);
        Problems problems = new Problems();
        SmallFiles small = new SmallFiles(layout, problems);
        Incident incident = small.tree(IncidentFile.NAME, Incident.UNTOLD, new IncidentFile(problems)::incident);
        Harvest harvest = new Harvest(layout.bundle());
        ObjectFiles files = new ObjectFiles(limits, harvest, problems);
        for (Path file : layout.objects()) {
            files.read(layout.name(file), file);
        }
        layout.closed().forEach(closed -> files.closed(layout.name(closed.path()), closed.why()));
        if (layout.objects().isEmpty()) {
            problems.add(Problem.skipped(path.toString(), "no objects: no file of YAML or JSON is there"));
        }
        Instant now = now(incident, harvest);
        Extras extras = extras(layout, small, harvest, now);
        return new Bundle(
                incident.id().orElse(name(path)),
                now,
                incident,
                objects(harvest, files.coverage(layout.bundle())),
                extras,
                problems.list());
    }

    private static Extras extras(Layout layout, SmallFiles small, Harvest harvest, Instant now) throws IOException {
        SecretKeeper secrets = harvest.secrets();
        TimelineFile timeline = new TimelineFile(now, secrets, small.problems());
        List<TimelineStep> steps = small.tree(TimelineFile.NAME, List.of(), timeline::steps);
        List<Manifest> applied =
                small.read(AppliedFile.NAME, List.of(), text -> AppliedFile.manifests(text, secrets, small.problems()));
        return new Extras(
                steps,
                // Last of those that may tell secret values.
                new LogFiles(layout.logs(small.problems()), harvest.scrubber()),
                small.read(MetricsFile.NAME, Metrics.NONE, text -> MetricsFile.metrics(text, now)),
                small.tree(AlertsFile.NAME, List.of(), AlertsFile::alerts),
                small.tree(ProbesFile.NAME, Probes.NONE, ProbesFile::probes),
                applied);
    }

    /** Objects alone, from something that is not a file. */
    public Bundle read(String name, InputStream in) throws IOException {
        Problems problems = new Problems();
        Harvest harvest = new Harvest(false);
        ObjectFiles files = new ObjectFiles(limits, harvest, problems);
        files.read(name, in);
        return new Bundle(
                name,
                now(Incident.UNTOLD, harvest),
                Incident.UNTOLD,
                objects(harvest, files.coverage(false)),
                Extras.NONE,
                problems.list());
    }

    private static Bundle.Objects objects(Harvest harvest, Completeness coverage) {
        return new Bundle.Objects(harvest.world(coverage), coverage, harvest.counts());
    }

    private Instant now(Incident incident, Harvest harvest) {
        return incident.now()
                .or(harvest.newest()::time)
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** The last part of a path; of a file without its ending. */
    public static String name(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        String last = whole.getFileName() == null ? "root" : whole.getFileName().toString();
        return last.replaceFirst("\\.(ya?ml|json)$", "");
    }
}
