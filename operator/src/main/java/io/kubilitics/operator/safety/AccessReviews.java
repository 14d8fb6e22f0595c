package io.kubilitics.operator.safety;

import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributesBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.crds.proposal.Target;
import io.kubilitics.operator.proposal.Person;
import io.kubilitics.operator.proposal.Rights;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the API server with a SubjectAccessReview, each time afresh: rights change. */
public final class AccessReviews implements Rights {

    private static final Logger LOG = LoggerFactory.getLogger(AccessReviews.class);

    /** The group of everybody whom the API server knows. */
    private static final String EVERYBODY = "system:authenticated";

    private final KubernetesClient client;
    private final Discovery discovery;

    public AccessReviews(KubernetesClient client) {
        this.client = client;
        this.discovery = new Discovery(client);
    }

    @Override
    public Optional<String> refusal(Person person, String verb, Target target) {
        // A review without a user, or for no verb, is about somebody or something else.
        if (person.name().isBlank() || verb.isBlank()) {
            return Optional.of("nobody can be asked for: a name and a verb are needed");
        }
        try {
            return discovery
                    .of(target.apiVersion(), target.kind())
                    .map(served -> refusal(person, verb, target, served))
                    .orElseGet(() -> Optional.of(
                            "the cluster serves no %s of %s".formatted(target.kind(), target.apiVersion())));
        } catch (RuntimeException unanswered) { // whatever it is: without an answer nobody may
            LOG.atWarn()
                    .setCause(unanswered)
                    .addKeyValue("person", person.name())
                    .log("rights cannot be asked for");
            return Optional.of("whether %s may %s %s himself cannot be asked: %s"
                    .formatted(person.name(), verb, named(target), Reason.of(unanswered)));
        }
    }

    private Optional<String> refusal(Person person, String verb, Target target, Discovery.Served served) {
        if (served.namespaced() != (target.namespace() != null)) {
            // Asked for in a namespace, a right to what lies in none would be too easy to have.
            return Optional.of("%s %s a namespace"
                    .formatted(
                            named(target), served.namespaced() ? "lies in no namespace but needs" : "cannot lie in"));
        }
        return allowed(review(person, attributes(verb, target, served)))
                ? Optional.empty()
                : Optional.of(
                        "%s may not %s %s himself%s".formatted(person.name(), verb, named(target), asked(person)));
    }

    private boolean allowed(SubjectAccessReview review) {
        SubjectAccessReview answer =
                client.authorization().v1().subjectAccessReview().create(review);
        return Boolean.TRUE.equals(answer.getStatus().getAllowed())
                && !Boolean.TRUE.equals(answer.getStatus().getDenied());
    }

    private static SubjectAccessReview review(Person person, ResourceAttributes attributes) {
        List<String> groups = Stream.concat(person.groups().stream(), Stream.of(EVERYBODY))
                .distinct()
                .toList();
        return new SubjectAccessReviewBuilder()
                .withNewSpec()
                .withUser(person.name())
                .withGroups(groups)
                .withResourceAttributes(attributes)
                .endSpec()
                .build();
    }

    private static ResourceAttributes attributes(String verb, Target target, Discovery.Served served) {
        String[] groupAndVersion = target.apiVersion().split("/", 2);
        boolean core = groupAndVersion.length == 1;
        return new ResourceAttributesBuilder()
                .withVerb(verb)
                .withGroup(core ? "" : groupAndVersion[0])
                .withVersion(groupAndVersion[core ? 0 : 1])
                .withResource(served.plural())
                .withNamespace(target.namespace())
                .withName(target.name())
                .build();
    }

    private static String asked(Person person) {
        return person.groups().isEmpty() ? ", asked by name alone: the decision names no groups" : "";
    }

    private static String named(Target target) {
        return target.namespace() == null
                ? "%s %s".formatted(target.kind(), target.name())
                : "%s %s/%s".formatted(target.kind(), target.namespace(), target.name());
    }
}
