package io.kubilitics.operator.wire;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.operator.feed.Update;
import io.kubilitics.proto.ClusterUpdate;
import io.kubilitics.proto.Listed;
import io.kubilitics.proto.Outlined;
import io.kubilitics.proto.Refused;
import io.kubilitics.proto.Removed;
import io.kubilitics.proto.Synced;
import io.kubilitics.proto.Upsert;

/** Updates as they go over the wire. */
final class Messages {

    private Messages() {}

    static ClusterUpdate of(Update update) {
        ClusterUpdate.Builder message = ClusterUpdate.newBuilder();
        ClusterUpdate.Builder told = switch (update) {
            case Update.Put put -> message.setUpsert(upsert(put));
            case Update.Remove(var ref) -> message.setRemoved(removed(ref));
            case Update.Listed(var kind, var namespace) ->
                message.setListed(Listed.newBuilder().setKind(kind(kind)).setNamespace(namespace));
            case Update.Refused(var kind, var namespace, var reason) ->
                message.setRefused(Refused.newBuilder()
                        .setKind(kind(kind))
                        .setNamespace(namespace)
                        .setReason(reason));
            case Update.Outlined(var kind, var objects) ->
                message.setOutlined(Outlined.newBuilder().setKind(kind(kind)).setObjects(objects));
            case Update.Synced() -> message.setSynced(Synced.getDefaultInstance());
        };
        return told.build();
    }

    private static Upsert.Builder upsert(Update.Put put) {
        return Upsert.newBuilder()
                .setKind(kind(put.ref().kind()))
                .setObject(put.object().json())
                .setOutline(put.outline());
    }

    private static Removed.Builder removed(ResourceRef ref) {
        return Removed.newBuilder()
                .setKind(kind(ref.kind()))
                .setNamespace(ref.namespace())
                .setName(ref.name());
    }

    private static io.kubilitics.proto.Kind kind(Kind kind) {
        return io.kubilitics.proto.Kind.newBuilder()
                .setGroup(kind.group())
                .setName(kind.name())
                .build();
    }
}
