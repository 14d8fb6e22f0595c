package io.kubilitics.operator.feed;

import io.kubilitics.graph.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The intakes of one kind. The one for all of the cluster and those for single namespaces are at work side by side for as long as
 * one takes over from the others, each at its own pace; what comes late by the slower one must not undo what is known already.
 * They have one lock, or it could be told between a look at the others and the telling.
 */
final class Peers {

    private final List<Intake> all = new ArrayList<>();

    synchronized void join(Intake intake) {
        all.add(intake);
    }

    synchronized void leave(Intake intake) {
        all.remove(intake);
    }

    /** Whether another one has told this of it, or something newer. */
    synchronized boolean told(Intake asking, ResourceRef ref, String version) {
        return another(
                asking,
                other -> other.version(ref)
                        .filter(known -> known.equals(version) || newer(known, version))
                        .isPresent());
    }

    /** Whether another one sees it, and will say when it is gone. */
    synchronized boolean see(Intake asking, ResourceRef ref) {
        return another(asking, other -> other.version(ref).isPresent());
    }

    private boolean another(Intake asking, Predicate<Intake> knowing) {
        return all.stream().anyMatch(other -> other != asking && knowing.test(other));
    }

    /** Versions of one kind are numbers that rise, wherever and of whatever object they are; of others no order is known. */
    static boolean newer(String one, String other) {
        return number(one)
                && number(other)
                && (one.length() == other.length() ? one.compareTo(other) > 0 : one.length() > other.length());
    }

    private static boolean number(String version) {
        return !version.isEmpty() && version.charAt(0) != '0' && version.chars().allMatch(Character::isDigit);
    }
}
