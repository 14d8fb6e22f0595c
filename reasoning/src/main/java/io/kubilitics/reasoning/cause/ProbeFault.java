package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.facts.ContainerPort;
import io.kubilitics.graph.facts.Probes.How;
import io.kubilitics.graph.facts.Probes.Timing;
import io.kubilitics.reasoning.log.OwnTrouble;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** In which way a probe may be wrong about a container that is well. */
enum ProbeFault {
    PORT("asks a port on which nobody listens", "let it ask the port on which the container listens") {
        @Override
        Optional<Confidence> weigh(ProbeTrouble trouble) {
            boolean nobody = trouble.answer() == ProbeAnswer.REFUSED || trouble.answer() == ProbeAnswer.NOT_CONNECTED;
            boolean known = !trouble.open().isEmpty() || !trouble.heard().isEmpty();
            boolean unnamed = trouble.port() == 0 && trouble.probe().how() != How.COMMAND;
            if (!nobody || trouble.portIsRight() || !(known || unnamed)) {
                return Optional.empty();
            }
            boolean declared = trouble.container().ports().stream()
                    .map(ContainerPort::number)
                    .anyMatch(number -> number == trouble.port());
            if (declared && trouble.changed().isEmpty()) {
                // Probe and declaration agree: then it is the container that listens elsewhere.
                return Optional.empty();
            }
            boolean heard = !trouble.heard().isEmpty() && !trouble.heard().contains(trouble.port());
            boolean sure =
                    unnamed || heard || trouble.ready() || trouble.changed().isPresent();
            return sure || trouble.alone()
                    ? Optional.of(sure ? Confidence.STRONG : Confidence.LIKELY)
                    : Optional.empty();
        }
    },
    PROTOCOL(
            "asks in a way that the container does not understand",
            "let it ask in the way that the container answers") {
        @Override
        Optional<Confidence> weigh(ProbeTrouble trouble) {
            boolean foreign = trouble.answer() == ProbeAnswer.FOREIGN && !(trouble.askedAlike() && trouble.ready());
            // Who waits for another greeting keeps silent.
            boolean silent = trouble.probe().how() != How.TCP
                    && (trouble.answer() == ProbeAnswer.NOT_CONNECTED || trouble.answer() == ProbeAnswer.LATE)
                    && trouble.portIsRight()
                    && (trouble.ready() || trouble.heard().contains(trouble.port()))
                    && !trouble.askedAlike()
                    && (trouble.askedOtherwise() || otherName(trouble));
            if (!foreign && !silent) {
                return Optional.empty();
            }
            boolean sure = trouble.askedOtherwise() || trouble.changed().isPresent() || otherName(trouble);
            return Optional.of(sure ? Confidence.STRONG : Confidence.LIKELY);
        }
    },
    PATH("asks for a path that the container does not have", "let it ask for the path that the container answers") {
        @Override
        Optional<Confidence> weigh(ProbeTrouble trouble) {
            boolean wrong = trouble.answer() == ProbeAnswer.WRONG_PATH;
            return wrong
                    ? Optional.of(trouble.changed().isPresent() ? Confidence.STRONG : Confidence.LIKELY)
                    : Optional.empty();
        }
    },
    COMMAND("runs a command that the container does not have", "let it run a command that is in the image") {
        @Override
        Optional<Confidence> weigh(ProbeTrouble trouble) {
            return trouble.answer() == ProbeAnswer.NO_SUCH_COMMAND ? Optional.of(Confidence.STRONG) : Optional.empty();
        }
    },
    TIMING(
            "does not leave the container the time that it needs",
            "give it more time: a startup probe, a longer delay or time-out") {
        @Override
        Optional<Confidence> weigh(ProbeTrouble trouble) {
            boolean silent = Set.of(ProbeAnswer.REFUSED, ProbeAnswer.NOT_CONNECTED, ProbeAnswer.LATE)
                    .contains(trouble.answer());
            boolean place = trouble.portIsRight() || trouble.probe().how() == How.COMMAND;
            if (!silent || !place) {
                return Optional.empty();
            }
            if (trouble.changed().isPresent()) {
                return Optional.of(Confidence.STRONG);
            }
            return trouble.kind() == ProbeKind.READINESS ? tooShort(trouble) : tooEarly(trouble);
        }
    };

    /** A probe that gives up sooner leaves no program time to start. */
    private static final int HASTE = 10;
    /** Ends of a container come this much later than the last failure, while it is asked to end. */
    private static final int GRACE = 45;

    private final String words;
    private final String cure;

    ProbeFault(String words, String cure) {
        this.words = words;
        this.cure = cure;
    }

    /** How sure it is that the probe is wrong in this way; nothing when it is not. */
    abstract Optional<Confidence> weigh(ProbeTrouble trouble);

    String words() {
        return words;
    }

    String cure() {
        return cure;
    }

    /** Each instance was killed about when the probe lost its patience, and had no trouble of its own. */
    private static Optional<Confidence> tooEarly(ProbeTrouble trouble) {
        Timing timing = trouble.probe().timing();
        boolean early = trouble.killed()
                && trouble.lived()
                        .filter(seconds -> seconds <= timing.patience() + timing.timeout() + GRACE)
                        .isPresent();
        boolean own = OwnTrouble.ANY.last(trouble.log()).isPresent();
        if (!early || own) {
            return Optional.empty();
        }
        return Optional.of(timing.patience() <= HASTE ? Confidence.STRONG : Confidence.LIKELY);
    }

    private static Optional<Confidence> tooShort(ProbeTrouble trouble) {
        boolean runs = trouble.heard().contains(trouble.port());
        return trouble.answer() == ProbeAnswer.LATE && trouble.probe().timing().timeout() <= 1 && runs
                ? Optional.of(Confidence.LIKELY)
                : Optional.empty();
    }

    /** The name of the port says that something else is spoken there. */
    private static boolean otherName(ProbeTrouble trouble) {
        String name = trouble.container().ports().stream()
                .filter(port -> port.number() == trouble.port())
                .map(port -> port.name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
        return switch (trouble.probe().how()) {
            case GRPC -> name.startsWith("http") || name.startsWith("tcp");
            case HTTP -> name.startsWith("grpc") || name.startsWith("tcp");
            case TCP, COMMAND -> false;
        };
    }
}
