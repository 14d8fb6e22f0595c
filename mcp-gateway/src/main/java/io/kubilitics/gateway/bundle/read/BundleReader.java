package io.kubilitics.gateway.bundle.read;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.Completeness;
import io.kubilitics.gateway.bundle.Extras;
import io.kubilitics.gateway.bundle.Incident;
import io.kubilitics.gateway.bundle.Manifest;
import io.kubilitics.gateway.bundle.Problem;
import io.kubilitics.gateway.bundle.Recorded;
import io.kubilitics.gateway.bundle.TimelineStep;
import io.kubilitics.gateway.bundle.text.Limits;
import io.kubilitics.graph.world.World;
import io.kubilitics.reasoning.evidence.LogSource;
import io.kubilitics.reasoning.signal.Metrics;
import io.kubilitics.reasoning.signal.Probes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
        if (!Archive.is(path)) {
            return read(path, name(path), logs -> logs);
        }
        try (Archive archive = Archive.open(path, limits)) {
            return read(archive.root(), name(path), HeldLogs::of);
        }
    }

    /** @param keeping what is to become of the logs: they are read when all else is */
    private Bundle read(Path path, String name, Function<LogFiles, LogSource> keeping) throws IOException {
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
        Extras extras = extras(small, harvest, now);
        LogSource logs = keeping.apply(new LogFiles(layout.logs(problems), harvest.scrubber()));
        return new Bundle(
                incident.id().orElse(name),
                now,
                incident,
                objects(harvest, files, layout.bundle(), incident.recorded()),
                extras.with(asked(logs, incident)),
                problems.list());
    }

    private static LogSource asked(LogSource logs, Incident incident) {
        return incident.recorded()
                .<LogSource>map(recorded -> new AskedLogs(logs, recorded.silent()))
                .orElse(logs);
    }

    private static Extras extras(SmallFiles small, Harvest harvest, Instant now) throws IOException {
        SecretKeeper secrets = harvest.secrets();
        TimelineFile timeline = new TimelineFile(now, secrets, small.problems());
        List<TimelineStep> steps = small.tree(TimelineFile.NAME, List.of(), timeline::steps);
        List<Manifest> applied =
                small.read(AppliedFile.NAME, List.of(), text -> AppliedFile.manifests(text, secrets, small.problems()));
        return new Extras(
                steps,
                // Read last of all, because all else may tell secret values.
                LogSource.none(),
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
                objects(harvest, files, false, Optional.empty()),
                Extras.NONE,
                problems.list());
    }

    /** Who recorded it knows what was looked at; otherwise that is concluded from what there is. */
    private static Bundle.Objects objects(
            Harvest harvest, ObjectFiles files, boolean bundle, Optional<Recorded> recorded) {
        World world = harvest.world(recorded.map(it -> files.trusted(it.coverage()))
                .orElseGet(() -> files.coverage(bundle).observations()));
        return new Bundle.Objects(world, Completeness.of(world), harvest.counts());
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
        return last.replaceFirst("\\.(ya?ml|json|zip)$", "");
    }
}
