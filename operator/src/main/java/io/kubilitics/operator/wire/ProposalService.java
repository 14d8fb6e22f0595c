package io.kubilitics.operator.wire;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.status.Phase;
import io.kubilitics.crds.proposal.status.ProposalStatus;
import io.kubilitics.operator.act.ApiHand;
import io.kubilitics.operator.act.Preview;
import io.kubilitics.operator.proposal.Draft;
import io.kubilitics.operator.proposal.Request;
import io.kubilitics.proto.ActionProposal;
import io.kubilitics.proto.ActionReply;
import io.kubilitics.proto.ProposalName;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes proposals of what the brain asks for, one at a time. */
public final class ProposalService {

    /** Nobody reads more; a brain gone wild fills no etcd. */
    private static final int MOST_OPEN = 50;

    private static final int CONFLICT = 409;

    private final KubernetesClient client;
    private final ApiHand hand;
    private final Draft draft;
    private final InstantSource clock;

    public ProposalService(KubernetesClient client, ApiHand hand, Draft draft, InstantSource clock) {
        this.client = client;
        this.hand = hand;
        this.draft = draft;
        this.clock = clock;
    }

    synchronized ActionReply request(ActionProposal asked) {
        try {
            return request(Requests.of(asked));
        } catch (IllegalArgumentException unreadable) {
            return refused(String.valueOf(unreadable.getMessage()));
        } catch (KubernetesClientException away) {
            return notYet("the API server did not take it: " + away.getMessage());
        }
    }

    private ActionReply request(Request request) {
        String namespace = draft.home(request.target().namespace());
        List<Proposal> all =
                client.resources(Proposal.class).inNamespace(namespace).list().getItems();
        // Anybody may make a proposal that names this finding; it is not our answer to it.
        List<Proposal> ours = all.stream().filter(draft::isOurs).toList();
        Optional<Proposal> open = ours.stream()
                .filter(ProposalService::open)
                .filter(proposal -> draft.answers(proposal, request))
                .findFirst();
        if (open.isPresent()) {
            return ActionReply.newBuilder().setOpen(name(open.get())).build();
        }
        if (ours.stream().filter(ProposalService::open).count() >= MOST_OPEN) {
            return notYet(
                    "%d proposals are open in namespace %s: decide about some first".formatted(MOST_OPEN, namespace));
        }
        return switch (hand.preview(request.target(), request.fields())) {
            case Preview.Refused(var why) -> refused(why);
            case Preview.Away(var why) -> notYet(why);
            case Preview.Shown(var target, var patch) ->
                make(draft.of(request, target, patch, names(all), clock.instant()));
        };
    }

    private static Set<String> names(List<Proposal> all) {
        return all.stream().map(proposal -> proposal.getMetadata().getName()).collect(Collectors.toSet());
    }

    private ActionReply make(Proposal proposal) {
        try {
            Proposal made = client.resource(proposal).create();
            return ActionReply.newBuilder().setMade(name(made)).build();
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == CONFLICT) {
                return notYet("somebody else just made %s"
                        .formatted(proposal.getMetadata().getName()));
            }
            throw refused;
        }
    }

    private static boolean open(Proposal proposal) {
        ProposalStatus status = proposal.getStatus();
        return !Objects.requireNonNullElse(status == null ? null : status.phase(), Phase.PENDING)
                .isFinished();
    }

    private static ProposalName name(Proposal proposal) {
        return ProposalName.newBuilder()
                .setNamespace(proposal.getMetadata().getNamespace())
                .setName(proposal.getMetadata().getName())
                .build();
    }

    private static ActionReply refused(String why) {
        return ActionReply.newBuilder().setRefused(why).build();
    }

    private static ActionReply notYet(String why) {
        return ActionReply.newBuilder().setNotYet(why).build();
    }
}
