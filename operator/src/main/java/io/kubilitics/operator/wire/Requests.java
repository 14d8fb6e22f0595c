package io.kubilitics.operator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.crds.proposal.Expectation;
import io.kubilitics.crds.proposal.ObjectName;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.operator.proposal.Request;
import io.kubilitics.proto.ActionProposal;
import io.kubilitics.proto.Ref;

/** What the brain asks for, as it comes over the wire: nothing of it is taken on trust. */
final class Requests {

    private static final int MOST_EXPECTATIONS = 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    /** The request; an {@link IllegalArgumentException} says in a sentence what is missing. */
    static Request of(ActionProposal asked) {
        require(asked.getFinding(), "finding");
        require(asked.getTitle(), "title");
        require(asked.getBecause(), "because");
        require(asked.getWhy(), "why");
        require(asked.getFields(), "fields");
        if (asked.getExpectCount() > MOST_EXPECTATIONS) {
            throw new IllegalArgumentException("more than %d expectations".formatted(MOST_EXPECTATIONS));
        }
        return new Request(
                ref(asked.getTarget()),
                fields(asked.getFields()),
                asked.getWhy(),
                asked.getTitle(),
                asked.getBecause(),
                asked.getFinding(),
                asked.getExpectList().stream().map(Requests::expectation).toList());
    }

    private static JsonNode fields(String json) {
        try {
            JsonNode fields = JSON.readTree(json);
            if (fields.isObject()) {
                return fields;
            }
        } catch (JsonProcessingException unreadable) {
            // Said below: what the parser has against it would repeat what was sent.
        }
        throw new IllegalArgumentException("the fields to set are no JSON object");
    }

    private static Expectation expectation(io.kubilitics.proto.Expectation expected) {
        Ref ref = expected.getObject();
        ref(ref);
        ObjectName object = new ObjectName(
                ref.getKind().getGroup().isEmpty() ? null : ref.getKind().getGroup(),
                ref.getKind().getName(),
                ref.getNamespace().isEmpty() ? null : ref.getNamespace(),
                ref.getName());
        return expected.getSymptom().isEmpty()
                ? Expectation.workloadReady(object)
                : Expectation.symptomGone(expected.getSymptom(), object);
    }

    private static ResourceRef ref(Ref ref) {
        return new ResourceRef(
                new Kind(ref.getKind().getGroup(), ref.getKind().getName()), ref.getNamespace(), ref.getName());
    }

    private static void require(String value, String field) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("what is asked for has no " + field);
        }
    }
}
