package io.kubilitics.e2e.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that is wrong in a namespace of its own: a workload {@code till} that would be well without it.
 *
 * @param name of what is wrong
 * @param cause that has to be found
 * @param object that has to be blamed, as {@code Kind/name}
 * @param container what is different about its container
 * @param pod what is different about its pods
 * @param besides what else there is, before the workload
 */
record Fault(String name, String cause, String object, String container, String pod, String besides) {

    private static final YAMLMapper YAML = new YAMLMapper();

    private static final String WELL = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: till}
            spec:
              replicas: 1
              selector: {matchLabels: {app: till}}
              template:
                metadata: {labels: {app: till}}
                spec:
                  terminationGracePeriodSeconds: 1
                  containers:
                  - name: app
                    image: kubilitics.test/workload:1
                    command: [/bin/workload, serve]
                    ports: [{name: web, containerPort: 8080}]
            """;

    /** Of the container alone. */
    static Fault of(String name, String cause, String object, String container) {
        return new Fault(name, cause, object, container, "{}", "");
    }

    /** The same with something that is wrong about its pods. */
    Fault pod(String different) {
        return new Fault(name, cause, object, container, different, besides);
    }

    /** The same with something beside it. */
    Fault besides(String others) {
        return new Fault(name, cause, object, container, pod, others);
    }

    String namespace() {
        return "fault-" + name;
    }

    void inject(KubernetesClient client) {
        try {
            apply(
                    client,
                    YAML.readTree("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(namespace())));
            if (!besides.isEmpty()) {
                apply(client, YAML.readTree(besides.replace("NAMESPACE", namespace())));
            }
            apply(client, workload());
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private void apply(KubernetesClient client, JsonNode manifest) {
        client.resource(manifest.toString()).inNamespace(namespace()).serverSideApply();
    }

    private JsonNode workload() throws IOException {
        JsonNode workload = YAML.readTree(WELL);
        ObjectNode spec = (ObjectNode) workload.at("/spec/template/spec");
        spec.setAll((ObjectNode) YAML.readTree(pod));
        ((ObjectNode) spec.at("/containers/0")).setAll((ObjectNode) YAML.readTree(container));
        return workload;
    }

    @Override
    public String toString() {
        return name;
    }

    /** What people get wrong, one of each. */
    static List<Fault> all() {
        return Stream.of(ofPrograms(), ofReferences(), ofPlaces(), ofRules(), ofRights(), ofServices())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> ofPrograms() {
        return List.of(
                of("tag", "incorrect-image-reference", "Deployment/till", "image: 127.0.0.1:5000/till:no-such-tag"),
                of("command", "command-not-found", "Deployment/till", "command: [/bin/wrkload, serve]"),
                of("memory", "oom-killed", "Deployment/till", """
                        {command: [/bin/workload, eat, -mib, "64"], resources: {limits: {memory: 16Mi}}}"""),
                of("crash", "application-crash", "Deployment/till", """
                        command: [/bin/workload, crash, -after, 1s, -say, "panic: runtime error: index out of range [3] with length 3"]"""),
                of("probe", "readiness-probe-incorrect-port", "Deployment/till", """
                        readinessProbe: {periodSeconds: 1, httpGet: {path: /healthz, port: 8081}}"""),
                of("init", "init-container-failure", "Deployment/till", "{}").pod("""
                        initContainers:
                        - {name: prepare, image: "kubilitics.test/workload:1", command: [/bin/workload, crash, -after, 1s, -say, "fatal: schema is locked"]}"""));
    }

    private static List<Fault> ofReferences() {
        return List.of(
                of("key", "config-key-missing", "Deployment/till", """
                        env: [{name: URL, valueFrom: {configMapKeyRef: {name: settings, key: databse-url}}}]""")
                        .besides(
                                "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {database-url: x}}"),
                of("configmap", "config-object-missing", "Deployment/till", """
                        envFrom: [{configMapRef: {name: settings}}]"""),
                of("secret", "missing-secret-binding", "Deployment/till", """
                        env: [{name: PASSWORD, valueFrom: {secretKeyRef: {name: login, key: password}}}]"""),
                of("account", "missing-service-account", "Deployment/till", "{}")
                        .pod("serviceAccountName: cashier"),
                of("claim", "claim-missing", "PersistentVolumeClaim/drawer", "{}")
                        .pod("volumes: [{name: drawer, persistentVolumeClaim: {claimName: drawer}}]"),
                of("target", "hpa-target-missing", "HorizontalPodAutoscaler/till", "{}")
                        .besides("""
                        apiVersion: autoscaling/v2
                        kind: HorizontalPodAutoscaler
                        metadata: {name: till}
                        spec:
                          maxReplicas: 3
                          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: tills}
                          metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]"""));
    }

    private static List<Fault> ofPlaces() {
        return List.of(
                of("selector", "node-selector-mismatch", "Deployment/till", "{}")
                        .pod("nodeSelector: {disk: golden}"),
                of("cpu", "cpu-capacity-mismatch", "Deployment/till", "resources: {requests: {cpu: 500}}"),
                of("taint", "taint-toleration-mismatch", "Deployment/till", "{}")
                        .pod("nodeSelector: {type: kwok}"));
    }

    private static List<Fault> ofRules() {
        return List.of(
                of("quota", "namespace-pod-quota-exceeded", "ResourceQuota/small", "{}")
                        .besides("""
                        {apiVersion: v1, kind: ResourceQuota, metadata: {name: small}, spec: {hard: {pods: 0}}}"""),
                of(
                                "range",
                                "limit-range-violated",
                                "Deployment/till",
                                "resources: {requests: {memory: 1Gi}, limits: {memory: 1Gi}}")
                        .besides("""
                                apiVersion: v1
                                kind: LimitRange
                                metadata: {name: modest}
                                spec: {limits: [{type: Container, max: {memory: 64Mi}}]}"""),
                of("security", "pod-security-denied", "Deployment/till", "securityContext: {privileged: true}")
                        .besides("""
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: NAMESPACE, labels: {pod-security.kubernetes.io/enforce: baseline}}"""));
    }

    private static List<Fault> ofRights() {
        return List.of(
                of("webhook", "webhook-unavailable", "ValidatingWebhookConfiguration/fault-guard", "{}")
                        .besides("""
                        apiVersion: admissionregistration.k8s.io/v1
                        kind: ValidatingWebhookConfiguration
                        metadata: {name: fault-guard}
                        webhooks:
                        - name: guard.kubilitics.test
                          admissionReviewVersions: [v1]
                          sideEffects: None
                          clientConfig: {service: {namespace: NAMESPACE, name: guard, path: /}}
                          namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: NAMESPACE}}
                          rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]"""),
                of("rights", "api-access-denied", "ServiceAccount/default", """
                        command:
                        - /bin/workload
                        - crash
                        - -after
                        - 1s
                        - -say
                        - 'fatal: configmaps is forbidden: User "system:serviceaccount:fault-rights:default" cannot list resource "configmaps" in API group "" in the namespace "fault-rights"'"""));
    }

    private static List<Fault> ofServices() {
        return List.of(
                of("service", "service-selector-mismatch", "Service/till", "{}").besides("""
                        {apiVersion: v1, kind: Service, metadata: {name: till}, spec: {selector: {app: tills}, ports: [{port: 80, targetPort: 8080}]}}"""),
                of("port", "service-port-mapping-mismatch", "Service/till", "{}")
                        .besides("""
                        {apiVersion: v1, kind: Service, metadata: {name: till}, spec: {selector: {app: till}, ports: [{port: 80, targetPort: http}]}}"""),
                of("ingress", "ingress-backend-missing", "Service/tils", "{}").besides("""
                        apiVersion: networking.k8s.io/v1
                        kind: Ingress
                        metadata: {name: till}
                        spec: {ingressClassName: gce, rules: [{host: till.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: tils, port: {number: 80}}}}]}}]}"""),
                of("job", "job-backoff", "Job/count", "{}").besides("""
                        apiVersion: batch/v1
                        kind: Job
                        metadata: {name: count}
                        spec:
                          backoffLimit: 0
                          template:
                            spec:
                              restartPolicy: Never
                              containers: [{name: app, image: "kubilitics.test/workload:1", command: [/bin/workload, crash, -after, 1s, -say, "fatal: 3 of 12 records do not add up"]}]"""));
    }
}
