package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.world.Relation;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what looks like a reference in the specification of a kind that nobody told us about. */
final class References {

    /** Specifications that go deeper hold schemas and data, not references. */
    private static final int DEEPEST = 8;
    /** More fields than any hand-written object has. */
    private static final int MOST_FIELDS = 2_000;

    /** How the names of fields end that hold a name of this kind, or an object with one. */
    private static final Map<String, Target> BY_ENDING = Map.of(
            "secret", new Target(Kind.SECRET, Relation.Type.READS),
            "secretkey", new Target(Kind.SECRET, Relation.Type.READS),
            "configmap", new Target(Kind.CONFIG_MAP, Relation.Type.READS),
            "configmapkey", new Target(Kind.CONFIG_MAP, Relation.Type.READS),
            "serviceaccount", new Target(Kind.SERVICE_ACCOUNT, Relation.Type.USES_ACCOUNT),
            "claim", new Target(Kind.CLAIM, Relation.Type.MOUNTS),
            "storageclass", new Target(Kind.STORAGE_CLASS, Relation.Type.PROVISIONED_BY),
            "ingressclass", new Target(Kind.INGRESS_CLASS, Relation.Type.USES_CLASS),
            "priorityclass", new Target(Kind.PRIORITY_CLASS, Relation.Type.USES_CLASS),
            "service", new Target(Kind.SERVICE, Relation.Type.ROUTES_TO));

    private static final String SCALED = "scaleTargetRef";

    private final Sight sight;
    private int seen;

    private References(Sight sight) {
        this.sight = sight;
    }

    static void find(Sight sight) {
        new References(sight).within(sight.spec(), 0);
    }

    private void within(Field field, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        field.each().forEach(element -> object("", element, depth));
        for (Field.Named named : field.fields()) {
            if (++seen > MOST_FIELDS) {
                return;
            }
            if (named.value().node().isValueNode()) {
                byName(named);
            } else {
                object(named.name(), named.value(), depth);
            }
        }
    }

    /** An object with kind and name is a reference, wherever it stands; {@code …Ref} with a name alone says the kind itself. */
    private void object(String called, Field value, int depth) {
        if (value.at("kind").given().isPresent() && value.at("name").given().isPresent()) {
            sight.target(value)
                    .ifPresent(ref ->
                            sight.refer(called.equals(SCALED) ? Relation.Type.SCALES : Relation.Type.REFERS_TO, ref));
            return;
        }
        if (called.equals(SCALED) && value.at("name").given().isPresent()) {
            // Who names no kind means a Deployment, as KEDA does.
            refer(
                    new Target(Kind.DEPLOYMENT, Relation.Type.SCALES),
                    value.at("name").text(),
                    sight.namespace());
            return;
        }
        Target target = called.endsWith("Ref") ? ending(called, "Ref") : null;
        if (target != null) {
            refer(target, value.at("name").text(), value.at("namespace").text(sight.namespace()));
        }
        within(value, depth + 1);
    }

    private void byName(Field.Named named) {
        Target target = named.name().endsWith("Name") ? ending(named.name(), "Name") : null;
        if (target != null) {
            refer(target, named.value().text(), sight.namespace());
        }
    }

    private void refer(Target target, String name, String namespace) {
        Sight.target(target.kind(), namespace, name).ifPresent(ref -> sight.refer(target.type(), ref));
    }

    private static @Nullable Target ending(String field, String suffix) {
        String stem = field.substring(0, field.length() - suffix.length()).toLowerCase(Locale.ROOT);
        return BY_ENDING.entrySet().stream()
                .filter(entry -> stem.endsWith(entry.getKey()))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    private record Target(Kind kind, Relation.Type type) {}
}
