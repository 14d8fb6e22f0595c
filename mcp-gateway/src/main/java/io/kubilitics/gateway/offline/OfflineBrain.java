package io.kubilitics.gateway.offline;

import io.kubilitics.gateway.bundle.Bundle;
import io.kubilitics.gateway.bundle.Problem;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.health.Scope;
import io.kubilitics.reasoning.Investigator;
import io.kubilitics.reasoning.Question;
import io.kubilitics.reasoning.cause.Catalogue;
import io.kubilitics.reasoning.report.Report;
import io.kubilitics.reasoning.report.Reporter;
import io.kubilitics.reasoning.signal.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Investigates a bundle as the brain would investigate the cluster that it was taken from. */
public record OfflineBrain(Catalogue catalogue) {

    /** What owns pods: asked about it, one asks about them. */
    private static final Set<String> WORKLOADS =
            Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod");

    /** About what the bundle itself asks about. */
    public Report diagnose(Bundle bundle) {
        return diagnose(bundle, scope(bundle));
    }

    public Report diagnose(Bundle bundle, Scope scope) {
        Question question = new Question(scope, bundle.now(), unseen(bundle, scope));
        return new Reporter(catalogue)
                .report(bundle.name(), Investigator.investigate(catalogue, Scenes.of(bundle), question));
    }

    /** What stands between an object and its trouble is often no part of it, so most objects are looked at with their namespace. */
    static Scope scope(Bundle bundle) {
        return bundle.incident().focus().map(focus -> scope(bundle, focus)).orElseGet(Scope.Everything::new);
    }

    private static Scope scope(Bundle bundle, Subject focus) {
        if (focus.kind().equals("Namespace")) {
            return new Scope.InNamespace(focus.name());
        }
        if (WORKLOADS.contains(focus.kind())) {
            return new Scope.Below(Set.of(ref(bundle, focus)));
        }
        return focus.namespace().isEmpty() ? new Scope.Everything() : new Scope.InNamespace(focus.namespace());
    }

    /** People do not say the API group; the bundle knows which kind of this name it holds. */
    private static ResourceRef ref(Bundle bundle, Subject focus) {
        Kind kind = bundle.objects().counts().keySet().stream()
                .filter(it -> it.name().equals(focus.kind()))
                .sorted()
                .findFirst()
                .orElseGet(() -> new Kind("", focus.kind()));
        return ResourceRef.of(kind, focus.namespace(), focus.name());
    }

    private static List<String> unseen(Bundle bundle, Scope scope) {
        Stream<String> kinds = Investigator.unseen(bundle.world(), scope);
        Stream<String> problems =
                bundle.problems().stream().filter(Problem::skipped).map(Problem::toString);
        return Stream.concat(kinds, problems).toList();
    }
}
