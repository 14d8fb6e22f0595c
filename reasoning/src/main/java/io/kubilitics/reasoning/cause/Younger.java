package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Meta;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.time.Order;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.time.Instant;

/** Which of two objects people touched last, as far as they tell. */
final class Younger {

    private Younger() {}

    /** Whether the rule was written after the one whom it concerns. What nobody tells counts as no. */
    static boolean than(ResourceRef concerned, Resource rule, Inquiry inquiry) {
        return inquiry.object(concerned)
                .filter(object -> Order.of(written(object), written(rule)) == Order.BEFORE)
                .isPresent();
    }

    /** When somebody last wrote what is wanted; what controllers note in the status does not count. */
    private static Instant written(Resource object) {
        return object.meta().edits().stream()
                .filter(edit -> edit.subresource().isEmpty())
                .map(Meta.Edit::at)
                .max(Instant::compareTo)
                .orElse(object.meta().created());
    }
}
