package io.kubilitics.operator.safety;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributesBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.Manifests;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts what the operator needs into a cluster, with the rights of whoever asks for it, and can tell whether it is there. */
public final class Installer {

    private final KubernetesClient user;
    private final BodyName body;
    private final List<Shipped> shipped;

    public Installer(KubernetesClient user, BodyName body) {
        this.user = user;
        this.body = body;
        this.shipped = Shipped.in(Manifests.of(body).all());
    }

    /**
     * What is missing or altered, each as half a sentence; empty when all is as shipped. Only reads.
     *
     * @throws Refused when that cannot be seen
     */
    public List<String> missing() {
        return asked(
                "what is installed cannot be seen",
                () -> shipped.stream()
                        .flatMap(each -> each.fault(found(each)).stream())
                        .toList());
    }

    /**
     * Makes all as shipped and returns when it is in force; changes nothing where it already is.
     *
     * @throws Refused when the user may not, before anything was changed, or when it does not come about
     */
    public void install() {
        asked("the operator cannot be installed", () -> {
            rehearse();
            shipped.forEach(each -> Apply.to(user, each.object()));
            shipped.forEach(this::mend);
            awaitDefinitions();
            new PolicyProbe(user, shipped).await();
            awaitRights();
            return shipped;
        });
        List<String> left = missing();
        if (!left.isEmpty()) {
            throw new Refused("the operator cannot be installed: " + String.join("; ", left));
        }
    }

    /** Not at the first try when somebody writes at the same time: the API server's own controllers write the status of policies. */
    private void mend(Shipped each) {
        Patience.until(each.name() + " is as shipped", () -> {
            @Nullable HasMetadata found = found(each);
            return found == null || each.alteration(found).isEmpty() || Apply.instead(user, found, each.object());
        });
    }

    private @Nullable HasMetadata found(Shipped each) {
        return user.resource(each.object()).get();
    }

    /** Half an installation would be the worst of both. Other refusals than a missing right may come of what is not there yet. */
    private void rehearse() {
        for (Shipped each : shipped) {
            try {
                Apply.dryRun(user, each.object());
            } catch (KubernetesClientException refusal) {
                if (refusal.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                    throw refusal;
                }
            }
        }
    }

    private void awaitDefinitions() {
        shipped.stream()
                .map(Shipped::object)
                .filter(CustomResourceDefinition.class::isInstance)
                .map(CustomResourceDefinition.class::cast)
                .forEach(definition -> Patience.until(
                        "the cluster serves " + definition.getMetadata().getName(), () -> isServed(definition)));
    }

    private boolean isServed(CustomResourceDefinition definition) {
        var spec = definition.getSpec();
        return spec.getVersions().stream()
                .allMatch(version -> new Discovery(user)
                        .of(
                                spec.getGroup() + "/" + version.getName(),
                                spec.getNames().getKind())
                        .isPresent());
    }

    /** Of the roles in the whole cluster and of those in the operator's namespace, the last each. */
    private void awaitRights() {
        Patience.until(
                "the operator has the rights of its roles",
                () -> mayBody(new ResourceAttributesBuilder()
                                .withGroup("apps")
                                .withResource("deployments")
                                .withVerb("patch")
                                .build())
                        && mayBody(new ResourceAttributesBuilder()
                                .withGroup("coordination.k8s.io")
                                .withResource("leases")
                                .withVerb("update")
                                .withNamespace(body.namespace())
                                .build()));
    }

    private boolean mayBody(ResourceAttributes attributes) {
        return Boolean.TRUE.equals(user.authorization()
                .v1()
                .subjectAccessReview()
                .create(new SubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withUser(body.userName())
                        .withResourceAttributes(attributes)
                        .endSpec()
                        .build())
                .getStatus()
                .getAllowed());
    }

    private static <T> T asked(String otherwise, Supplier<T> question) {
        try {
            return question.get();
        } catch (KubernetesClientException refusal) {
            throw new Refused(otherwise + ": " + Reason.of(refusal), refusal);
        }
    }
}
