package io.kubilitics.e2e.road;

import static io.kubilitics.e2e.cluster.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.cli.cluster.machine.Tool;
import io.kubilitics.crds.proposal.PatchOperation;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.ProposalSpec;
import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.Target;
import io.kubilitics.e2e.cluster.TestCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** People of one namespace, what they may do there, and what they do. */
public final class People {

    private final TestCluster cluster;
    private final String namespace;

    public People(TestCluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    public void mayPropose(String user) {
        bind(user, "ClusterRole", "kubilitics-proposer");
        await(user, "create", "proposals.kubilitics.io");
    }

    public void mayDecide(String user) {
        bind(user, "ClusterRole", "kubilitics-approver");
        // `kubectl describe` shows the events too.
        grant(user, "see-events", "", "events", "get", "list", "watch");
        await(user, "approve", "proposals.kubilitics.io");
        await(user, "list", "events");
    }

    public void mayEdit(String user, String resource) {
        grant(user, "edit-" + resource, "", resource, "get", "patch");
        await(user, "patch", resource);
    }

    public void mayEditDeployments(String user) {
        grant(user, "edit-deployments", "apps", "deployments", "get", "patch");
        await(user, "patch", "deployments.apps");
    }

    /** In all namespaces. */
    public void mayReadConfigMaps(String user) {
        String role = "e2e-config-reader";
        cluster.client()
                .resource(new ClusterRoleBuilder()
                        .withNewMetadata()
                        .withName(role)
                        .endMetadata()
                        .addNewRule()
                        .withApiGroups("")
                        .withResources("configmaps")
                        .withVerbs("get")
                        .endRule()
                        .build())
                .serverSideApply();
        cluster.client()
                .resource(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName(role + "-" + user)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", role)
                        .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                        .build())
                .serverSideApply();
        await(user, "get", "configmaps");
    }

    private void grant(String user, String name, String group, String resource, String... verbs) {
        PolicyRule rule = new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resource)
                .withVerbs(verbs)
                .build();
        cluster.client()
                .resource(new RoleBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .endMetadata()
                        .withRules(rule)
                        .build())
                .serverSideApply();
        bind(user, "Role", name);
    }

    private void bind(String user, String kind, String role) {
        cluster.client()
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(user + "-" + role)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", kind, role)
                        .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                        .build())
                .serverSideApply();
    }

    private void await(String user, String verb, String resource) {
        eventually(() ->
                assertThat(kubectl(user, "auth", "can-i", verb, resource).out()).contains("yes"));
    }

    public Proposal propose(String user, ConfigMap about, List<PatchOperation> patch) {
        Proposal proposal = new Proposal();
        proposal.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withGenerateName("change-")
                .build());
        Target target = new Target(
                "v1",
                "ConfigMap",
                about.getMetadata().getNamespace(),
                about.getMetadata().getName(),
                about.getMetadata().getUid(),
                about.getMetadata().getResourceVersion());
        proposal.setSpec(new ProposalSpec(
                "Change the size",
                "it is too small",
                null,
                user,
                Instant.now().plus(Duration.ofHours(1)),
                List.of(ProposedAction.patch(target, patch, "so that it fits")),
                List.of(),
                List.of()));
        try (KubernetesClient client = cluster.clientOf(user)) {
            return client.resource(proposal).create();
        }
    }

    public void approve(String user, String proposal) {
        Tool.Answer answer = tryApprove(user, proposal);
        assertThat(answer.fine()).as(answer.err()).isTrue();
    }

    /** With the very commands of docs/approval.md. */
    public Tool.Answer tryApprove(String user, String proposal) {
        String plan = kubectl(user, "get", "proposal", proposal, "-o", "jsonpath={.status.planHash}")
                .out();
        return kubectl(user, "patch", "proposal", proposal, "--type=json", "-p", """
                [{"op": "add", "path": "/spec/decisions/-", "value": {"by": "%s", "verdict": "approve", "planHash": "%s"}}]""".formatted(user, plan));
    }

    public Tool.Answer kubectl(String user, String... words) {
        List<String> command = new ArrayList<>(List.of(
                cluster.cluster().programs().resolve("kubectl").toString(),
                "--kubeconfig=" + cluster.cluster().kubeconfig(),
                "--namespace=" + namespace,
                "--as=" + user));
        command.addAll(List.of(words));
        return Tool.tryRun(command, "");
    }
}
