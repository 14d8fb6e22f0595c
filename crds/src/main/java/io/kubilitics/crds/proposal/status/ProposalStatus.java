package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.kubilitics.crds.Lists;
import io.kubilitics.crds.proposal.ProposedAction;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the body found out and did; it is made from {@link #EMPTY} or another status through {@link #with}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProposalStatus(
        @JsonPropertyDescription("Where the proposal stands.") @Nullable
        Phase phase,

        @Min(0) @JsonPropertyDescription("The metadata.generation that this status speaks of.") @Nullable
        Long observedGeneration,

        @Size(min = 64, max = 64)
        @Pattern(SHA_256)
        @JsonPropertyDescription("Stands for action, impact and dry run as seen; a decision names it.")
        @Nullable
        String planHash,

        @JsonPropertyDescription("What the change would touch.") @Nullable
        Impact impact,

        @JsonPropertyDescription("What the API server says about it.") @Nullable
        DryRun dryRun,

        @Size(max = 100) @JsonPropertyDescription("What each rule says about it.")
        List<Judgement> judgements,

        @JsonPropertyDescription("Who executes it, and what was written.") @Nullable
        Execution execution,

        @Size(max = 10) @JsonPropertyDescription("What would undo it, in this order; empty where it cannot be undone.")
        List<ProposedAction> inverse,

        @JsonPropertyDescription("Whether it helped.") @Nullable
        Verification verification,

        @Size(max = 20) List<Condition> conditions) {

    /** A plan's hash, in lower case hexadecimal digits. */
    public static final String SHA_256 = "^[0-9a-f]{64}$";

    public static final ProposalStatus EMPTY =
            new ProposalStatus(null, null, null, null, null, List.of(), null, List.of(), null, List.of());

    public ProposalStatus {
        judgements = Lists.copy(judgements);
        inverse = Lists.copy(inverse);
        conditions = Lists.copy(conditions);
    }

    /** This status with some fields changed. */
    public ProposalStatus with(UnaryOperator<ProposalStatusBuilder> change) {
        return change.apply(new ProposalStatusBuilder(this)).build();
    }
}
