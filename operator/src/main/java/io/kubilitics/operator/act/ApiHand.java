package io.kubilitics.operator.act;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.kubilitics.crds.proposal.PatchOperation;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.Target;
import io.kubilitics.crds.proposal.status.FieldChange;
import io.kubilitics.crds.proposal.status.Version;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.operator.proposal.Hand;
import io.kubilitics.operator.proposal.Rehearsal;
import io.kubilitics.operator.proposal.Writing;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;

/** The hand, on a real API server. */
public final class ApiHand implements Hand {

    private static final String MANAGER = "kubilitics";
    private static final String CHANGES_TOO_FAST = "the target changes faster than it can be looked at";
    private static final String SECRET = "Secrets are changed by people, not by proposals";
    private static final int TRIES = 3;
    private static final int MOST_CHANGES = 200;
    private static final int MOST_OPERATIONS = 100;
    private static final int LONGEST_REASON = 2_000;

    private final Objects objects;

    public ApiHand(KubernetesClient client) {
        objects = new Objects(client);
    }

    /** What setting some fields would come to, without doing it. The fields are a strategic merge patch in JSON. */
    public Preview preview(ResourceRef ref, JsonNode fields) {
        Preview last = new Preview.Away(CHANGES_TOO_FAST);
        for (int i = 0; i < TRIES && last instanceof Preview.Away; i++) {
            last = previewOnce(ref, fields);
        }
        return last;
    }

    private Preview previewOnce(ResourceRef ref, JsonNode fields) {
        if (secret(ref.kind().name())) {
            return new Preview.Refused(SECRET);
        }
        try {
            Optional<Where> where = where(ref);
            Optional<JsonNode> live = where.flatMap(objects::find);
            if (live.isEmpty()) {
                return new Preview.Refused(ref + " does not exist");
            }
            String bound = Patches.bound(fields, live.get());
            JsonNode after = objects.patch(where.get(), Objects.rehearsal(PatchType.STRATEGIC_MERGE, MANAGER), bound);
            List<PatchOperation> patch = Patches.between(live.get(), after);
            return patch.isEmpty()
                    ? new Preview.Refused("nothing would change: it is so already")
                    : new Preview.Shown(target(live.get()), patch);
        } catch (KubernetesClientException thrown) {
            return preview(thrown);
        }
    }

    private static Preview preview(KubernetesClientException thrown) {
        if (thrown.getCode() == HttpURLConnection.HTTP_CONFLICT) {
            return new Preview.Away(CHANGES_TOO_FAST);
        }
        return switch (Complaint.of(thrown)) {
            case Complaint.Away(var why) -> new Preview.Away(why);
            case Complaint.NotPermitted(var why) -> new Preview.Refused(why);
            case Complaint.NotThere(var why) -> new Preview.Refused(why);
            case Complaint.Refused(var why) -> new Preview.Refused(why);
        };
    }

    private Optional<Where> where(ResourceRef ref) {
        String namespace = ref.namespace().isEmpty() ? null : ref.namespace();
        return objects.apiVersion(ref)
                .map(version -> new Where(version, ref.kind().name(), namespace, ref.name()));
    }

    @Override
    public Rehearsal rehearse(int place, ProposedAction action) {
        Rehearsal last = new Rehearsal.Away(CHANGES_TOO_FAST);
        // Between the look and the try the target may change: its status does so all the time.
        for (int i = 0; i < TRIES && last instanceof Rehearsal.Away; i++) {
            last = tryOnce(place, action);
        }
        return last;
    }

    private Rehearsal tryOnce(int place, ProposedAction action) {
        if (secret(action.target().kind())) {
            return new Rehearsal.NotPermitted(SECRET);
        }
        try {
            Optional<JsonNode> live = find(action.target());
            if (live.isEmpty()) {
                return new Rehearsal.Outdated(Where.of(action.target()) + " does not exist any more");
            }
            return sameObject(live.get(), action)
                    .or(() -> Patches.obstacle(live.get(), action.patch()).<Rehearsal>map(Rehearsal.Outdated::new))
                    .orElseGet(() -> tryOn(live.get(), place, action));
        } catch (KubernetesClientException thrown) {
            return rehearsal(Complaint.of(thrown));
        } catch (IllegalArgumentException nonsense) {
            // A path that is none, for example: what was asked for cannot be read, and never will be.
            return new Rehearsal.Refused(cut("it cannot be read: " + nonsense.getMessage()));
        }
    }

    private static Optional<Rehearsal> sameObject(JsonNode live, ProposedAction action) {
        return uid(live).equals(action.target().uid())
                ? Optional.empty()
                : Optional.of(new Rehearsal.Outdated(
                        Where.of(action.target()) + " is another object of that name than when this was proposed"));
    }

    private Rehearsal tryOn(JsonNode live, int place, ProposedAction action) {
        Version version = version(live);
        JsonNode after;
        try {
            String patch = Patches.text(uid(live), version.resourceVersion(), action.patch());
            after = objects.patch(Where.of(action.target()), Objects.rehearsal(PatchType.JSON, MANAGER), patch);
        } catch (KubernetesClientException thrown) {
            boolean moved = find(action.target())
                    .map(now -> !version(now).equals(version))
                    .orElse(true);
            return moved ? new Rehearsal.Away("the target changed meanwhile") : rehearsal(Complaint.of(thrown));
        }
        List<FieldChange> diff = Patches.changes(place, live, after);
        if (diff.isEmpty()) {
            return new Rehearsal.Refused("nothing would change: it is so already");
        }
        return diff.size() > MOST_CHANGES
                ? new Rehearsal.Refused(
                        "%d fields would differ: more than anybody can decide about".formatted(diff.size()))
                : new Rehearsal.Fine(version, diff, inverse(action, live, after), new Rehearsal.Trial(live, after));
    }

    /** None where it would not fit into a proposal. */
    private static Optional<ProposedAction> inverse(ProposedAction action, JsonNode live, JsonNode after) {
        List<PatchOperation> back = Patches.between(after, live);
        String why = "Undoes: " + action.why();
        return back.size() > MOST_OPERATIONS
                ? Optional.empty()
                : Optional.of(ProposedAction.patch(
                        action.target(), back, why.length() > 1_024 ? why.substring(0, 1_023) + "…" : why));
    }

    /** Whatever a status shows of it would be shown to everybody who sees the proposal. */
    private static boolean secret(String kind) {
        return kind.equals("Secret");
    }

    private static Rehearsal rehearsal(Complaint complaint) {
        return switch (complaint) {
            case Complaint.NotPermitted(var why) -> new Rehearsal.NotPermitted(cut(why));
            case Complaint.Refused(var why) -> new Rehearsal.Refused(cut(why));
            case Complaint.NotThere(var why) -> new Rehearsal.Outdated(cut(why));
            case Complaint.Away(var why) -> new Rehearsal.Away(cut(why));
        };
    }

    @Override
    public Writing write(Proposal proposal, ProposedAction action, Version before) {
        try {
            String patch = Patches.text(action.target().uid(), before.resourceVersion(), action.patch());
            return new Writing.Done(
                    version(objects.patch(Where.of(action.target()), Objects.real(manager(proposal)), patch)));
        } catch (KubernetesClientException thrown) {
            Complaint complaint = Complaint.of(thrown);
            if (complaint instanceof Complaint.Away(var why)) {
                return new Writing.Unknown(cut(why));
            }
            // A refusal may be the answer to our own second try: the client repeats what was not answered.
            return lookBack(proposal, action, before).orElseGet(() -> new Writing.Refused(cut(complaint.why())));
        }
    }

    @Override
    public Optional<Writing> lookBack(Proposal proposal, ProposedAction action, Version before) {
        Optional<JsonNode> live = find(action.target());
        if (live.isEmpty() || !uid(live.get()).equals(action.target().uid())) {
            return Optional.of(new Writing.Unknown(Where.of(action.target()) + " does not exist any more"));
        }
        Version now = version(live.get());
        return now.equals(before) ? Optional.empty() : Optional.of(moved(proposal, live.get(), before, now));
    }

    /** We changed it, or what is asked of it did not change, or it cannot be told. A proposal has one action for an object. */
    private static Writing moved(Proposal proposal, JsonNode live, Version before, Version now) {
        for (JsonNode entry : live.path("metadata").path("managedFields")) {
            if (entry.path("manager").asText().equals(manager(proposal))) {
                return new Writing.Done(now);
            }
        }
        if (now.generation() > 0 && now.generation() == before.generation()) {
            return new Writing.Overtaken("its status was written meanwhile");
        }
        return new Writing.Unknown("somebody else changed it meanwhile");
    }

    /** Each proposal writes under a name of its own, so that what it wrote can be told from everything else. */
    private static String manager(Proposal proposal) {
        String name = proposal.getMetadata().getName();
        String uid = proposal.getMetadata().getUid();
        return "%s-%s-%s".formatted(MANAGER, name.length() > 64 ? name.substring(0, 64) : name, uid);
    }

    private Optional<JsonNode> find(Target target) {
        return objects.find(Where.of(target));
    }

    private static Target target(JsonNode live) {
        JsonNode meta = live.path("metadata");
        return new Target(
                live.path("apiVersion").asText(),
                live.path("kind").asText(),
                meta.path("namespace").textValue(),
                meta.path("name").asText(),
                uid(live),
                version(live).resourceVersion());
    }

    private static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asText();
    }

    private static Version version(JsonNode object) {
        JsonNode meta = object.path("metadata");
        return new Version(
                meta.path("resourceVersion").asText(), meta.path("generation").asLong());
    }

    private static String cut(String why) {
        return why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) + "…" : why;
    }
}
