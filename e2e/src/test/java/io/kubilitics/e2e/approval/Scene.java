package io.kubilitics.e2e.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.e2e.cluster.TestCluster;
import io.kubilitics.e2e.cluster.TestNamespace;
import java.util.HashMap;
import java.util.Map;

/** One namespace with everybody who talks about its proposals. */
final class Scene implements AutoCloseable {

    private final TestCluster cluster;
    private final String namespace;
    private final Map<String, Caller> callers = new HashMap<>();

    Scene(TestCluster cluster, TestNamespace namespace) {
        Installation.on(cluster);
        this.cluster = cluster;
        this.namespace = namespace.name();
    }

    Caller as(String user) {
        return callers.computeIfAbsent(user, name -> new Caller(name, cluster.clientOf(name), namespace));
    }

    /** The same one, in some groups. */
    Caller asMember(String user, String... groups) {
        return callers.computeIfAbsent(
                user + " of " + String.join(", ", groups),
                _ -> new Caller(user, cluster.clientOf(user, groups), namespace));
    }

    /** With the rights of system:masters. */
    Caller admin() {
        return new Caller("admin", cluster.client(), namespace);
    }

    Caller body() {
        return as(Installation.BODY);
    }

    Caller rita() {
        return as(Installation.RITA);
    }

    Caller ann() {
        return as(Installation.DECIDERS.getFirst());
    }

    Caller ben() {
        return as(Installation.DECIDERS.getLast());
    }

    Caller mallory() {
        return as(Installation.MALLORY);
    }

    /** Asked for by Rita, not looked at yet. */
    ObjectNode pending() {
        return rita().create(Drafts.by(Installation.RITA)).accepted();
    }

    ObjectNode awaitingApproval() {
        return inPhase("AwaitingApproval");
    }

    ObjectNode inPhase(String phase) {
        return told(pending(), phase);
    }

    /** After the body told that it has come this far. */
    ObjectNode told(ObjectNode proposal, String phase) {
        return body().changeStatus(Way.MERGE_PATCH, proposal, Drafts.plan(phase, Drafts.HASH))
                .accepted();
    }

    /** Decided by Ann. */
    ObjectNode approvedByAnn() {
        return ann().change(Way.MERGE_PATCH, awaitingApproval(), Drafts.decision("ann", "approve"))
                .accepted();
    }

    ObjectNode now(ObjectNode proposal) {
        return admin().get(proposal.at("/metadata/name").textValue()).accepted();
    }

    /** In this namespace only. */
    void grant(String user, String clusterRole, String verb) {
        cluster.client()
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName("grant-" + clusterRole)
                        .withNamespace(namespace)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", clusterRole)
                        .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                        .build())
                .create();
        Installation.awaitRight(cluster, user, namespace, verb, "");
    }

    @Override
    public void close() {
        callers.values().stream().map(Caller::client).forEach(KubernetesClient::close);
    }
}
