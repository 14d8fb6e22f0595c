package io.kubilitics.gateway.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.proto.ActionProposal;
import io.kubilitics.proto.ActionReply;
import io.kubilitics.proto.BodyGrpc;
import io.kubilitics.proto.Kind;
import io.kubilitics.proto.Ref;
import io.kubilitics.reasoning.recommendation.Expectation;
import io.kubilitics.reasoning.recommendation.ProposalName;
import io.kubilitics.reasoning.recommendation.ProposalSink;
import io.kubilitics.reasoning.recommendation.Recommendation;
import io.kubilitics.reasoning.report.Plain;
import java.util.concurrent.TimeUnit;

/** Asks the body for Proposals. */
final class ProposalRequests implements ProposalSink {

    private static final int PATIENCE_SECONDS = 10;

    /** What fits into a Proposal. */
    private static final int LONGEST_WHY = 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Channel channel;

    ProposalRequests(Channel channel) {
        this.channel = channel;
    }

    @Override
    public Answer ask(Recommendation recommendation) {
        ActionProposal message = message(recommendation);
        try {
            return answer(BodyGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .requestAction(message));
        } catch (StatusRuntimeException failed) {
            return answer(failed);
        }
    }

    private static Answer answer(ActionReply reply) {
        return switch (reply.getOutcomeCase()) {
            case MADE -> new Answer.Made(name(reply.getMade()));
            case OPEN -> new Answer.Open(name(reply.getOpen()));
            case REFUSED -> new Answer.Refused(reply.getRefused());
            case NOT_YET -> new Answer.NotYet(reply.getNotYet());
            case OUTCOME_NOT_SET ->
                new Answer.Refused("the body answers something that this brain does not know; is it newer?");
        };
    }

    /** What the body does not understand it will not understand later; for all else it may be asked again. */
    private static Answer answer(StatusRuntimeException failed) {
        String said = "%s %s"
                .formatted(
                        failed.getStatus().getCode(),
                        failed.getStatus().getDescription() == null
                                ? ""
                                : failed.getStatus().getDescription())
                .strip();
        return switch (failed.getStatus().getCode()) {
            case UNIMPLEMENTED -> new Answer.Refused("this body makes no Proposals");
            case INVALID_ARGUMENT, PERMISSION_DENIED, UNAUTHENTICATED ->
                new Answer.Refused("the body does not take the request: " + said);
            default -> new Answer.NotYet("the body does not answer: " + said);
        };
    }

    private static ActionProposal message(Recommendation recommendation) {
        ActionProposal.Builder message = ActionProposal.newBuilder()
                .setTarget(ref(recommendation.action().target()))
                .setFields(fields(recommendation.action()))
                .setWhy(Plain.text(recommendation.action().why(), LONGEST_WHY))
                .setTitle(recommendation.title())
                .setBecause(recommendation.because())
                .setFinding(recommendation.finding().text());
        recommendation.expect().forEach(expected -> message.addExpect(message(expected)));
        return message.build();
    }

    private static String fields(Action action) {
        return switch (action) {
            case Action.Patch(var _, Fields fields, var _) -> {
                try {
                    yield JSON.writeValueAsString(fields.tree());
                } catch (JsonProcessingException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        };
    }

    private static io.kubilitics.proto.Expectation message(Expectation expected) {
        io.kubilitics.proto.Expectation.Builder message = io.kubilitics.proto.Expectation.newBuilder();
        return switch (expected) {
            case Expectation.WorkloadReady(var object) ->
                message.setObject(ref(object)).build();
            case Expectation.SymptomGone(var ailment, var object) ->
                message.setObject(ref(object)).setSymptom(ailment.id()).build();
        };
    }

    private static Ref ref(ResourceRef ref) {
        return Ref.newBuilder()
                .setKind(Kind.newBuilder()
                        .setGroup(ref.kind().group())
                        .setName(ref.kind().name()))
                .setNamespace(ref.namespace())
                .setName(ref.name())
                .build();
    }

    private static ProposalName name(io.kubilitics.proto.ProposalName name) {
        return new ProposalName(name.getNamespace(), name.getName());
    }
}
