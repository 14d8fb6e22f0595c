package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Condition;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.OpaqueFacts;
import io.kubilitics.graph.world.Relation;
import java.util.List;
import java.util.Optional;

/** Argo CD's Applications: what they deliver, and whether that is in step with its source and well. */
final class ArgoApplicationObserver implements Observer {

    private static final Kind PROJECT = new Kind("argoproj.io", "AppProject");

    @Override
    public Facts observe(Sight sight) {
        Field status = sight.status();
        String home = sight.spec().at("destination", "namespace").text(sight.namespace());
        sight.refer(
                Relation.Type.SOURCED_FROM, PROJECT, sight.spec().at("project").text());
        for (Field resource : status.at("resources").each().toList()) {
            Optional<String> kind = resource.at("kind").given();
            kind.flatMap(name -> Sight.target(
                            new Kind(resource.at("group").text(), name),
                            resource.at("namespace").text(home),
                            resource.at("name").text()))
                    .ifPresent(ref -> sight.refer(Relation.Type.DELIVERS, ref));
        }
        String phase = "%s %s %s"
                .formatted(
                        status.at("sync", "status").text(),
                        status.at("health", "status").text(),
                        status.at("operationState", "phase").text())
                .strip();
        return new OpaqueFacts(
                phase,
                message(status),
                false,
                true,
                Optional.empty(),
                // Its conditions have no status: that one stands there means that it holds.
                status.at("conditions").exists() ? errors(status) : List.of());
    }

    /** Of the resource that could not be brought, which says more than that something could not. */
    private static String message(Field status) {
        String whole = status.at("operationState", "message")
                .text(status.at("health", "message").text());
        return status.at("operationState", "syncResult", "resources")
                .each()
                .filter(resource -> resource.at("status").text().equals("SyncFailed"))
                .map(resource ->
                        "%s: %s".formatted(whole, resource.at("message").text()))
                .findFirst()
                .orElse(whole);
    }

    private static List<Condition> errors(Field status) {
        return status.at("conditions")
                .each()
                .filter(condition -> !condition.at("type").text().isEmpty())
                .map(condition -> new Condition(
                        condition.at("type").text(),
                        Condition.Truth.TRUE,
                        "",
                        condition.at("type").text().equals("SyncError")
                                ? message(status)
                                : condition.at("message").text(),
                        condition.at("lastTransitionTime").time()))
                .toList();
    }
}
