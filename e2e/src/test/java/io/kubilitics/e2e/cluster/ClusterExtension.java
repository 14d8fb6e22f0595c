package io.kubilitics.e2e.cluster;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the cluster with the first test that needs it and hands its parts to tests. */
final class ClusterExtension implements ParameterResolver, ExecutionCondition, AfterEachCallback {

    /** Set in CI: a machine that can run a real node must not skip the tests that need one. */
    private static final String REQUIRED = "kubilitics.realNode.required";

    private static final Namespace OURS = Namespace.create(ClusterExtension.class);
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean needsNode = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnCluster.class)
                .map(OnCluster::realNode)
                .orElse(false);
        if (!needsNode || Boolean.getBoolean(REQUIRED)) {
            return ConditionEvaluationResult.enabled("runs on the control plane");
        }
        var missing = cluster(context).missingForRealNode();
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("a real node runs here")
                : ConditionEvaluationResult.disabled("no real node here; missing: " + String.join(", ", missing));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == KubernetesClient.class || type == TestNamespace.class || type == TestCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        TestCluster cluster = cluster(context);
        if (type == TestCluster.class) {
            return cluster;
        }
        return type == KubernetesClient.class ? cluster.client() : freshNamespace(cluster, context);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isPresent()) {
            keepLogs(context);
        }
        TestNamespace namespace = context.getStore(OURS).get("namespace", TestNamespace.class);
        if (namespace != null) {
            cluster(context).client().namespaces().withName(namespace.name()).delete();
        }
    }

    private static TestCluster cluster(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent("cluster", _ -> Started.now(), Started.class)
                .cluster();
    }

    /** A start that failed is not tried again by every test. */
    private record Started(
            @Nullable TestCluster running, @Nullable RuntimeException failure) implements AutoCloseable {

        static Started now() {
            try {
                return new Started(TestCluster.start(), null);
            } catch (RuntimeException failure) {
                return new Started(null, failure);
            }
        }

        TestCluster cluster() {
            if (running == null) {
                throw new IllegalStateException("the test cluster could not be started", failure);
            }
            return running;
        }

        @Override
        public void close() {
            if (running != null) {
                running.close();
            }
        }
    }

    private static TestNamespace freshNamespace(TestCluster cluster, ExtensionContext context) {
        return context.getStore(OURS)
                .computeIfAbsent(
                        "namespace",
                        _ -> {
                            String name = "t%d-%s"
                                    .formatted(
                                            COUNT.incrementAndGet(),
                                            context.getRequiredTestClass().getSimpleName())
                                    .toLowerCase(Locale.ROOT);
                            cluster.client()
                                    .resource(new NamespaceBuilder()
                                            .withNewMetadata()
                                            .withName(name)
                                            .endMetadata()
                                            .build())
                                    .create();
                            return new TestNamespace(name);
                        },
                        TestNamespace.class);
    }

    private static void keepLogs(ExtensionContext context) throws IOException {
        Path kept = Path.of(
                "target",
                "cluster-failures",
                context.getRequiredTestClass().getSimpleName() + "."
                        + context.getRequiredTestMethod().getName());
        Files.createDirectories(kept);
        try (Stream<Path> logs = Files.list(cluster(context).cluster().logs())) {
            for (Path log : logs.toList()) {
                Files.write(kept.resolve(log.getFileName()), Files.readAllBytes(log));
            }
        }
        context.publishReportEntry("cluster logs", kept.toString());
    }
}
