package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.ContainerSpec;
import io.kubilitics.graph.facts.ContainerSpec.Role;
import io.kubilitics.graph.facts.NameService;
import io.kubilitics.graph.facts.PodSettings;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.world.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a pod is made from, and what it needs. */
final class Templates {

    private Templates() {}

    /** The template of a workload. */
    static PodTemplate of(Sight sight, Field template) {
        return of(sight, template.at("spec"), template.at("metadata", "labels").pairs());
    }

    static PodTemplate of(Sight sight, Field spec, Map<String, String> labels) {
        return Shared.value(new PodTemplate(
                labels, containers(sight, spec), Volumes.of(sight, spec), Placements.of(spec), settings(spec)));
    }

    private static List<ContainerSpec> containers(Sight sight, Field spec) {
        Containers containers = new Containers(sight, spec.at("securityContext"));
        List<ContainerSpec> all = new ArrayList<>();
        all.addAll(spec.at("initContainers").list(each -> containers.read(each, starting(each))));
        all.addAll(spec.at("containers").list(each -> containers.read(each, Role.MAIN)));
        all.addAll(spec.at("ephemeralContainers").list(each -> containers.read(each, Role.EPHEMERAL)));
        return all;
    }

    /** An init container that is always restarted stays beside the others. */
    private static Role starting(Field container) {
        return container.at("restartPolicy").text().equals("Always") ? Role.SIDECAR : Role.INIT;
    }

    private static PodSettings settings(Field spec) {
        return new PodSettings(
                spec.at("serviceAccountName").text(spec.at("serviceAccount").text("default")),
                spec.at("automountServiceAccountToken").yes(true),
                spec.at("imagePullSecrets").texts("name"),
                spec.at("priorityClassName").text(),
                spec.at("runtimeClassName").text(),
                spec.at("schedulerName").text(),
                spec.at("restartPolicy").text("Always"),
                names(spec),
                spec.at("hostNetwork").yes(),
                spec.at("terminationGracePeriodSeconds").number(30),
                spec.at("activeDeadlineSeconds").number(0));
    }

    private static NameService names(Field spec) {
        Map<String, String> aliases = new HashMap<>();
        spec.at("hostAliases")
                .each()
                .forEach(alias -> alias.at("hostnames")
                        .texts()
                        .forEach(name -> aliases.put(name, alias.at("ip").text())));
        return new NameService(
                spec.at("dnsPolicy").text("ClusterFirst"),
                spec.at("dnsConfig", "nameservers").texts(),
                spec.at("dnsConfig", "searches").texts(),
                aliases);
    }

    /** Notes everything that pods of this template refer to. */
    static void refer(Sight sight, PodTemplate template) {
        for (ContainerSpec container : template.containers()) {
            container.environment().reads().forEach(use -> sight.refer(Relation.Type.READS, use.source()));
            container.environment().whole().forEach(use -> sight.refer(Relation.Type.READS, use.source()));
            sight.connect(container.environment().calls());
        }
        template.volumes()
                .forEach(volume -> volume.source()
                        .ifPresent(source -> sight.refer(
                                source.kind().equals(Kind.CSI_DRIVER) ? Relation.Type.DRIVEN_BY : Relation.Type.MOUNTS,
                                source)));
        PodSettings settings = template.settings();
        sight.refer(Relation.Type.USES_ACCOUNT, Kind.SERVICE_ACCOUNT, settings.account());
        settings.pullSecrets().forEach(secret -> sight.refer(Relation.Type.PULLS_WITH, Kind.SECRET, secret));
        sight.refer(Relation.Type.USES_CLASS, Kind.PRIORITY_CLASS, settings.priorityClass());
        sight.refer(Relation.Type.USES_CLASS, Kind.RUNTIME_CLASS, settings.runtimeClass());
    }
}
