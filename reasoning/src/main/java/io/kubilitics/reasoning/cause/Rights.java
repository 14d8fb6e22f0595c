package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.BindingFacts;
import io.kubilitics.graph.facts.BindingFacts.Subject;
import io.kubilitics.graph.facts.Facts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.facts.RoleFacts;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By which bindings an account has rights where it wants something.
 *
 * @param own bindings that name the account
 * @param others bindings that would count there if they named it
 * @param complete whether these are all there are
 */
record Rights(Wanted wanted, List<Grant> own, List<Grant> others, boolean complete) {

    /**
     * A role handed out by a binding.
     *
     * @param facts nothing when the role is not there or cannot be seen
     */
    record Grant(ResourceRef binding, List<Subject> subjects, ResourceRef role, Optional<RoleFacts> facts) {

        boolean allows(Wanted wanted) {
            return facts.filter(role -> role.allows(wanted.verb(), wanted.group(), wanted.resource(), ""))
                    .isPresent();
        }
    }

    static Rights of(Wanted wanted, Inquiry inquiry) {
        List<Grant> all = Stream.concat(
                        inquiry.all(Kind.CLUSTER_ROLE_BINDING, "").stream(),
                        wanted.namespace().isEmpty()
                                ? Stream.empty()
                                : inquiry.all(Kind.ROLE_BINDING, wanted.namespace()).stream())
                .flatMap(binding -> grant(binding, inquiry).stream())
                .toList();
        List<Grant> own = all.stream()
                .filter(grant -> names(wanted.account(), grant.subjects()))
                .toList();
        boolean complete = inquiry.complete(Kind.CLUSTER_ROLE_BINDING, "")
                && inquiry.complete(Kind.CLUSTER_ROLE, "")
                && (wanted.namespace().isEmpty() || inquiry.complete(Kind.ROLE_BINDING, wanted.namespace()));
        return new Rights(
                wanted, own, all.stream().filter(grant -> !own.contains(grant)).toList(), complete);
    }

    private static Optional<Grant> grant(Resource binding, Inquiry inquiry) {
        return binding.facts() instanceof BindingFacts facts && facts.role().isPresent()
                ? Optional.of(new Grant(
                        binding.ref(),
                        facts.subjects(),
                        facts.role().get(),
                        inquiry.facts(facts.role().get(), RoleFacts.class)))
                : Optional.empty();
    }

    /** Whether a former binding named the account. */
    static boolean named(ResourceRef account, Facts former) {
        return former instanceof BindingFacts facts && names(account, facts.subjects());
    }

    private static boolean names(ResourceRef account, List<Subject> subjects) {
        return subjects.stream().anyMatch(subject -> switch (subject.kind()) {
            case "ServiceAccount" ->
                subject.name().equals(account.name()) && subject.namespace().equals(account.namespace());
            case "Group" ->
                subject.name().equals("system:serviceaccounts")
                        || subject.name().equals("system:serviceaccounts:" + account.namespace())
                        || subject.name().equals("system:authenticated");
            default ->
                subject.name().equals("system:serviceaccount:%s:%s".formatted(account.namespace(), account.name()));
        });
    }

    boolean allowed() {
        return own.stream().anyMatch(grant -> grant.allows(wanted));
    }
}
