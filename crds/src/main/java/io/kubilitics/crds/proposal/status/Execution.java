package io.kubilitics.crds.proposal.status;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who executes it, claimed before the first write, and what was written. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Execution(
        @Required @Size(min = 1, max = 253) @JsonPropertyDescription("The one body that may write.")
        String claimedBy,

        @Required @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant claimedAt,

        @Size(min = 1, max = 64)
        @JsonPropertyDescription("The target's version that the last write made; absent before it.")
        @Nullable
        String writtenResourceVersion) {}
