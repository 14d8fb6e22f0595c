package io.kubilitics.operator.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.kubilitics.crds.proposal.Decision;
import io.kubilitics.crds.proposal.Expectation;
import io.kubilitics.crds.proposal.ObjectName;
import io.kubilitics.crds.proposal.PatchOperation;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.ProposalSpec;
import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.Target;
import io.kubilitics.crds.proposal.status.FieldChange;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.crds.proposal.status.ProposalStatus;
import io.kubilitics.crds.proposal.status.Version;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation.Gone;
import io.kubilitics.graph.world.Observation.Listed;
import io.kubilitics.graph.world.World;
import io.kubilitics.policy.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A town in memory with one Deployment, shop/cart, and one proposal about it. Behaves as the API server does: a write over another
 * version is refused, a status over another version too.
 */
final class TestTown implements Hand, Ledger, Rights, Safeguards, Announcer {

    static final String CART = "cart";

    Instant now = Instant.parse("2026-11-21T10:00:00Z");
    String image = "cart:2";
    Version version = new Version("100", 4);
    String uid = "u-cart";
    Optional<String> lastManager = Optional.empty();
    int writes;
    World world = World.empty();
    Proposal proposal;

    Optional<Rehearsal> rehearsal = Optional.empty();
    Optional<String> brokenSafeguard = Optional.empty();
    Optional<String> refusal = Optional.empty();
    Runnable beforeWrite = () -> {};
    boolean answersAreLost;
    boolean ledgerConflicts;
    final List<String> told = new ArrayList<>();

    TestTown(Expectation... expectations) {
        proposal = propose(List.of(expectations));
        Kind.WATCHED.forEach(kind -> world = world.apply(new Listed(kind)));
        deployment(1);
    }

    Road road(String body) {
        return new Road(
                new Ports(this, this, this, this, this),
                RuleBook.immutable("kubilitics"),
                () -> world,
                () -> now,
                body);
    }

    private Proposal propose(List<Expectation> expectations) {
        Proposal made = new Proposal();
        made.setMetadata(new ObjectMetaBuilder()
                .withName("cart-1")
                .withNamespace("shop")
                .withUid("u-p")
                .withGeneration(1L)
                .withResourceVersion("1")
                .build());
        Target target = new Target("apps/v1", "Deployment", "shop", CART, uid, "100");
        List<PatchOperation> patch =
                List.of(PatchOperation.replace("/spec/template/spec/containers/0/image", TextNode.valueOf("cart:1")));
        made.setSpec(new ProposalSpec(
                "Go back to cart:1",
                "cart:2 does not exist",
                "image",
                "operator",
                now.plus(Duration.ofHours(1)),
                List.of(ProposedAction.patch(target, patch, "go back")),
                expectations,
                List.of()));
        return made;
    }

    static ObjectName cart() {
        return new ObjectName("apps", "Deployment", "shop", CART);
    }

    // What people do.

    void decide(String by, Decision.Verdict verdict, @Nullable String planHash) {
        List<Decision> decisions = new ArrayList<>(spec().decisions());
        decisions.add(new Decision(by, verdict, Objects.requireNonNull(planHash), null, List.of()));
        decided(decisions);
    }

    /** As if nobody had ever decided: forged, with the safeguards away. */
    void forgetDecisions() {
        decided(List.of());
    }

    private void decided(List<Decision> decisions) {
        ProposalSpec old = spec();
        proposal.setSpec(new ProposalSpec(
                old.title(),
                old.why(),
                old.finding(),
                old.requester(),
                old.expiresAt(),
                old.actions(),
                old.expect(),
                decisions));
        bump();
    }

    void approve() {
        decide("ann", Decision.Verdict.APPROVE, status().planHash());
    }

    // What is.

    ProposalStatus status() {
        return Objects.requireNonNullElse(proposal.getStatus(), ProposalStatus.EMPTY);
    }

    Phase phase() {
        return Objects.requireNonNullElse(status().phase(), Phase.PENDING);
    }

    private ProposalSpec spec() {
        return Objects.requireNonNull(proposal.getSpec());
    }

    /** As the API server hands it out: a copy. */
    Proposal read() {
        Proposal copy = new Proposal();
        copy.setMetadata(new ObjectMetaBuilder(proposal.getMetadata()).build());
        copy.setSpec(proposal.getSpec());
        copy.setStatus(proposal.getStatus());
        return copy;
    }

    /** Steps until it stands in the phase; a step never needs more than a few tries. */
    void walk(Road road, Phase until) {
        for (int i = 0; i < 50 && phase() != until; i++) {
            now = now.plusSeconds(1);
            road.step(read());
        }
        if (phase() != until) {
            throw new AssertionError("stands in %s: %s".formatted(phase(), status().conditions()));
        }
    }

    /** What the world shows of the Deployment: the version in the town, so many of one replica available. */
    void deployment(int available) {
        observe(Kind.DEPLOYMENT, """
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'cart', 'namespace': 'shop', 'uid': '%s',
                  'resourceVersion': '%s', 'generation': %d, 'creationTimestamp': '2026-11-21T09:00:00Z'},
                 'spec': {'replicas': 1, 'template': {'spec': {'containers': [{'name': 'app', 'image': '%s'}]}}},
                 'status': {'observedGeneration': %d, 'updatedReplicas': 1, 'availableReplicas': %d}}""".formatted(
                        uid, version.resourceVersion(), version.generation(), image, version.generation(), available));
    }

    /** A pod of it that cannot pull its image. */
    void brokenPod(String name, String reason) {
        observe(Kind.POD, """
                {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': '%s', 'namespace': 'shop', 'uid': 'u-%s',
                  'creationTimestamp': '2026-11-21T09:59:00Z',
                  'ownerReferences': [{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'cart', 'uid': 'u-cart'}]},
                 'spec': {'nodeName': 'n1', 'containers': [{'name': 'app', 'image': 'cart:2'}]},
                 'status': {'phase': 'Pending', 'containerStatuses': [{'name': 'app', 'state': {'waiting': {'reason': '%s'}}}]}}""".formatted(name, name, reason));
    }

    void gone(String pod) {
        world = world.apply(new Gone(ResourceRef.of(Kind.POD, "shop", pod)));
    }

    private void observe(Kind kind, String json) {
        try {
            world = world.applyAll(Observers.observe(kind, json.replace('\'', '"')));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    /** Somebody writes the Deployment's status: another version, the same generation. */
    void statusWritten() {
        version = new Version(next(), version.generation());
    }

    /** Somebody else changes what is asked of it. */
    void changedBySomebody(String newImage) {
        image = newImage;
        version = new Version(next(), version.generation() + 1);
        lastManager = Optional.empty();
    }

    private String next() {
        return String.valueOf(Integer.parseInt(version.resourceVersion()) + 1);
    }

    // The ports.

    @Override
    public Rehearsal rehearse(int place, ProposedAction action) {
        return rehearsal.orElseGet(() -> new Rehearsal.Fine(
                version,
                List.of(new FieldChange(place, "/spec/template/spec/containers/0/image", image, "cart:1")),
                Optional.of(ProposedAction.patch(
                        action.target(),
                        List.of(PatchOperation.replace(
                                "/spec/template/spec/containers/0/image", TextNode.valueOf(image))),
                        "undo")),
                new Rehearsal.Trial(tree(cart(image)), tree(cart("cart:1")))));
    }

    private static String cart(String image) {
        return """
                {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'cart', 'namespace': 'shop', 'uid': 'u-cart'},
                 'spec': {'replicas': 1, 'template': {'spec': {'containers': [{'name': 'app', 'image': '%s'}]}}}}""".formatted(image);
    }

    static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    @Override
    public Writing write(Proposal on, ProposedAction action, Version before) {
        beforeWrite.run();
        if (!before.equals(version)) {
            return lookBack(on, action, before).orElseThrow();
        }
        image = "cart:1";
        version = new Version(next(), version.generation() + 1);
        lastManager = Optional.of(on.getMetadata().getName());
        writes++;
        return answersAreLost ? new Writing.Unknown("no answer") : new Writing.Done(version);
    }

    @Override
    public Optional<Writing> lookBack(Proposal on, ProposedAction action, Version before) {
        if (before.equals(version)) {
            return Optional.empty();
        }
        if (before.generation() == version.generation()) {
            return Optional.of(new Writing.Overtaken("status written"));
        }
        return Optional.of(
                lastManager.isPresent() ? new Writing.Done(version) : new Writing.Unknown("somebody else changed it"));
    }

    @Override
    public Optional<Proposal> write(Proposal seen, ProposalStatus next) {
        if (ledgerConflicts
                || !seen.getMetadata()
                        .getResourceVersion()
                        .equals(proposal.getMetadata().getResourceVersion())) {
            return Optional.empty();
        }
        proposal.setStatus(next);
        bump();
        return Optional.of(read());
    }

    private void bump() {
        int last = Integer.parseInt(proposal.getMetadata().getResourceVersion());
        proposal.getMetadata().setResourceVersion(String.valueOf(last + 1));
    }

    @Override
    public Optional<String> refusal(Person person, String verb, Target target) {
        return refusal.map(why -> person.name() + " " + why);
    }

    @Override
    public Optional<String> broken() {
        return brokenSafeguard;
    }

    @Override
    public void tell(Proposal about, String reason, String sentence, boolean warning) {
        told.add(reason);
    }
}
