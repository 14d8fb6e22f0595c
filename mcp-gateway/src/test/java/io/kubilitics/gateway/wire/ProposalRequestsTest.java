package io.kubilitics.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import io.kubilitics.proto.ActionProposal;
import io.kubilitics.proto.ActionReply;
import io.kubilitics.proto.BodyGrpc;
import io.kubilitics.proto.ProposalName;
import io.kubilitics.reasoning.Diagnosis;
import io.kubilitics.reasoning.Owners;
import io.kubilitics.reasoning.cause.Confidence;
import io.kubilitics.reasoning.cause.Ruling;
import io.kubilitics.reasoning.recommendation.ProposalSink.Answer;
import io.kubilitics.reasoning.recommendation.Recommendation;
import io.kubilitics.reasoning.recommendation.Recommender;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Against a real server in this process, whose Body answers as it is told. */
class ProposalRequestsTest {

    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");
    private static final ResourceRef POD = ResourceRef.of(Kind.POD, "shop", "cart-a");
    private static final ProposalName NAME =
            ProposalName.newBuilder().setNamespace("shop").setName("p").build();
    private static final io.kubilitics.reasoning.recommendation.ProposalName P =
            new io.kubilitics.reasoning.recommendation.ProposalName("shop", "p");

    private final TellingBody body = new TellingBody();
    private final String address = "body-" + UUID.randomUUID();
    private Server server;
    private BodyClient client;

    /** Remembers what it was asked. */
    private static final class TellingBody extends BodyGrpc.BodyImplBase {

        private volatile ActionReply reply = ActionReply.getDefaultInstance();
        private volatile Status failure = Status.OK;
        private volatile ActionProposal asked = ActionProposal.getDefaultInstance();

        @Override
        public void requestAction(ActionProposal request, StreamObserver<ActionReply> brain) {
            asked = request;
            if (failure.isOk()) {
                brain.onNext(reply);
                brain.onCompleted();
            } else {
                brain.onError(failure.asRuntimeException());
            }
        }
    }

    @BeforeEach
    void start() throws IOException {
        server =
                InProcessServerBuilder.forName(address).addService(body).build().start();
        client = BodyClient.inProcess(address);
    }

    @AfterEach
    void end() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void theWholeRequestGoesOverTheWire() throws Exception {
        Recommendation recommendation = recommendation();
        answer(ActionReply.newBuilder().setMade(NAME));

        ActionProposal asked = body.asked;
        assertThat(asked.getTarget().getKind().getGroup()).isEqualTo("apps");
        assertThat(asked.getTarget().getKind().getName()).isEqualTo("Deployment");
        assertThat(asked.getTarget().getNamespace()).isEqualTo("shop");
        assertThat(asked.getTarget().getName()).isEqualTo("cart");
        assertThat(new ObjectMapper().readTree(asked.getFields()))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":\"cart:1\"}]}}}}"));
        assertThat(asked.getWhy()).isEqualTo("it ran before");
        assertThat(asked.getTitle()).isEqualTo("Deployment shop/cart: it ran before");
        assertThat(asked.getBecause()).isEqualTo(recommendation.because());
        assertThat(asked.getFinding()).isEqualTo(recommendation.finding().text());
        assertThat(asked.getExpectList())
                .allSatisfy(expected -> assertThat(expected.getObject()).isEqualTo(asked.getTarget()))
                .extracting(io.kubilitics.proto.Expectation::getSymptom)
                .containsExactly("", "image-not-pulled");
    }

    @Test
    void eachReplyIsAnAnswer() {
        assertThat(answer(ActionReply.newBuilder().setMade(NAME))).isEqualTo(new Answer.Made(P));
        assertThat(answer(ActionReply.newBuilder().setOpen(NAME))).isEqualTo(new Answer.Open(P));
        assertThat(answer(ActionReply.newBuilder().setRefused("no"))).isEqualTo(new Answer.Refused("no"));
        assertThat(answer(ActionReply.newBuilder().setNotYet("later"))).isEqualTo(new Answer.NotYet("later"));
        assertThat(answer(ActionReply.newBuilder()))
                .isEqualTo(
                        new Answer.Refused("the body answers something that this brain does not know; is it newer?"));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNIMPLEMENTED", "INVALID_ARGUMENT", "PERMISSION_DENIED", "UNAUTHENTICATED"})
    void whatTheBodyDoesNotUnderstandIsNotAskedAgain(Status.Code code) {
        assertThat(failing(code)).isInstanceOf(Answer.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"OK", "UNIMPLEMENTED", "INVALID_ARGUMENT", "PERMISSION_DENIED", "UNAUTHENTICATED"})
    void aFailureOfTheMomentIsNoRefusal(Status.Code code) {
        assertThat(failing(code)).isInstanceOf(Answer.NotYet.class);
    }

    @Test
    void aBodyThatIsAwayAnswersLater() {
        server.shutdownNow();

        assertThat(client.proposals().ask(recommendation()))
                .isInstanceOfSatisfying(
                        Answer.NotYet.class,
                        notYet -> assertThat(notYet.why()).startsWith("the body does not answer: UNAVAILABLE"));
    }

    private Answer answer(ActionReply.Builder reply) {
        body.reply = reply.build();
        return client.proposals().ask(recommendation());
    }

    private Answer failing(Status.Code code) {
        body.failure = code.toStatus();
        return client.proposals().ask(recommendation());
    }

    private static Recommendation recommendation() {
        Ruling.Confirmed ruling = new Ruling.Confirmed(
                CART,
                Confidence.STRONG,
                "The image is not there",
                List.of(),
                Optional.of(new Action.Patch(CART, Fields.ofContainer("app", "image", "cart:1"), "it ran before")),
                "",
                List.of());
        Symptom symptom = new Symptom(Ailment.IMAGE_NOT_PULLED, POD, "app", "", Instant.EPOCH);
        return Recommender.draft(
                        new Diagnosis("image-not-found", ruling, List.of(symptom), List.of()),
                        new Owners(Map.of(POD, CART)))
                .orElseThrow();
    }
}
