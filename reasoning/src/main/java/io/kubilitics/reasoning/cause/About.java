package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.health.Ailment;
import java.util.Set;

/**
 * What a cause is, as its page tells it.
 *
 * @param id public: kebab-case, never renamed
 * @param category the family it belongs to, as answers name it
 * @param explains what it may be the reason for
 * @param means one sentence
 * @param confirmed what shows that it is at work
 * @param refuted what shows that it is not
 * @param cure what ends it
 */
public record About(
        String id,
        String category,
        Set<Ailment> explains,
        String means,
        String confirmed,
        String refuted,
        String cure) {

    public About {
        explains = Set.copyOf(explains);
    }

    /** Begins the page of a cause. */
    public static About of(String id, String category, Ailment... explains) {
        return new About(id, category, Set.of(explains), "", "", "", "");
    }

    public About means(String sentence) {
        return new About(id, category, explains, sentence, confirmed, refuted, cure);
    }

    public About confirmedBy(String sentence) {
        return new About(id, category, explains, means, sentence, refuted, cure);
    }

    public About refutedBy(String sentence) {
        return new About(id, category, explains, means, confirmed, sentence, cure);
    }

    public About cure(String sentence) {
        return new About(id, category, explains, means, confirmed, refuted, sentence);
    }
}
