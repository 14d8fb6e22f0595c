package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.facts.AccountFacts;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.EventNote;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The Secrets with which a pod opens image registries, its own and those of its account. */
record PullSecret(ResourceRef workload, List<ResourceRef> named) {

    private static final Set<String> TYPES = Set.of("kubernetes.io/dockerconfigjson", "kubernetes.io/dockercfg");

    static PullSecret of(Symptom symptom, Inquiry inquiry) {
        String namespace = symptom.subject().namespace();
        Optional<PodTemplate> template =
                inquiry.object(symptom.subject()).map(Resource::facts).flatMap(PodTemplate::of);
        Stream<String> own = template.stream().flatMap(pod -> pod.settings().pullSecrets().stream());
        Stream<String> accounts = template
                .map(pod -> pod.settings().account())
                .map(account -> account.isEmpty() ? "default" : account)
                .flatMap(account ->
                        inquiry.facts(ResourceRef.of(Kind.SERVICE_ACCOUNT, namespace, account), AccountFacts.class))
                .stream()
                .flatMap(account -> account.pullSecrets().stream());
        return new PullSecret(
                inquiry.topOwner(symptom.subject()),
                Stream.concat(own, accounts)
                        .distinct()
                        .map(name -> ResourceRef.of(Kind.SECRET, namespace, name))
                        .toList());
    }

    /** One that is there and opens registries. */
    Optional<ResourceRef> usable(Inquiry inquiry) {
        return named.stream()
                .filter(secret -> type(secret, inquiry).filter(TYPES::contains).isPresent())
                .findFirst();
    }

    Optional<ResourceRef> ofWrongType(Inquiry inquiry) {
        return named.stream()
                .filter(secret -> type(secret, inquiry)
                        .filter(type -> !type.isEmpty() && !TYPES.contains(type))
                        .isPresent())
                .findFirst();
    }

    /** Known not to exist, or the node said that it could not get it. */
    Optional<ResourceRef> missing(Symptom symptom, Inquiry inquiry) {
        return named.stream()
                .filter(secret -> inquiry.missing(secret)
                        || (inquiry.object(secret).isEmpty() && told(symptom, inquiry, secret.name())))
                .findFirst();
    }

    private static boolean told(Symptom symptom, Inquiry inquiry, String name) {
        return inquiry.events(symptom.subject()).stream()
                .filter(event -> event.reason().equals("FailedToRetrieveImagePullSecret"))
                .map(EventNote::message)
                .anyMatch(message -> message.contains(name));
    }

    private static Optional<String> type(ResourceRef secret, Inquiry inquiry) {
        return inquiry.facts(secret, ConfigFacts.class).map(ConfigFacts::type);
    }

    Absence absence(ResourceRef missing, Inquiry inquiry) {
        return Absence.of(missing, workload, Relation.Type.PULLS_WITH, inquiry);
    }

    /** Pull secrets that the workload had and has no more. */
    Optional<Edited> taken(Symptom symptom, Inquiry inquiry) {
        return Recent.change(
                workload, symptom, inquiry, change -> change.edit().path().contains("/imagePullSecrets"));
    }

    static Claim denial(PullRefusal.Said said, Symptom symptom) {
        return Claim.tainted("the node was told: " + said.words(), new Probe.OfEvents(symptom.subject()));
    }
}
