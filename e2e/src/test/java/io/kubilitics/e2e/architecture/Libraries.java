package io.kubilitics.e2e.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;

/** Which library lives where. */
final class Libraries {

    private static final String CLIENT = "io.fabric8.kubernetes.client";

    /** A model that lies in the client's package: what our own resource types extend. */
    private static final DescribedPredicate<JavaClass> CUSTOM_RESOURCE = nameMatching(
                    CLIENT.replace(".", "\\.") + "\\.CustomResource(List)?")
            .forSubtype();

    private Libraries() {}

    static Stream<Fence> fences() {
        return Stream.of(
                        Library.of("jgrapht", List.of("org.jgrapht"), "graph"),
                        models(),
                        new Library(
                                "fabric8 client",
                                resideInAPackage(CLIENT + "..").and(DescribedPredicate.not(CUSTOM_RESOURCE)),
                                List.of(CLIENT + ".KubernetesClient", CLIENT + ".dsl.Resource"),
                                List.of(CLIENT + ".CustomResource"),
                                List.of("operator")),
                        Library.of("langchain4j", List.of("dev.langchain4j"), "reasoning.llm.langchain4j"),
                        Library.of(
                                "OPA client",
                                List.of("io.github.open_policy_agent.opa", "com.styra.opa"),
                                "policy.opa"),
                        Library.of("policy.opa", List.of("io.kubilitics.policy.opa"), "policy.opa", "operator"),
                        Library.of("DuckDB", List.of("org.duckdb"), "store"),
                        sql(),
                        Library.of("gRPC", List.of("io.grpc"), "proto", "operator.wire", "gateway.wire"),
                        Library.of("WASM runtime", List.of("run.endive"), "sandbox.engine"))
                .map(Library::fence);
    }

    private static Library models() {
        return new Library(
                "fabric8 models",
                resideInAnyPackage("io.fabric8.kubernetes.api..", "io.fabric8.kubernetes.model..")
                        .or(CUSTOM_RESOURCE),
                List.of(
                        "io.fabric8.kubernetes.api.model.Pod",
                        "io.fabric8.kubernetes.model.annotation.Group",
                        CLIENT + ".CustomResource"),
                List.of(CLIENT + ".KubernetesClient"),
                List.of("graph.observe", "crds", "operator"));
    }

    /** The JDK's, and the way to DuckDB that does not name it. */
    private static Library sql() {
        return new Library(
                "SQL",
                resideInAnyPackage("java.sql..", "javax.sql.."),
                List.of("java.sql.DriverManager", "java.sql.Connection", "javax.sql.DataSource"),
                List.of("java.util.ServiceLoader"),
                List.of("store"));
    }
}
