package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.ContainerSpec.Role;
import io.kubilitics.graph.facts.ContainerState;
import io.kubilitics.graph.facts.ContainerStatus;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.PodFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.world.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pods. */
final class PodObserver implements Observer {

    @Override
    public Facts observe(Sight sight) {
        Field spec = sight.spec();
        Field status = sight.status();
        PodTemplate template = Templates.of(
                sight, spec, sight.object().at("metadata", "labels").pairs());
        String node = spec.at("nodeName").text();
        sight.refer(Relation.Type.SCHEDULED_ON, Kind.NODE, node);
        Templates.refer(sight, template);
        return new PodFacts(
                status.at("phase").text(),
                status.at("reason").text(),
                status.at("message").text(),
                node,
                status.at("nominatedNodeName").text(),
                spec.at("priority").number(0),
                spec.at("schedulingGates").texts("name"),
                template,
                statuses(status, template),
                Conditions.of(status));
    }

    private static List<ContainerStatus> statuses(Field status, PodTemplate template) {
        List<ContainerStatus> all = new ArrayList<>();
        all.addAll(status.at("initContainerStatuses").list(each -> status(each, role(each, template, Role.INIT))));
        all.addAll(status.at("containerStatuses").list(each -> status(each, Role.MAIN)));
        all.addAll(status.at("ephemeralContainerStatuses").list(each -> status(each, Role.EPHEMERAL)));
        return all;
    }

    private static Role role(Field status, PodTemplate template, Role otherwise) {
        return template.container(status.at("name").text())
                .map(container -> container.role())
                .orElse(otherwise);
    }

    private static ContainerStatus status(Field status, Role role) {
        Field before = status.at("lastState", "terminated");
        return new ContainerStatus(
                status.at("name").text(),
                role,
                status.at("ready").yes(),
                status.at("started").yes(),
                status.at("restartCount").number(0),
                state(status.at("state")),
                before.exists() ? Optional.of(ended(before)) : Optional.empty());
    }

    /** A container of which nothing is told yet is waiting. */
    private static ContainerState state(Field state) {
        if (state.at("running").exists()) {
            return new ContainerState.Running(state.at("running", "startedAt").time());
        }
        if (state.at("terminated").exists()) {
            return ended(state.at("terminated"));
        }
        return new ContainerState.Waiting(
                state.at("waiting", "reason").text(),
                state.at("waiting", "message").text());
    }

    private static ContainerState.Ended ended(Field ended) {
        return new ContainerState.Ended(
                ended.at("reason").text(),
                ended.at("exitCode").number(0),
                ended.at("message").text(),
                ended.at("startedAt").time(),
                ended.at("finishedAt").time());
    }
}
