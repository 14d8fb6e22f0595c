package io.kubilitics.operator.act;

import io.kubilitics.crds.proposal.Target;
import org.jspecify.annotations.Nullable;

/** Where an object is found. */
record Where(String apiVersion, String kind, @Nullable String namespace, String name) {

    static Where of(Target target) {
        return new Where(target.apiVersion(), target.kind(), target.namespace(), target.name());
    }

    @Override
    public String toString() {
        return kind + " " + (namespace == null ? "" : namespace + "/") + name;
    }
}
