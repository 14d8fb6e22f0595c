package io.kubilitics.e2e.world;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Objects of few names, as YAML, that refer to each other by name and by labels; each time a little different. */
final class RandomObjects {

    static final String NAMESPACE = "churn-";
    private static final int NAMESPACES = 5;
    private static final int NAMES = 8;

    private final Random random;
    private final List<Supplier<String>> kinds = List.of(
            this::configMap,
            this::configMap,
            this::secret,
            this::service,
            this::service,
            this::runningPod,
            this::runningPod,
            this::networkPolicy,
            this::disruptionBudget,
            this::ingress,
            this::account,
            this::autoscaler,
            this::claim,
            this::roleBinding);

    RandomObjects(Random random) {
        this.random = random;
    }

    static List<String> namespaces() {
        return IntStream.range(0, NAMESPACES).mapToObj(i -> NAMESPACE + i).toList();
    }

    String oneNamespace() {
        return NAMESPACE + random.nextInt(NAMESPACES);
    }

    String pod() {
        return "pod-" + number();
    }

    String labels() {
        return "{\"app\": \"web-%d\", \"tier\": %s}".formatted(number(), random.nextBoolean() ? "\"front\"" : "null");
    }

    String team() {
        return List.of("\"a\"", "\"b\"", "null").get(random.nextInt(3));
    }

    String namespace(String name) {
        return "apiVersion: v1%nkind: Namespace%nmetadata: {name: %s, labels: {team: a}}".formatted(name);
    }

    String any() {
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private int number() {
        return random.nextInt(NAMES);
    }

    private String head(String apiVersion, String kind, String name) {
        return "apiVersion: %s%nkind: %s%nmetadata: {name: %s-%d, namespace: %s}%n"
                .formatted(apiVersion, kind, name, number(), oneNamespace());
    }

    private String configMap() {
        return head("v1", "ConfigMap", "settings")
                + "data: {upstream: 'http://web-%d.%s:8080', k%d: 'v%d'}"
                        .formatted(number(), oneNamespace(), number(), number());
    }

    private String secret() {
        return head("v1", "Secret", "secret")
                + "stringData: {password: 'a-long-one-%d', k%d: x}".formatted(number(), number());
    }

    private String service() {
        return head("v1", "Service", "web")
                + "spec: {selector: {app: web-%d%s}, ports: [{port: 80, targetPort: %s}]}"
                        .formatted(
                                number(),
                                random.nextBoolean() ? ", tier: front" : "",
                                random.nextBoolean() ? "http" : "8080");
    }

    private String runningPod() {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, namespace: %s, labels: {app: web-%d}}
                spec:
                  nodeSelector: {type: kwok}
                  terminationGracePeriodSeconds: 0
                  imagePullSecrets: [{name: secret-%d}]
                  volumes: [{name: v, configMap: {name: settings-%d}}, {name: d, persistentVolumeClaim: {claimName: data-%d}}]
                  containers:
                  - name: app
                    image: registry.invalid/app:%d
                    ports: [{name: http, containerPort: 8080}]
                    env:
                    - {name: PASSWORD, valueFrom: {secretKeyRef: {name: secret-%d, key: password}}}
                    envFrom: [{configMapRef: {name: settings-%d, optional: true}}]
                """.formatted(
                        pod(), oneNamespace(), number(), number(), number(), number(), number(), number(), number());
    }

    private String networkPolicy() {
        return head("networking.k8s.io/v1", "NetworkPolicy", "policy")
                + "spec: {podSelector: %s, ingress: [{from: [{namespaceSelector: %s, podSelector: {}}]}]}"
                        .formatted(selector(), random.nextBoolean() ? "{matchLabels: {team: a}}" : "{}");
    }

    private String selector() {
        return switch (random.nextInt(4)) {
            case 0 -> "{}";
            case 1 -> "{matchExpressions: [{key: tier, operator: DoesNotExist}]}";
            case 2 ->
                "{matchExpressions: [{key: app, operator: In, values: [web-%d, web-%d]}]}"
                        .formatted(number(), number());
            default -> "{matchLabels: {app: web-%d}}".formatted(number());
        };
    }

    private String disruptionBudget() {
        return head("policy/v1", "PodDisruptionBudget", "budget")
                + "spec: {maxUnavailable: 1, selector: %s}".formatted(selector());
    }

    private String ingress() {
        return head("networking.k8s.io/v1", "Ingress", "door")
                + ("spec: {tls: [{hosts: [a.test], secretName: secret-%d}], rules: [{host: a.test, http: {paths: [{path: /,"
                                + " pathType: Prefix, backend: {service: {name: web-%d, port: {number: 80}}}}]}}]}")
                        .formatted(number(), number());
    }

    private String account() {
        return head("v1", "ServiceAccount", "account") + "imagePullSecrets: [{name: secret-%d}]".formatted(number());
    }

    private String autoscaler() {
        return head("autoscaling/v2", "HorizontalPodAutoscaler", "scaler")
                + "spec: {maxReplicas: %d, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: app-%d}}"
                        .formatted(1 + number(), number());
    }

    private String claim() {
        return head("v1", "PersistentVolumeClaim", "data")
                + "spec: {accessModes: [ReadWriteOnce], storageClassName: none, resources: {requests: {storage: 1Gi}}}";
    }

    private String roleBinding() {
        return head("rbac.authorization.k8s.io/v1", "RoleBinding", "binding")
                + "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}%nsubjects: [{kind: ServiceAccount, name: account-%d, namespace: %s}]"
                        .formatted(number(), oneNamespace());
    }
}
