package io.kubilitics.crds.proposal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.kubilitics.crds.Lists;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is proposed, by whom, and what people decided about it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
@ValidationRule(
        value = "self.title == oldSelf.title && self.why == oldSelf.why && self.requester == oldSelf.requester"
                + " && self.expiresAt == oldSelf.expiresAt"
                + " && has(self.finding) == has(oldSelf.finding) && (!has(self.finding) || self.finding == oldSelf.finding)"
                + " && has(self.expect) == has(oldSelf.expect) && (!has(self.expect) || self.expect == oldSelf.expect)"
                + " && self.actions == oldSelf.actions",
        message = ProposalSpec.FINAL)
@ValidationRule(
        value = "self.actions.all(one, self.actions.exists_one(other, other.target.uid == one.target.uid))",
        message = "an object is changed by one action of a proposal only")
@ValidationRule(
        value = "!has(oldSelf.decisions) || (has(self.decisions)"
                + " && oldSelf.decisions.all(old, self.decisions.exists(kept, kept.by == old.by)))",
        message = "a decision cannot be removed")
public record ProposalSpec(
        @Required @Size(min = 1, max = 200) @JsonPropertyDescription("What is proposed, in one line.")
        String title,

        @Required
        @Size(min = 1, max = 4096)
        @JsonPropertyDescription("Why it is proposed: cause and evidence, for the person who decides.")
        String why,

        @JsonPropertyDescription("The finding that this answers; a finding has at most one open proposal.")
        @Size(min = 1, max = 253)
        @Nullable
        String finding,

        @Required
        @Size(min = 1, max = 256)
        @JsonPropertyDescription("The user who asked for it. Only the operator may name somebody else than itself.")
        String requester,

        @Required
        @Pattern(MOMENT)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonPropertyDescription("After this moment nothing of it is executed any more.")
        Instant expiresAt,

        @Required @Size(min = 1, max = 10) @JsonPropertyDescription("The changes, executed in this order.")
        List<ProposedAction> actions,

        @Size(max = 20) @JsonPropertyDescription("What must hold after the execution, or it is undone or told.")
        List<Expectation> expect,

        @Default("[]")
        @Size(max = 20)
        @JsonPropertyDescription("Who approved or rejected it; people add to this list, each in his own name.")
        List<Decision> decisions) {

    /** What both the API server and Java read as a moment. */
    static final String MOMENT =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9])$";

    static final String FINAL = "a proposal's spec is final: only decisions may be added";

    public ProposalSpec {
        actions = Lists.copy(actions);
        expect = Lists.copy(expect);
        decisions = Lists.copy(decisions);
    }
}
