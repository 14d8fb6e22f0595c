package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Calls;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.WebhooksFacts;
import io.kubilitics.graph.facts.WebhooksFacts.Webhook;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which webhook keeps something from being made, and who should answer for it. */
final class Hooks {

    private static final Pattern CALL = Pattern.compile("failed calling webhook \"([^\"]{1,253})\"");

    private Hooks() {}

    /**
     * A webhook that fails.
     *
     * @param configuration that names it
     * @param said how it fails
     */
    record Failing(ResourceRef configuration, String name, Calls calls, String said) {

        /** Whether those who should answer are not let in without its own answer: bringing them back is in vain. */
        boolean shutsItselfOut(Inquiry inquiry) {
            return calls.service().stream()
                    .flatMap(service -> Traffic.makers(service, inquiry).stream())
                    .flatMap(maker -> inquiry.health(maker.ref()).stream())
                    .filter(symptom -> symptom.ailment() == Ailment.REPLICAS_NOT_CREATED)
                    .anyMatch(symptom ->
                            named(symptom, inquiry).filter(name::equals).isPresent());
        }

        /** The workload that should answer; nothing when its Service is gone or leads out of the cluster. */
        Optional<ResourceRef> workload(Inquiry inquiry) {
            return calls.service().stream()
                    .flatMap(service -> inquiry.to(service, Relation.Type.SELECTS).stream())
                    .filter(pod -> pod.kind().equals(Kind.POD))
                    .findFirst()
                    .map(inquiry::topOwner);
        }
    }

    /** The name of the webhook that a symptom is said to come from. */
    static Optional<String> named(Symptom symptom, Inquiry inquiry) {
        if (symptom.ailment() == Ailment.WEBHOOK_UNAVAILABLE) {
            // Who converts objects is asked too, but never whether something may be made.
            return Optional.of(symptom.part())
                    .filter(_ -> !symptom.subject().kind().equals(Kind.CUSTOM_RESOURCE));
        }
        Matcher call = CALL.matcher(said(symptom, inquiry));
        return call.find() ? Optional.of(call.group(1)) : Optional.empty();
    }

    static String said(Symptom symptom, Inquiry inquiry) {
        return symptom.ailment() == Ailment.WEBHOOK_UNAVAILABLE
                ? symptom.says()
                : RefusedPods.last(symptom, inquiry)
                        .map(RefusedPods.Said::words)
                        .orElse("");
    }

    /** Nothing when its configuration cannot be seen. */
    static Optional<Failing> failing(String name, Symptom symptom, Inquiry inquiry) {
        return Stream.of(Kind.VALIDATING_WEBHOOKS, Kind.MUTATING_WEBHOOKS)
                .flatMap(kind -> inquiry.all(kind, "").stream())
                .filter(each -> symptom.ailment() != Ailment.WEBHOOK_UNAVAILABLE
                        || each.ref().equals(symptom.subject()))
                .flatMap(each -> hooks(each).stream()
                        .filter(hook -> hook.name().equals(name))
                        .map(hook -> new Failing(each.ref(), name, hook.calls(), said(symptom, inquiry))))
                .findFirst();
    }

    private static List<Webhook> hooks(Resource configuration) {
        return configuration.facts() instanceof WebhooksFacts facts ? facts.webhooks() : List.of();
    }
}
