package io.kubilitics.operator.wire;

import io.kubilitics.graph.Kind;
import io.kubilitics.operator.feed.Update;
import io.kubilitics.proto.ClusterUpdate;
import io.kubilitics.proto.Listed;
import io.kubilitics.proto.Removed;
import io.kubilitics.proto.Synced;
import io.kubilitics.proto.Upsert;

/** Updates as they go over the wire. */
final class Messages {

    private Messages() {}

    static ClusterUpdate of(Update update) {
        return switch (update) {
            case Update.Put(var ref, var object) ->
                ClusterUpdate.newBuilder()
                        .setUpsert(Upsert.newBuilder().setKind(kind(ref.kind())).setObject(object))
                        .build();
            case Update.Remove(var ref) ->
                ClusterUpdate.newBuilder()
                        .setRemoved(Removed.newBuilder()
                                .setKind(kind(ref.kind()))
                                .setNamespace(ref.namespace())
                                .setName(ref.name()))
                        .build();
            case Update.Listed(var kind) ->
                ClusterUpdate.newBuilder()
                        .setListed(Listed.newBuilder().setKind(kind(kind)))
                        .build();
            case Update.Synced() ->
                ClusterUpdate.newBuilder()
                        .setSynced(Synced.getDefaultInstance())
                        .build();
        };
    }

    private static io.kubilitics.proto.Kind kind(Kind kind) {
        return io.kubilitics.proto.Kind.newBuilder()
                .setGroup(kind.group())
                .setName(kind.name())
                .build();
    }
}
