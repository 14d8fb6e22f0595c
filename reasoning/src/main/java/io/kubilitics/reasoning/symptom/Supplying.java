package io.kubilitics.reasoning.symptom;

import io.kubilitics.graph.facts.DaemonSetFacts;
import io.kubilitics.graph.facts.DeploymentFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import java.util.regex.Pattern;

/** Programs that bring nodes into the cluster, or tell what is special on them, known by their images. */
public final class Supplying {

    private static final Pattern NODES = Pattern.compile("cluster-autoscaler|karpenter");
    private static final Pattern DEVICES = Pattern.compile("device-plugin");

    private Supplying() {}

    public static boolean isDone(Resource workload) {
        return bringsNodes(workload) || bringsDevices(workload);
    }

    public static boolean bringsNodes(Resource workload) {
        return workload.facts() instanceof DeploymentFacts facts && fits(NODES, facts.template());
    }

    public static boolean bringsDevices(Resource workload) {
        return workload.facts() instanceof DaemonSetFacts facts && fits(DEVICES, facts.template());
    }

    private static boolean fits(Pattern images, PodTemplate template) {
        return template.containers().stream()
                .anyMatch(container -> images.matcher(container.image()).find());
    }
}
