package io.kubilitics.gateway.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation;
import io.kubilitics.proto.ClusterUpdate;
import io.kubilitics.proto.Listed;
import io.kubilitics.proto.Outlined;
import io.kubilitics.proto.Refused;
import io.kubilitics.proto.Removed;
import io.kubilitics.proto.Upsert;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the body's messages tell about the cluster. */
final class Sightings {

    private static final Logger LOG = LoggerFactory.getLogger(Sightings.class);

    private Sightings() {}

    /** What an object tells; nothing when it cannot be read. */
    static List<Observation> of(Upsert upsert) {
        Kind kind = kind(upsert.getKind());
        String json = upsert.getObject();
        try {
            return upsert.getOutline() ? Observers.outline(kind, json) : Observers.observe(kind, json);
        } catch (JsonProcessingException | RuntimeException broken) {
            LOG.atError().addKeyValue("kind", kind).setCause(broken).log("an object could not be read and is left out");
            return List.of();
        }
    }

    /** The moment is when it was noticed. */
    static Observation of(Removed removed, Instant at) {
        return new Observation.Gone(
                new ResourceRef(kind(removed.getKind()), removed.getNamespace(), removed.getName()), at);
    }

    /** How much of the cluster the body sees. */
    static Observation coverage(ClusterUpdate update) {
        return switch (update.getUpdateCase()) {
            case LISTED -> {
                Listed listed = update.getListed();
                yield new Observation.Listed(kind(listed.getKind()), listed.getNamespace());
            }
            case REFUSED -> {
                Refused refused = update.getRefused();
                yield new Observation.Refused(kind(refused.getKind()), refused.getNamespace(), refused.getReason());
            }
            case OUTLINED -> {
                Outlined outlined = update.getOutlined();
                yield new Observation.Outlined(kind(outlined.getKind()), outlined.getObjects());
            }
            default -> throw new IllegalArgumentException("says nothing of coverage: " + update.getUpdateCase());
        };
    }

    private static Kind kind(io.kubilitics.proto.Kind kind) {
        return new Kind(kind.getGroup(), kind.getName());
    }
}
