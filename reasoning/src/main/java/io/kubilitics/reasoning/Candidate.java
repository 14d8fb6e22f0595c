package io.kubilitics.reasoning;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.cause.Confidence;
import io.kubilitics.reasoning.cause.Ruling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A confirmed cause that may be among those chosen.
 *
 * @param rank its place in the catalogue, the most specific first
 * @param direct the symptoms that it was confirmed for
 * @param follows symptoms of others that it brings with it
 * @param reached all on whom it bears
 */
record Candidate(
        String cause,
        int rank,
        Ruling.Confirmed ruling,
        Set<Symptom> direct,
        Set<Symptom> follows,
        Set<ResourceRef> reached) {

    private static final int FARTHEST = 4;

    /** Rulings that name the same cause at the same object are one, and explain together. */
    static List<Candidate> all(Progress progress, Catalogue catalogue) {
        Map<List<Object>, List<Step.Ruled>> alike = new LinkedHashMap<>();
        for (Step.Ruled ruled : progress.rulings()) {
            if (ruled.ruling() instanceof Ruling.Confirmed confirmed) {
                alike.computeIfAbsent(List.of(ruled.hypothesis().cause(), confirmed.object()), _ -> new ArrayList<>())
                        .add(ruled);
            }
        }
        List<Symptom> asked = progress.opened().symptoms();
        return joined(
                alike.values().stream()
                        .filter(rulings -> rulings.stream()
                                .anyMatch(ruled ->
                                        asked.contains(ruled.hypothesis().symptom())))
                        .map(rulings -> of(rulings, progress, catalogue))
                        .toList(),
                progress);
    }

    /**
     * One that points from where it shows to somebody else who is unwell leads no further than whatever explains that one: what it
     * brings about, this brings about.
     */
    private static List<Candidate> joined(List<Candidate> all, Progress progress) {
        List<Candidate> joined = all;
        for (int round = 0; round < FARTHEST; round++) {
            List<Candidate> before = joined;
            joined = before.stream().map(one -> one.with(before, progress)).toList();
            if (joined.equals(before)) {
                break;
            }
        }
        return joined;
    }

    private Candidate with(List<Candidate> others, Progress progress) {
        Set<Symptom> more = new LinkedHashSet<>(follows);
        Set<ResourceRef> farther = new LinkedHashSet<>(reached);
        others.stream()
                .filter(other -> !other.equals(this) && other.pointsAway(progress))
                .filter(other -> shownBy(other.ruling.object(), progress) || suffers(other.ruling.object()))
                .forEach(other -> {
                    farther.addAll(other.reached);
                    other.explains().stream()
                            .filter(symptom -> !direct.contains(symptom))
                            .forEach(more::add);
                });
        return new Candidate(cause, rank, ruling, direct, more, farther);
    }

    /** Whether it is at fault, or among those that are brought down. */
    private boolean suffers(ResourceRef ref) {
        return reached.contains(ref);
    }

    /** Whether its object is none of those on which it shows. */
    private boolean pointsAway(Progress progress) {
        return !shownBy(ruling.object(), progress);
    }

    /** Whether it says no more than that somebody else is unwell, and the other one why. */
    boolean pointsTo(Candidate other, Progress progress) {
        return pointsAway(progress) && other.shownBy(ruling.object(), progress);
    }

    private boolean shownBy(ResourceRef ref, Progress progress) {
        return direct.stream()
                .map(Symptom::subject)
                .anyMatch(subject ->
                        subject.equals(ref) || progress.topOwner(subject).equals(ref));
    }

    private static Candidate of(List<Step.Ruled> rulings, Progress progress, Catalogue catalogue) {
        String cause = rulings.getFirst().hypothesis().cause();
        Ruling.Confirmed surest = rulings.stream()
                .map(ruled -> (Ruling.Confirmed) ruled.ruling())
                .reduce((one, other) -> other.confidence().compareTo(one.confidence()) < 0 ? other : one)
                .orElseThrow();
        Set<Symptom> direct = rulings.stream()
                .map(ruled -> ruled.hypothesis().symptom())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<ResourceRef> reached = reached(rulings, progress);
        return new Candidate(cause, catalogue.rank(cause), surest, direct, follows(reached, direct, progress), reached);
    }

    private static Set<ResourceRef> reached(List<Step.Ruled> rulings, Progress progress) {
        Set<ResourceRef> reached = new LinkedHashSet<>();
        rulings.stream().flatMap(Investigation::concerned).distinct().forEach(ref -> {
            reached.add(ref);
            reached.add(progress.topOwner(ref));
            reached.addAll(progress.affected(ref, progress.harm(ref)));
        });
        return reached;
    }

    private static Set<Symptom> follows(Set<ResourceRef> reached, Set<Symptom> direct, Progress progress) {
        Step.Opened opened = progress.opened();
        return Stream.concat(opened.symptoms().stream(), opened.elsewhere().stream())
                .filter(symptom -> symptom.ailment().mayFollow())
                .filter(symptom -> reached.contains(symptom.subject()))
                .filter(symptom -> !direct.contains(symptom))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Confidence confidence() {
        return ruling.confidence();
    }

    Set<Symptom> explains() {
        Set<Symptom> all = new LinkedHashSet<>(direct);
        all.addAll(follows);
        return all;
    }

    long news(Set<Symptom> explained) {
        return explains().stream()
                .filter(symptom -> !explained.contains(symptom))
                .count();
    }

    /** Whether all that the other was confirmed for is what this one brings with it. */
    boolean bringsAbout(Candidate other) {
        return follows.containsAll(other.direct);
    }

    Diagnosis diagnosis(Set<Symptom> explainedBefore) {
        return new Diagnosis(
                cause,
                ruling,
                List.copyOf(direct),
                follows.stream()
                        .filter(symptom -> !explainedBefore.contains(symptom))
                        .toList());
    }
}
