package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The node does not start a container because of what its specification asks for, and says so. */
enum StartRefusal implements Cause {
    WRONG_PLATFORM(
            "image-built-for-other-platform",
            "app-crash",
            "exec format error",
            "its program is built for another processor",
            "build the image for the node's platform, or let the pod run where it fits"),
    COMMAND(
            "command-not-found",
            "app-crash",
            "executable file (?:`[^`]{0,256}` )?not found|exec: \"[^\"]{0,512}\": (?:stat |permission denied|is a directory|no such file)"
                    + "|chdir to cwd|not a valid executable|exit code 12[67]\\b"
                    + "|(?:starting container process|exec user process) caused.{0,512}(?:no such file|not found|permission denied)",
            "the command that it is to run is not in the image or may not be run",
            "correct the command, its arguments or the working directory"),
    ROOT(
            "run-as-non-root-refused",
            "config-value-invalid",
            "runAsNonRoot and image will run as root|non-root and image will run as root|has non-numeric user|cannot verify user is non-root|breaks non-root policy",
            "it may not run as root, and its image would",
            "name a user other than 0 in its security context, or use an image that has one"),
    SUB_PATH(
            "volume-path-invalid",
            "config-value-invalid",
            "subPath|failed to create subPath|not a directory: unknown|mount a directory onto a file|hostPath type check failed|is not a (?:file|directory|socket)\\b.{0,40}hostPath",
            "a path of one of its volumes does not fit",
            "correct the volume's path, sub-path or type"),
    SYSCTL(
            "sysctl-forbidden",
            "config-value-invalid",
            "SysctlForbidden|forbidden sysctl|sysctl.{0,80}(?:not allowlisted|not allowed|not whitelisted|no such file)",
            "it asks for a kernel setting that its node does not allow",
            "leave the setting out, or allow it on the nodes"),
    RUNTIME(
            "runtime-class-unusable",
            "config-value-invalid",
            "no runtime for \"|runtime handler.{0,80}not (?:supported|found)|RuntimeClass.{0,80}not found|failed to get sandbox runtime",
            "its node does not have the runtime that its runtime class asks for",
            "name a runtime class that the nodes have"),
    HOOK(
            "start-hook-failed",
            "config-value-invalid",
            "PostStartHookError|FailedPostStartHook|PreStartHook|lifecycle hook.{0,80}failed|PostStart hook",
            "the hook that runs at its start fails",
            "mend the hook, or what it calls");

    private final String id;
    private final String category;
    private final Pattern signs;
    private final String why;
    private final String cure;

    StartRefusal(String id, String category, String signs, String why, String cure) {
        this.id = id;
        this.category = category;
        this.signs = Pattern.compile(signs, Pattern.CASE_INSENSITIVE);
        this.why = why;
        this.cure = cure;
    }

    @Override
    public About about() {
        return About.of(
                        id,
                        category,
                        Ailment.CONTAINER_NOT_CREATED,
                        Ailment.CRASHING,
                        Ailment.POD_FAILED,
                        Ailment.SANDBOX_NOT_CREATED,
                        Ailment.VOLUME_NOT_MOUNTED,
                        Ailment.NOT_STARTING)
                .means("A container is not started: %s.".formatted(why))
                .confirmedBy("the node says so")
                .refutedBy("the node says something else, or nothing")
                .cure(cure);
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Stream<String> events = inquiry.events(symptom.subject()).reversed().stream()
                .filter(EventNote::warning)
                .filter(event -> !event.reason().equals("Unhealthy"))
                .map(event -> event.reason() + " " + event.message());
        Optional<String> said = Stream.concat(Stream.of(symptom.says()), events)
                .filter(text -> signs.matcher(text).find())
                .findFirst()
                .or(() -> this == WRONG_PLATFORM ? logged(symptom, inquiry) : Optional.empty());
        return said.<Ruling>map(text -> confirmed(symptom, inquiry, text))
                .orElseGet(() -> new Ruling.Refuted("nobody said that " + why));
    }

    private Optional<String> logged(Symptom symptom, Inquiry inquiry) {
        return inquiry.lastWords(symptom.subject(), symptom.part()).stream()
                .filter(line -> signs.matcher(line).find())
                .findFirst();
    }

    private Ruling confirmed(Symptom symptom, Inquiry inquiry, String said) {
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        Optional<Edited> changed = Recent.ofTemplate(workload, symptom, inquiry);
        String who = symptom.part().isEmpty() ? symptom.subject().toString() : "Container " + symptom.part();
        Ruling.Confirmed ruling = Ruling.confirmed(
                        workload,
                        changed.isPresent() ? Confidence.STRONG : Confidence.LIKELY,
                        "%s is not started: %s".formatted(who, why))
                .claim(Claim.tainted("the node said: " + said, new Probe.OfEvents(symptom.subject())))
                .advice(cure)
                .harmful("restarting: the next container is started in the same way");
        return Recent.tell(ruling, changed);
    }
}
