package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.Spelling;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pods are to act in the name of a ServiceAccount that does not exist. */
final class AccountMissing implements Cause {

    private static final Pattern SAID = Pattern.compile("service ?account .*not found", Pattern.CASE_INSENSITIVE);

    @Override
    public About about() {
        return About.of("missing-service-account", "admission-denied", Ailment.REPLICAS_NOT_CREATED)
                .means("Pods are to act in the name of a ServiceAccount that does not exist.")
                .confirmedBy("all accounts of the namespace are known, and it is not among them")
                .refutedBy("the account exists")
                .cure("create the account, or name one that exists");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<ResourceRef> account = inquiry.object(symptom.subject())
                .map(Resource::facts)
                .flatMap(PodTemplate::of)
                .map(template -> template.settings().account())
                .filter(name -> !name.isEmpty())
                .map(name ->
                        ResourceRef.of(Kind.SERVICE_ACCOUNT, symptom.subject().namespace(), name));
        if (account.isEmpty() || inquiry.object(account.get()).isPresent()) {
            return new Ruling.Refuted("the account exists");
        }
        Optional<RefusedPods.Said> said = RefusedPods.last(symptom, inquiry);
        boolean told =
                said.filter(refusal -> SAID.matcher(refusal.words()).find()).isPresent();
        boolean missing = inquiry.missing(account.get());
        if (!told && (!missing || said.isPresent())) {
            return missing
                    ? new Ruling.Refuted("the API server gave another reason")
                    : new Ruling.Open("whether the account exists cannot be seen", inquiry.unavailable());
        }
        return confirmed(symptom, inquiry, account.get(), missing);
    }

    private static Ruling confirmed(Symptom symptom, Inquiry inquiry, ResourceRef account, boolean missing) {
        ResourceRef top = inquiry.topOwner(symptom.subject());
        Set<ResourceRef> users = inquiry.from(account, Relation.Type.USES_ACCOUNT).stream()
                .map(inquiry::topOwner)
                .collect(Collectors.toSet());
        List<String> others = inquiry.all(Kind.SERVICE_ACCOUNT, account.namespace()).stream()
                .map(other -> other.ref().name())
                .toList();
        // Several who expect it cannot all be mistaken.
        boolean expected = users.size() > 1 || inquiry.meant(account).isPresent();
        return Ruling.confirmed(
                        expected ? account : top,
                        missing ? Confidence.PROVEN : Confidence.LIKELY,
                        "Pods of %s cannot be made: %s does not exist".formatted(top, account))
                .claim(Claim.of("%s does not exist".formatted(account), new Probe.OfObject(account)))
                .claim(Claim.of("%s names it".formatted(top), new Probe.OfObject(symptom.subject())))
                .advice(Spelling.nearest(account.name(), others)
                        .map(near -> "name the account '%s', which exists, or create %s".formatted(near, account))
                        .orElse("create %s with the rights that the pods need, or name another".formatted(account)))
                .harmful("restarting or scaling: the next pods need the same account");
    }
}
