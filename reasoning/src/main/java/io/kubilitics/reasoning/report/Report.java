package io.kubilitics.reasoning.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis in its documented shape (diagnosis.schema.json beside this class); names are final.
 *
 * @param bundle what was looked at
 * @param causes the chosen set, surest first; only these carry a remedy
 * @param alternatives what was not chosen, and why
 * @param affected workloads that are impaired
 * @param decides what would settle what is open
 */
public record Report(
        String bundle,
        String status,
        List<Cause> causes,
        List<Alternative> alternatives,
        List<Ref> affected,
        List<TraceStep> trace,
        List<Alternative> ruledOut,
        Coverage coverage,
        List<String> decides) {

    public record Ref(String kind, String namespace, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cause(
            String cause,
            String category,
            Ref object,
            String confidence,
            List<Ref> explains,
            String summary,
            List<Evidence> evidence,
            @Nullable Remedy remedy,
            String advice,
            List<String> harmful) {}

    /**
     * A statement and what it rests on.
     *
     * @param tainted rests on words from outside; never decides anything automatic by itself
     */
    public record Evidence(String id, String says, String source, boolean tainted) {}

    public record Remedy(String op, Ref target, Map<String, Object> patch, String why) {}

    public record Alternative(
            String cause,
            String category,
            Ref object,
            @JsonProperty("why not") String whyNot) {}

    public record TraceStep(int step, String does, String what) {}

    /**
     * How much could be seen.
     *
     * @param unseen what could not be seen, each as half a sentence
     */
    public record Coverage(String scope, boolean complete, List<String> unseen) {}
}
