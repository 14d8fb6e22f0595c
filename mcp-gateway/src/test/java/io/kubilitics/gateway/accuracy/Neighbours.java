package io.kubilitics.gateway.accuracy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Other people's healthy workloads, in namespaces of their own. */
final class Neighbours {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NAMESPACES = 10;
    private static final int WORKLOADS = 4;
    private static final String[] PARTS = {"""
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":%1$s,"spec":{"replicas":1,"selector":{"matchLabels":{"app":"%2$s"}},
        "template":{"metadata":{"labels":{"app":"%2$s"}},"spec":{"containers":[{"name":"%2$s","image":"registry.example/%2$s:1"}]}}},
        "status":{"observedGeneration":1,"replicas":1,"updatedReplicas":1,"readyReplicas":1,"availableReplicas":1}}""", """
        {"apiVersion":"v1","kind":"Pod","metadata":%1$s,"spec":{"nodeName":"%3$s","containers":[{"name":"%2$s","image":"registry.example/%2$s:1"}]},
        "status":{"phase":"Running","conditions":[{"type":"PodScheduled","status":"True"},{"type":"Initialized","status":"True"},
        {"type":"ContainersReady","status":"True"},{"type":"Ready","status":"True"}],"containerStatuses":[{"name":"%2$s","ready":true,
        "restartCount":0,"started":true,"image":"registry.example/%2$s:1","imageID":"x","state":{"running":{"startedAt":"2020-01-01T00:01:00Z"}}}]}}""", """
        {"apiVersion":"v1","kind":"Service","metadata":%1$s,"spec":{"selector":{"app":"%2$s"},"ports":[{"port":80,"targetPort":8080}]}}""", """
        {"apiVersion":"discovery.k8s.io/v1","kind":"EndpointSlice","metadata":%1$s,"addressType":"IPv4","ports":[{"port":8080}],
        "endpoints":[{"addresses":["10.255.0.1"],"conditions":{"ready":true},"targetRef":{"kind":"Pod","name":"%2$s"}}]}""", """
        {"apiVersion":"v1","kind":"ConfigMap","metadata":%1$s,"data":{"key":"value"}}"""};

    private Neighbours() {}

    /** Two hundred objects and their namespaces. */
    static Dossier moveIn(Dossier dossier) {
        List<ObjectNode> objects = new ArrayList<>(dossier.objects());
        String node = node(dossier);
        for (int i = 0; i < NAMESPACES; i++) {
            String namespace = "quarter-" + i;
            objects.add(object("{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"%s\"}}"
                    .formatted(namespace)));
            for (int j = 0; j < WORKLOADS; j++) {
                String name = "house-" + j;
                for (String part : PARTS) {
                    objects.add(object(part.formatted(metadata(namespace, name), name, node)));
                }
            }
        }
        return dossier.with(objects);
    }

    /** Where most pods run; one more or less is no matter there. */
    private static String node(Dossier dossier) {
        return dossier.objects().stream()
                .filter(object -> object.path("kind").asText().equals("Pod"))
                .map(pod -> pod.at("/spec/nodeName").asText())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String metadata(String namespace, String name) {
        return """
                {"namespace":"%s","name":"%s","uid":"%s-%s","generation":1,"labels":{"app":"%s","kubernetes.io/service-name":"%s"},
                "creationTimestamp":"2020-01-01T00:00:00Z"}""".formatted(namespace, name, namespace, name, name, name);
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
