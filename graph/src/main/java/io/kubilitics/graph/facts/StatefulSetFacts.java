package io.kubilitics.graph.facts;

import io.kubilitics.graph.select.Selector;
import java.util.List;

/**
 * A StatefulSet.
 *
 * @param revision of its present template, {@code current} the one that all its pods had before
 * @param partition pods below this number keep the old template on purpose
 * @param onDelete whether a pod takes the new template only when somebody deletes it
 * @param service that gives its pods their names
 */
public record StatefulSetFacts(
        int desired,
        int ready,
        int updated,
        String revision,
        String current,
        boolean observed,
        int partition,
        boolean onDelete,
        String service,
        Selector selector,
        List<ClaimTemplate> claims,
        PodTemplate template)
        implements Facts {

    public StatefulSetFacts {
        claims = List.copyOf(claims);
    }

    /** The claim that is made for each of its pods. */
    public record ClaimTemplate(String name, ClaimWish wish) {}
}
