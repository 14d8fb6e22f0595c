package io.kubilitics.operator.wire;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kubilitics.operator.feed.SecretValues;
import io.kubilitics.proto.LogsReply;
import io.kubilitics.proto.LogsRequest;

/** Reads the end of a container's log from the API server and takes known secrets out of it. */
record LogReader(KubernetesClient client, SecretValues secrets) {

    private static final int MOST_LINES = 2_000;

    LogsReply read(LogsRequest request) {
        int lines = Math.clamp(request.getTailLines(), 1, MOST_LINES);
        try {
            var pod = client.pods()
                    .inNamespace(request.getNamespace())
                    .withName(request.getPod())
                    .inContainer(request.getContainer());
            String text = request.getPrevious()
                    ? pod.terminated().tailingLines(lines).getLog()
                    : pod.tailingLines(lines).getLog();
            LogsReply.Builder reply = LogsReply.newBuilder();
            secrets.scrub(text).lines().forEach(reply::addLines);
            return reply.build();
        } catch (KubernetesClientException refused) {
            return LogsReply.newBuilder()
                    .setUnavailable("the log of %s/%s cannot be read: status %d"
                            .formatted(request.getNamespace(), request.getPod(), refused.getCode()))
                    .build();
        }
    }
}
