package io.kubilitics.e2e.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Types that write to the API server whatever is called on them, and those that write by being extended. */
final class Writers {

    private static final String RECONCILER = "io.javaoperatorsdk.operator.api.reconciler.";
    private static final String DEPENDENT = "io.javaoperatorsdk.operator.processing.dependent.";
    private static final String EXTENDED = "io.fabric8.kubernetes.client.extended.";

    private static final DescribedPredicate<JavaClass> MEMBERS = resideInAnyPackage(
                    DEPENDENT + ".", EXTENDED + "run..", EXTENDED + "leaderelection..")
            .or(nameMatching("io\\.javaoperatorsdk\\.(.*\\.)?LeaderElection\\w*"))
            .or(nameMatching(
                    RECONCILER.replace(".", "\\.") + "(ResourceOperations|PrimaryUpdateAndCacheUtils)(\\$.*)?"));

    private static final List<String> SAMPLES = List.of(
            RECONCILER + "ResourceOperations",
            RECONCILER + "PrimaryUpdateAndCacheUtils",
            DEPENDENT + "KubernetesBulkDependentResource",
            DEPENDENT + "kubernetes.KubernetesDependentResource",
            DEPENDENT + "kubernetes.CRUDKubernetesDependentResource",
            EXTENDED + "run.RunOperations",
            EXTENDED + "leaderelection.LeaderElector",
            EXTENDED + "leaderelection.LeaderElectorBuilder",
            EXTENDED + "leaderelection.resourcelock.LeaseLock",
            "io.javaoperatorsdk.operator.LeaderElectionManager",
            "io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration");

    private static final List<String> LOOKALIKES = List.of(
            RECONCILER + "Reconciler",
            RECONCILER + "Context",
            "io.javaoperatorsdk.operator.Operator",
            "io.fabric8.kubernetes.client.informers.SharedIndexInformer");

    private Writers() {}

    static Fence fence() {
        Fence library =
                new Library("what writes by itself", MEMBERS, SAMPLES, LOOKALIKES, List.of(Writes.HANDS)).fence();
        return new Fence(
                library.name(),
                library.rule(),
                library.others(),
                Stream.concat(library.offenders().stream(), users("operator.observe"))
                        .toList(),
                Stream.concat(
                                library.allowed().stream(),
                                Arrays.stream(Writes.HANDS).flatMap(Writers::users))
                        .toList());
    }

    /** Those without a field that would give them away. */
    private static Stream<Source> users(String packageName) {
        return SAMPLES.stream().flatMap(type -> {
            String user = Room.ROOT + packageName + ".%s_" + type.replace('.', '_');
            return Stream.of(
                    Source.of(user.formatted("Calls"), "Runnable r = () -> new %s();".formatted(type)),
                    Source.extending(user.formatted("Extends"), type));
        });
    }
}
