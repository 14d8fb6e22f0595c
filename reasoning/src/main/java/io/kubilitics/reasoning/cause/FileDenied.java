package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.Mount;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.OwnTrouble;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A container ends because the operating system does not let it use a file or a port. */
enum FileDenied implements Cause {
    VOLUME(
            "volume-mount-permission-denied",
            OwnTrouble.FILE_DENIED,
            "may not use the files of a volume",
            "set fsGroup or runAsUser to one that owns the files, or give the files to the user that the container has"),
    READ_ONLY(
            "read-only-file-system",
            OwnTrouble.READ_ONLY,
            "writes where it may only read",
            "mount a volume where it writes, or let it write to its file system"),
    BIND(
            "privileged-port-denied",
            OwnTrouble.BIND_DENIED,
            "may not listen on the port that it wants",
            "let it listen on a port above 1023, or give it the capability NET_BIND_SERVICE");

    private static final Pattern PATH = Pattern.compile("(?<![\\w:/.])(/[\\w.@-]{1,64}(?:/[\\w.@-]{0,128}){0,16})");

    private final String id;
    private final OwnTrouble complaint;
    private final String words;
    private final String cure;

    FileDenied(String id, OwnTrouble complaint, String words, String cure) {
        this.id = id;
        this.complaint = complaint;
        this.words = words;
        this.cure = cure;
    }

    @Override
    public About about() {
        return About.of(id, "config-value-invalid", Ailment.CRASHING, Ailment.NOT_READY)
                .means("A container %s.".formatted(words))
                .confirmedBy("its log says so, and its specification bears it out")
                .refutedBy("the log says nothing of the kind, or what it tells of lies elsewhere")
                .cure(cure);
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<String> said = LastWords.complain(complaint, symptom, inquiry);
        Optional<ContainerSpec> container = Containers.spec(symptom, inquiry);
        if (said.isEmpty() || container.isEmpty()) {
            return new Ruling.Refuted("nothing says that it " + words);
        }
        Optional<String> shown = shown(container.get(), said.get());
        return shown.<Ruling>map(evidence -> confirmed(symptom, inquiry, said.get(), evidence))
                .orElseGet(() -> new Ruling.Refuted("its specification does not bear it out"));
    }

    /** What in the specification bears it out. */
    private Optional<String> shown(ContainerSpec container, String said) {
        return switch (this) {
            case BIND ->
                Optional.of("it runs as user %s"
                        .formatted(
                                container.security().user().map(String::valueOf).orElse("of its image")));
            case READ_ONLY ->
                container.security().readOnlyRoot()
                        ? Optional.of("its own file system is read-only (readOnlyRootFilesystem)")
                        : volume(container, said)
                                .filter(Mount::readOnly)
                                .map(mount -> mount.path() + " is mounted to be read only");
            case VOLUME ->
                volume(container, said)
                        .map(mount -> "volume %s is mounted at %s".formatted(mount.volume(), mount.path()));
        };
    }

    /** The volume that a line speaks of; when it names no path in full, the only one there is. */
    private static Optional<Mount> volume(ContainerSpec container, String said) {
        List<Mount> mounts = container.mounts().stream()
                .filter(mount -> !mount.path().startsWith("/var/run/secrets/"))
                .toList();
        Matcher path = PATH.matcher(said);
        boolean named = false;
        while (path.find()) {
            named = true;
            String file = path.group(1);
            Optional<Mount> within = mounts.stream()
                    .filter(mount -> file.equals(mount.path())
                            || file.startsWith(mount.path().replaceFirst("/?$", "/")))
                    .findFirst();
            if (within.isPresent()) {
                return within;
            }
        }
        return named || mounts.size() != 1 ? Optional.empty() : Optional.of(mounts.getFirst());
    }

    /** Who runs all the same may have other troubles. */
    private static Confidence confidence(Symptom symptom, boolean changed) {
        if (symptom.ailment() == Ailment.NOT_READY) {
            return changed ? Confidence.LIKELY : Confidence.WEAK;
        }
        return changed ? Confidence.STRONG : Confidence.LIKELY;
    }

    private Ruling confirmed(Symptom symptom, Inquiry inquiry, String said, String evidence) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        Optional<Edited> changed = Recent.ofTemplate(workload, symptom, inquiry);
        Ruling.Confirmed ruling = Ruling.confirmed(
                        workload,
                        confidence(symptom, changed.isPresent()),
                        "Container %s %s".formatted(symptom.part(), words))
                .claim(Claim.of(evidence, new Probe.OfObject(symptom.subject())))
                .claim(LastWords.claim(said, symptom))
                .advice(cure)
                .harmful("restarting: the next container has no more rights");
        return Recent.tell(ruling, changed);
    }
}
