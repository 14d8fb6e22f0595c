package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pods are to act in the name of an account that does not exist, and so are not created. */
final class ServiceAccountMissing implements Cause {

    private static final Pattern SAID =
            Pattern.compile("service ?account.{0,300}not found", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public About about() {
        return About.of("missing-service-account", "admission-denied", Ailment.REPLICAS_NOT_CREATED)
                .means("Pods are to act in the name of an account that does not exist, and so are not created.")
                .confirmedBy(
                        "all accounts of the namespace are known, and it is not among them; or the API server says so")
                .refutedBy("the account is there")
                .cure("create the ServiceAccount; where its name was misspelt, correct it");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<ResourceRef> account = inquiry.object(symptom.subject())
                .flatMap(Containers::template)
                .map(PodTemplate::settings)
                .map(settings -> settings.account().isEmpty() ? "default" : settings.account())
                .map(name ->
                        ResourceRef.of(Kind.SERVICE_ACCOUNT, symptom.subject().namespace(), name));
        boolean said = SAID.matcher(symptom.says()).find();
        boolean absent = account.filter(inquiry::missing).isPresent();
        boolean unseen = account.filter(ref -> inquiry.object(ref).isEmpty()).isPresent();
        if (account.isEmpty() || (!absent && !(said && unseen))) {
            return new Ruling.Refuted("its account is not known to be missing");
        }
        ResourceRef workload = inquiry.topOwner(symptom.subject());
        Absence absence = Absence.of(account.get(), workload, Relation.Type.USES_ACCOUNT, inquiry);
        return Ruling.confirmed(
                        absence.fault(),
                        absent && said ? Confidence.PROVEN : absent ? Confidence.STRONG : Confidence.LIKELY,
                        "Pods of %s are not created: %s does not exist%s"
                                .formatted(workload, account.get(), absence.guess()))
                .claim(absence.claim())
                .claim(Claim.tainted("the API server said: " + symptom.says(), new Probe.OfEvents(symptom.subject())))
                .advice(absence.advice())
                .harmful("giving the pods an account with more rights");
    }
}
