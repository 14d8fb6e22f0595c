package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.Spelling;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.PodTemplate;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.ServiceFacts;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.graph.select.Selector;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A Service selects labels that the pods it was meant for do not have. */
final class ServiceSelectorMismatch implements Cause {

    private static final int ENOUGH = 2;

    @Override
    public About about() {
        return About.of(
                        "service-selector-mismatch",
                        "selector-mismatch",
                        Ailment.NO_ENDPOINTS,
                        Ailment.PORT_UNREACHABLE,
                        Ailment.CANNOT_REACH)
                .means("A Service selects labels that the pods it was meant for do not have.")
                .confirmedBy("no pod matches its selector, and a workload is there that it was plainly meant for")
                .refutedBy("its selector matches what some workload makes")
                .cure("make the selector and the labels agree again");
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<ResourceRef> service = Traffic.service(symptom, inquiry);
        Optional<ServiceFacts> facts = service.flatMap(ref -> inquiry.facts(ref, ServiceFacts.class));
        if (facts.isEmpty() || facts.get().selector().isEmpty()) {
            return new Ruling.Refuted("it is about no Service that selects pods");
        }
        if (!inquiry.to(service.get(), Relation.Type.SELECTS).isEmpty()) {
            return new Ruling.Refuted("its selector matches pods");
        }
        List<Resource> makers = Traffic.makers(service.get().namespace(), inquiry);
        Selector selector = Selector.of(facts.get().selector());
        if (makers.stream()
                .anyMatch(maker -> labels(maker).filter(selector::matches).isPresent())) {
            return new Ruling.Refuted("its selector matches what a workload would make");
        }
        Optional<Resource> meant = makers.stream()
                .filter(maker -> likeness(service.get(), facts.get(), maker) >= ENOUGH)
                .max(Comparator.comparingInt(maker -> likeness(service.get(), facts.get(), maker)));
        return meant.<Ruling>map(maker -> confirmed(service.get(), facts.get(), maker, inquiry))
                .orElseGet(() -> new Ruling.Open(
                        "no pod has the labels that %s selects".formatted(service.get()),
                        List.of("which workload it was meant for")));
    }

    private static Optional<Map<String, String>> labels(Resource maker) {
        return Traffic.template(maker).map(PodTemplate::labels);
    }

    /** By name, by the labels that do agree, and by those that nearly do. */
    private static int likeness(ResourceRef service, ServiceFacts facts, Resource maker) {
        Map<String, String> labels = labels(maker).orElse(Map.of());
        int likeness = maker.ref().name().equals(service.name()) ? ENOUGH + 1 : 0;
        for (Map.Entry<String, String> wanted : facts.selector().entrySet()) {
            String value = labels.getOrDefault(wanted.getKey(), "");
            boolean near = !value.isEmpty()
                    && Spelling.nearest(wanted.getValue(), List.of(value)).isPresent();
            likeness += value.equals(wanted.getValue()) || near || labels.containsValue(wanted.getValue()) ? ENOUGH : 0;
        }
        return likeness;
    }

    private static Ruling confirmed(ResourceRef service, ServiceFacts facts, Resource maker, Inquiry inquiry) {
        Map<String, String> labels = new TreeMap<>(labels(maker).orElse(Map.of()));
        Optional<Edited> relabelled = inquiry.changes(maker.ref()).latest(Topic.LABEL);
        Optional<Edited> reselected = inquiry.changes(service).latest(Topic.SELECTOR);
        boolean labelsMoved = relabelled.isPresent()
                && (reselected.isEmpty()
                        || reselected.get().at().isBefore(relabelled.get().at()));
        Optional<Edited> edit = labelsMoved ? relabelled : reselected;
        Ruling.Confirmed ruling = Ruling.confirmed(
                        labelsMoved ? maker.ref() : service,
                        edit.isPresent() ? Confidence.PROVEN : Confidence.STRONG,
                        "%s selects %s, and the pods of %s have %s"
                                .formatted(service, new TreeMap<>(facts.selector()), maker.ref(), labels))
                .claim(Claim.of("its selector is " + new TreeMap<>(facts.selector()), new Probe.OfObject(service)))
                .claim(Claim.of("no pod has these labels", new Probe.OfRelated(service, Relation.Type.SELECTS)))
                .claim(Claim.of("the pods' labels are " + labels, new Probe.OfObject(maker.ref())))
                .remedy(labelsMoved ? Optional.empty() : remedy(service, facts, labels))
                .advice("make the selector of %s and the labels of the pods of %s agree again"
                        .formatted(service, maker.ref()))
                .harmful("restarting the pods: they are well")
                .harmful("deleting the Service: it would come back with another address");
        return edit.map(change -> ruling.claim(Claim.of(
                        "%s at %s".formatted(change, change.at()),
                        new Probe.OfChanges(labelsMoved ? maker.ref() : service))))
                .orElse(ruling);
    }

    /** Keys that no pod has would have to go; that is left to people. */
    private static Optional<Action> remedy(ResourceRef service, ServiceFacts facts, Map<String, String> labels) {
        Map<String, String> right = new HashMap<>();
        facts.selector()
                .keySet()
                .forEach(key -> Optional.ofNullable(labels.get(key)).ifPresent(it -> right.put(key, it)));
        return right.size() < facts.selector().size() || !service.kind().equals(Kind.SERVICE)
                ? Optional.empty()
                : Optional.of(new Action.Patch(
                        service,
                        new Fields(Map.of("spec", Map.of("selector", right))),
                        "let it select the labels that the pods have"));
    }
}
