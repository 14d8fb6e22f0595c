package io.kubilitics.operator.feed;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.Observation;
import java.util.Optional;

/**
 * Where the objects of a kind are asked for.
 *
 * @param plural the name of the resource
 * @param only the one namespace whose objects are worth seeing; empty for all
 */
record Source(Kind kind, String version, String plural, boolean namespaced, Optional<String> only) {

    static Source of(Kind kind, String version, String plural) {
        return new Source(kind, version, plural, !kind.clusterWide(), Optional.empty());
    }

    /** Not a part of Kubernetes itself. */
    boolean custom() {
        return !Kind.KNOWN.contains(kind) || CustomKinds.GROUPS_OF_KNOWN.contains(kind.group());
    }

    Source in(String version) {
        return new Source(kind, version, plural, namespaced, only);
    }

    String apiVersion() {
        return kind.group().isEmpty() ? version : kind.group() + "/" + version;
    }

    /**
     * Where the API server has them.
     *
     * @param namespace {@link Observation#EVERYWHERE} for all of the cluster
     */
    String path(String namespace) {
        String api = kind.group().isEmpty() ? "/api/" : "/apis/";
        String within = namespaced && !namespace.equals(Observation.EVERYWHERE) ? "/namespaces/" + namespace : "";
        return api + apiVersion() + within + "/" + plural;
    }
}
