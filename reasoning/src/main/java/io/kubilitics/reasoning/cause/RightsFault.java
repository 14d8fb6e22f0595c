package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.Spelling;
import io.kubilitics.graph.change.Change;
import io.kubilitics.graph.change.Change.Deleted;
import io.kubilitics.graph.change.Change.Edited;
import io.kubilitics.graph.change.Topic;
import io.kubilitics.graph.facts.BindingFacts.Subject;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.reasoning.cause.Rights.Grant;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Why an account lacks a right: which of the role, the binding, the workload and the account is not as it should be.
 *
 * @param known whether it can be told; otherwise the account is named, for want of anything better
 */
record RightsFault(ResourceRef object, String words, Optional<? extends Change> change, boolean known) {

    private record Case(Rights rights, ResourceRef workload, Symptom symptom, Inquiry inquiry) {}

    /** The surest explanation there is, beginning with what somebody was seen to do. */
    static RightsFault of(Rights rights, ResourceRef workload, Symptom symptom, Inquiry inquiry) {
        Case one = new Case(rights, workload, symptom, inquiry);
        return Stream.<Supplier<Optional<RightsFault>>>of(
                        () -> roleMissing(one),
                        () -> roleEdited(one),
                        () -> bindingDeleted(one),
                        () -> bindingEdited(one),
                        () -> accountChanged(one),
                        () -> bindingForAnother(one),
                        () -> roleTooNarrow(one))
                .flatMap(each -> each.get().stream())
                .findFirst()
                .orElseGet(() -> new RightsFault(
                        rights.wanted().account(), "nobody gives it this right", Optional.empty(), false));
    }

    private static Optional<RightsFault> roleMissing(Case one) {
        return one.rights().own().stream()
                .filter(grant -> one.inquiry().missing(grant.role()))
                .findFirst()
                .map(grant -> {
                    Optional<Deleted> deleted =
                            one.inquiry().changes(grant.role()).deleted();
                    return new RightsFault(
                            deleted.isPresent() ? grant.role() : grant.binding(),
                            "%s hands out %s, which does not exist".formatted(grant.binding(), grant.role()),
                            deleted,
                            true);
                });
    }

    private static Optional<RightsFault> roleEdited(Case one) {
        return one.rights().own().stream()
                .flatMap(grant -> edit(grant.role(), one).stream())
                .findFirst()
                .map(edit -> new RightsFault(
                        edit.ref(),
                        "%s was changed and does not allow it".formatted(edit.ref()),
                        Optional.of(edit),
                        true));
    }

    private static Optional<Edited> edit(ResourceRef ref, Case one) {
        return Recent.change(
                ref,
                one.symptom(),
                one.inquiry(),
                edit -> edit.topic() != Topic.LABEL && edit.topic() != Topic.ANNOTATION);
    }

    private static Optional<RightsFault> bindingDeleted(Case one) {
        Wanted wanted = one.rights().wanted();
        return Stream.concat(
                        one.inquiry().gone(Kind.ROLE_BINDING, wanted.namespace()).stream(),
                        one.inquiry().gone(Kind.CLUSTER_ROLE_BINDING, "").stream())
                .flatMap(ref -> one.inquiry().changes(ref).deleted().stream())
                .filter(deleted -> deleted.former()
                        .map(former ->
                                Rights.named(wanted.account(), former.resource().facts()))
                        .orElse(deleted.ref().name().contains(wanted.account().name())))
                .findFirst()
                .map(deleted -> new RightsFault(
                        deleted.ref(), "%s was deleted".formatted(deleted.ref()), Optional.of(deleted), true));
    }

    private static Optional<RightsFault> bindingEdited(Case one) {
        return one.rights().others().stream()
                .filter(grant -> grant.allows(one.rights().wanted()))
                .flatMap(grant -> edit(grant.binding(), one).stream())
                .findFirst()
                .map(edit -> new RightsFault(
                        edit.ref(),
                        "%s was changed and does not name it".formatted(edit.ref()),
                        Optional.of(edit),
                        true));
    }

    private static Optional<RightsFault> accountChanged(Case one) {
        return Recent.change(one.workload(), one.symptom(), one.inquiry(), edit -> edit.topic() == Topic.ACCOUNT)
                .map(edit -> new RightsFault(
                        one.workload(),
                        "%s acts as another account than before".formatted(one.workload()),
                        Optional.of(edit),
                        true));
    }

    /** The right binding with the wrong name in it: another namespace, or misspelt. */
    private static Optional<RightsFault> bindingForAnother(Case one) {
        ResourceRef account = one.rights().wanted().account();
        return one.rights().others().stream()
                .filter(grant -> grant.allows(one.rights().wanted()))
                .filter(grant -> grant.subjects().stream().anyMatch(subject -> near(subject, account)))
                .filter(grant -> !grant.binding().name().startsWith("system:"))
                .findFirst()
                .map(grant -> new RightsFault(
                        grant.binding(),
                        "%s would allow it and names somebody else".formatted(grant.binding()),
                        Optional.empty(),
                        true));
    }

    private static boolean near(Subject subject, ResourceRef account) {
        boolean same =
                subject.name().equals(account.name()) && !subject.namespace().equals(account.namespace());
        boolean misspelt = subject.namespace().equals(account.namespace())
                && Spelling.nearest(subject.name(), List.of(account.name())).isPresent();
        return subject.kind().equals("ServiceAccount") && !account.name().equals("default") && (same || misspelt);
    }

    /** Of several roles the one that speaks of the same things, or at least of the same part of the API. */
    private static Optional<RightsFault> roleTooNarrow(Case one) {
        Wanted wanted = one.rights().wanted();
        List<Grant> own = one.rights().own().stream()
                .filter(grant ->
                        grant.facts().isPresent() && !grant.role().name().startsWith("system:"))
                .toList();
        Optional<Grant> sameThing =
                own.stream().filter(grant -> speaksOf(grant, wanted.resource())).findFirst();
        return sameThing
                .or(() -> own.size() == 1 ? own.stream().findFirst() : Optional.empty())
                .map(grant -> new RightsFault(
                        grant.role(), "%s does not allow it".formatted(grant.role()), Optional.empty(), true));
    }

    private static boolean speaksOf(Grant grant, String resource) {
        return grant.facts().stream()
                .flatMap(role -> role.rules().stream())
                .anyMatch(rule -> rule.resources().contains(resource));
    }
}
