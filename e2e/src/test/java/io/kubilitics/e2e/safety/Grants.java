package io.kubilitics.e2e.safety;

import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** Rights that tests give to people and groups. */
public final class Grants {

    private Grants() {}

    public static PolicyRule rule(String group, List<String> resources, String... verbs) {
        return new PolicyRuleBuilder()
                .withApiGroups(group)
                .withResources(resources)
                .withVerbs(verbs)
                .build();
    }

    /**
     * In one namespace.
     *
     * @param kind User or Group
     */
    public static void in(String namespace, KubernetesClient admin, String kind, String name, PolicyRule... rules) {
        admin.resource(new RoleBuilder()
                        .withNewMetadata()
                        .withName("e2e-" + name)
                        .withNamespace(namespace)
                        .endMetadata()
                        .withRules(rules)
                        .build())
                .create();
        admin.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName("e2e-" + name)
                        .withNamespace(namespace)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", "e2e-" + name)
                        .addNewSubject("rbac.authorization.k8s.io", kind, name, null)
                        .build())
                .create();
    }

    /** In the whole cluster. */
    public static void everywhere(KubernetesClient admin, String kind, String name, PolicyRule... rules) {
        admin.resource(new ClusterRoleBuilder()
                        .withNewMetadata()
                        .withName("e2e-" + name)
                        .endMetadata()
                        .withRules(rules)
                        .build())
                .serverSideApply();
        admin.resource(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName("e2e-" + name)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "e2e-" + name)
                        .addNewSubject("rbac.authorization.k8s.io", kind, name, null)
                        .build())
                .serverSideApply();
    }
}
