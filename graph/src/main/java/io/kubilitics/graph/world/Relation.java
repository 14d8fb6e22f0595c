package io.kubilitics.graph.world;

import io.kubilitics.graph.ResourceRef;
import java.util.Locale;

/** One resource refers to another, which need not exist. */
public record Relation(Type type, ResourceRef from, ResourceRef to) {

    /** What a relation means, read from its first end to its second. */
    public enum Type {
        OWNS("made it and takes it away"),
        SELECTS("leads to each pod whose labels match"),
        SCHEDULED_ON("runs on the node"),
        MOUNTS("has it as a volume: a claim, a ConfigMap, a Secret"),
        READS("needs it to start or to work: a ConfigMap or Secret, whole or in part"),
        USES_ACCOUNT("acts in the name of the ServiceAccount"),
        PULLS_WITH("opens image registries with the Secret"),
        USES_CLASS("is served or ranked as the class says"),
        BOUND_TO("stands for the volume"),
        PROVISIONED_BY("gets its storage from the class"),
        DRIVEN_BY("works through the storage driver"),
        ATTACHED_TO("is, or should be, attached to the node"),
        ROUTES_TO("sends traffic there"),
        ENDPOINTS_OF("lists addresses behind the Service"),
        ATTACHES_TO("takes its traffic from the Gateway"),
        SECURED_BY("shows the certificate in the Secret"),
        NAMED_BY("has the names of its pods from the Service"),
        CONNECTS_TO("has the Service's name among its settings"),
        SCALES("sets the number or the size of its pods"),
        LIMITS_DISRUPTION("says how many of these pods may be evicted at a time"),
        APPLIES_TO("limits the traffic of each pod whose labels match"),
        CALLS_WEBHOOK("makes the API server ask the Service"),
        SERVES_API("answers for this version of an API group"),
        ENFORCES("puts the admission policy in force"),
        GRANTS("hands out the rights of the role"),
        BINDS("gives rights to the account"),
        HEARTBEAT_OF("is the node's sign of life"),
        DELIVERS("brought it into the cluster"),
        SOURCED_FROM("takes what it delivers or writes from there"),
        DEPENDS_ON("waits until the other is ready"),
        ISSUED_BY("gets its certificate from the issuer"),
        WRITES("makes the Secret and keeps it up to date"),
        REFERS_TO("names it, in a way that only its own controller understands");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /** What the first end does, or is, to the second. */
        public String words() {
            return words;
        }

        /** Public: kebab-case, never renamed. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
