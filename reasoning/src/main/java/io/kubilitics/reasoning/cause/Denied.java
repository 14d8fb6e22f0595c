package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.evidence.Inquiry;
import io.kubilitics.reasoning.evidence.Probe;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The API server refuses pods: reasons that share a symptom and are told apart by what it said. */
enum Denied implements Cause {
    LIMIT_RANGE(
            "limit-range-violated",
            "admission-denied",
            "break a LimitRange of the namespace",
            "(?:minimum|maximum) [\\w./-]+ usage per |max limit to request ratio per ",
            "keep within the LimitRange, or change it if it is too narrow"),
    POD_SECURITY(
            "pod-security-denied",
            "admission-denied",
            "may do more than the namespace's pod security level allows",
            "violates PodSecurity",
            "let the pods do without what the level forbids, or run them where it is allowed"),
    UNSPECIFIED(
            "quota-needs-requests",
            "quota-exceeded",
            "do not say how much they need, which a quota of the namespace demands",
            "failed quota: \\S+ must specify",
            "let every container say what it requests, or give the namespace a LimitRange with defaults"),
    PRIORITY_CLASS(
            "priority-class-missing",
            "admission-denied",
            "name a PriorityClass that does not exist",
            "no PriorityClass with name",
            "create the PriorityClass, or name one that exists"),
    RUNTIME_CLASS(
            "runtime-class-missing",
            "admission-denied",
            "name a RuntimeClass that does not exist",
            "RuntimeClass(?:\\.\\S+)? \"?[^\"\\s]+\"? not found",
            "create the RuntimeClass, or name one that exists"),
    POLICY(
            "admission-policy-denied",
            "admission-denied",
            "are denied by a policy",
            "admission webhook \"[^\"]+\" denied the request|(?:Validating|Mutating)AdmissionPolicy '[^']+'",
            "change what the policy objects to; the policy itself only if it is wrong"),
    RIGHTS(
            "controller-rbac-denied",
            "rbac-denied",
            "may not be made by the controller that should make them",
            "is forbidden: User \"[^\"]+\" cannot ",
            "give the controller's account the right back"),
    INVALID(
            "pod-specification-invalid",
            "config-value-invalid",
            "are not valid as their template has them",
            "\" is invalid: ",
            "correct the field that the API server names");

    private static final List<Kind> POLICIES = List.of(
            Kind.VALIDATING_POLICY,
            Kind.VALIDATING_POLICY_BINDING,
            Kind.MUTATING_POLICY,
            Kind.MUTATING_POLICY_BINDING,
            new Kind("kyverno.io", "ClusterPolicy"),
            new Kind("kyverno.io", "Policy"));

    private final String id;
    private final String category;
    private final String outcome;
    private final Pattern sign;
    private final String cure;

    Denied(String id, String category, String outcome, String sign, String cure) {
        this.id = id;
        this.category = category;
        this.outcome = outcome;
        this.sign = Pattern.compile(sign);
        this.cure = cure;
    }

    @Override
    public About about() {
        return About.of(id, category, Ailment.REPLICAS_NOT_CREATED)
                .means("The API server refuses pods: they %s.".formatted(outcome))
                .confirmedBy("what the API server said when it refused the last one")
                .refutedBy("it gave another reason")
                .cure(cure);
    }

    @Override
    public Ruling judge(Symptom symptom, Inquiry inquiry) {
        Optional<RefusedPods.Said> said = RefusedPods.last(symptom, inquiry);
        if (said.isEmpty()) {
            return new Ruling.Open(
                    "nothing tells why the API server refused the pods", List.of("the workload's events"));
        }
        if (!sign.matcher(said.get().words()).find()) {
            return new Ruling.Refuted("the API server gave another reason");
        }
        return Ruling.confirmed(
                        object(symptom.subject(), said.get().words(), inquiry),
                        Confidence.STRONG,
                        "Pods of %s %s".formatted(symptom.subject(), outcome))
                .claim(Claim.tainted(
                        "the API server said: " + said.get().words(),
                        new Probe.OfEvents(said.get().about())))
                .advice(cure)
                .harmful("restarting or scaling: the next pods are refused too");
    }

    /** A rule that was changed after those whom it hits is the younger cause. */
    private ResourceRef object(ResourceRef workload, String said, Inquiry inquiry) {
        ResourceRef top = inquiry.topOwner(workload);
        return switch (this) {
            case LIMIT_RANGE ->
                inquiry.all(Kind.LIMIT_RANGE, workload.namespace()).stream()
                        .filter(rule -> Younger.than(top, rule, inquiry))
                        .findFirst()
                        .map(rule -> rule.ref())
                        .orElse(top);
            case POD_SECURITY ->
                inquiry.object(ResourceRef.clusterWide(Kind.NAMESPACE, workload.namespace()))
                        .filter(rule -> Younger.than(top, rule, inquiry))
                        .map(rule -> rule.ref())
                        .orElse(top);
            case POLICY -> younger(top, said, inquiry).orElse(top);
            default -> top;
        };
    }

    /** Of the policies and bindings that the API server names, the one written last. */
    private static Optional<ResourceRef> younger(ResourceRef top, String said, Inquiry inquiry) {
        Set<String> words = new HashSet<>(List.of(said.split("[^\\w.-]+", -1)));
        return POLICIES.stream()
                .flatMap(kind -> inquiry.all(kind, kind.name().equals("Policy") ? top.namespace() : "").stream())
                .filter(rule -> words.contains(rule.ref().name()))
                .filter(rule -> Younger.than(top, rule, inquiry))
                .max(Comparator.comparing((Resource rule) -> rule.meta().changed())
                        .thenComparing(Resource::ref))
                .map(Resource::ref);
    }
}
