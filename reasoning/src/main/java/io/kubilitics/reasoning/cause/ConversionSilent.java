package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Calls;
import io.kubilitics.graph.facts.CustomResourceFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import io.kubilitics.reasoning.log.Complaint;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Objects of a custom kind lie in an old version, and nobody answers who should convert them: then nobody can even list them. */
final class ConversionSilent implements Cause {

    private static final Pattern SAID = Pattern.compile(
            "conversion webhook for ([a-z0-9.-]{1,200})/[a-z0-9]{1,30}, Kind=([A-Za-z0-9]{1,63}) failed");

    @Override
    public About about() {
        return About.of(
                        "conversion-webhook-unavailable",
                        "webhook-unavailable",
                        Ailment.WEBHOOK_UNAVAILABLE,
                        Ailment.DELETION_STUCK,
                        Ailment.NOT_RECONCILED,
                        Ailment.FAILING,
                        Ailment.CANNOT_REACH,
                        Ailment.NOT_READY,
                        Ailment.CRASHING)
                .means("Objects of a custom kind have to be converted, and nobody answers who should do it.")
                .confirmedBy("its definition asks a Service that is away or has no pod that is ready")
                .refutedBy("no definition asks anybody, or somebody answers")
                .cure("bring back who converts, or move all objects to the stored version and drop the conversion");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        return definition(symptom, inquiry)
                .filter(definition -> inquiry.health(definition).stream()
                        .anyMatch(each -> each.ailment() == Ailment.WEBHOOK_UNAVAILABLE))
                .<Ruling>map(definition -> confirmed(definition, symptom, inquiry))
                .orElseGet(() -> new Ruling.Refuted("nobody is said to convert in vain"));
    }

    private static Optional<ResourceRef> definition(Symptom symptom, Inquiry inquiry) {
        if (symptom.subject().kind().equals(Kind.CUSTOM_RESOURCE)) {
            return Optional.of(symptom.subject());
        }
        return said(symptom, inquiry)
                .map(SAID::matcher)
                .filter(Matcher::find)
                .flatMap(named -> definition(named.group(1), named.group(2), inquiry).stream())
                .findFirst();
    }

    private static Optional<ResourceRef> definition(String group, String kind, Inquiry inquiry) {
        return inquiry.all(Kind.CUSTOM_RESOURCE, "").stream()
                .filter(each -> each.facts() instanceof CustomResourceFacts facts
                        && facts.defines().equals(new Kind(group, kind)))
                .map(each -> each.ref())
                .findFirst();
    }

    private static Stream<String> said(Symptom symptom, Inquiry inquiry) {
        Stream<String> programs = symptom.ailment() == Ailment.DELETION_STUCK
                ? Stream.empty()
                : inquiry.complaints(symptom.subject()).stream().map(Complaint::sample);
        return Stream.concat(Stream.of(symptom.says()), programs);
    }

    private static Ruling confirmed(ResourceRef definition, Symptom symptom, Inquiry inquiry) {
        Optional<ResourceRef> service = inquiry.facts(definition, CustomResourceFacts.class).stream()
                .flatMap(facts -> facts.conversion().stream())
                .map(Calls::service)
                .flatMap(Optional::stream)
                .findFirst();
        ResourceRef object = service.flatMap(ref -> who(ref, inquiry)).orElse(definition);
        return Ruling.confirmed(
                        object,
                        Confidence.STRONG,
                        "%s cannot be read any more: nobody answers who should convert its objects"
                                .formatted(definition))
                .claim(Claim.of(
                        service.map(ref -> "%s asks %s".formatted(definition, ref))
                                .orElse("%s asks somebody outside".formatted(definition)),
                        new Probe.OfObject(definition)))
                .claim(Claim.tainted("it is said: " + symptom.says(), new Probe.OfObject(symptom.subject())))
                .advice("bring %s back, or take the conversion out of %s when nothing is left in an old version"
                        .formatted(object, definition))
                .harmful("deleting the definition: all of its objects would go with it");
    }

    /** Who has to come back: a Service that was taken away, or those behind it. */
    private static Optional<ResourceRef> who(ResourceRef service, Inquiry inquiry) {
        if (inquiry.missing(service)) {
            return inquiry.gone(Kind.SERVICE, service.namespace()).contains(service)
                    ? Optional.of(service)
                    : Optional.empty();
        }
        return inquiry.to(service, Relation.Type.SELECTS).stream()
                .findFirst()
                .map(inquiry::topOwner)
                .or(() -> Optional.of(service));
    }
}
