package io.kubilitics.operator.safety;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kubilitics.crds.proposal.Proposal;
import io.kubilitics.crds.proposal.ProposedAction;
import io.kubilitics.crds.proposal.Target;
import io.kubilitics.operator.proposal.Announcer;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in Events, where {@code kubectl describe} shows them: on the proposal, and on each object that it is about. */
public final class EventAnnouncer implements Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(EventAnnouncer.class);

    private static final String SOURCE = "kubilitics";
    private static final int LONGEST_MESSAGE = 1024;

    /** Where Events of objects lie that belong to no namespace. */
    private static final String ELSEWHERE = "default";

    private final KubernetesClient client;
    private final InstantSource clock;

    public EventAnnouncer(KubernetesClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public void tell(Proposal proposal, String reason, String sentence, boolean warning) {
        String told = cut(sentence);
        Stream<ObjectReference> targets = proposal.getSpec().actions().stream()
                .map(ProposedAction::target)
                .distinct()
                .map(EventAnnouncer::reference);
        Stream.concat(Stream.of(reference(proposal)), targets)
                .map(object -> event(object, proposal.getMetadata().getUid(), reason, told, warning))
                .forEach(this::write);
    }

    private void write(Event event) {
        try {
            client.v1().events().resource(event).create();
        } catch (RuntimeException unwritten) { // an Event that is lost stops nobody
            if (!isThereAlready(unwritten)) {
                LOG.atWarn()
                        .addKeyValue("event", event.getMetadata().getName())
                        .addKeyValue("namespace", event.getMetadata().getNamespace())
                        .addKeyValue("why", Reason.of(unwritten))
                        .log("an Event cannot be written");
            }
        }
    }

    /** The name stands for all that is told: the same has been told before. */
    private static boolean isThereAlready(RuntimeException refusal) {
        return refusal instanceof KubernetesClientException answered
                && answered.getCode() == HttpURLConnection.HTTP_CONFLICT;
    }

    private Event event(ObjectReference object, String proposal, String reason, String told, boolean warning) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new EventBuilder()
                .withNewMetadata()
                .withName(name(proposal, object.getKind(), object.getName(), object.getUid(), reason, told))
                .withNamespace(object.getNamespace() == null ? ELSEWHERE : object.getNamespace())
                .endMetadata()
                .withInvolvedObject(object)
                .withType(warning ? "Warning" : "Normal")
                .withReason(reason)
                .withMessage(told)
                .withFirstTimestamp(now)
                .withLastTimestamp(now)
                .withCount(1)
                .withNewSource()
                .withComponent(SOURCE)
                .endSource()
                .withReportingComponent(SOURCE)
                .build();
    }

    /** The same story about the same object has the same name, whatever the object is called. */
    private static String name(String... story) {
        byte[] all = String.join("\n", story).getBytes(StandardCharsets.UTF_8);
        return SOURCE + "." + UUID.nameUUIDFromBytes(all);
    }

    private static String cut(String sentence) {
        if (sentence.length() <= LONGEST_MESSAGE) {
            return sentence;
        }
        int end = LONGEST_MESSAGE - 1;
        return sentence.substring(0, Character.isHighSurrogate(sentence.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static ObjectReference reference(Proposal proposal) {
        return new ObjectReferenceBuilder()
                .withApiVersion(proposal.getApiVersion())
                .withKind(proposal.getKind())
                .withNamespace(proposal.getMetadata().getNamespace())
                .withName(proposal.getMetadata().getName())
                .withUid(proposal.getMetadata().getUid())
                .build();
    }

    private static ObjectReference reference(Target target) {
        return new ObjectReferenceBuilder()
                .withApiVersion(target.apiVersion())
                .withKind(target.kind())
                .withNamespace(target.namespace())
                .withName(target.name())
                .withUid(target.uid())
                .build();
    }
}
