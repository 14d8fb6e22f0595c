package io.kubilitics.e2e.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Who may write to the API server, or into a container. */
final class Writes {

    static final String[] HANDS = {"operator.act", "operator.status", "operator.wire", "operator.safety"};

    /** Reads lists and watches as they come over the wire; what it asks with may not write, as the fence holds for it as well. */
    private static final String READER = Room.ROOT + "operator.feed.ApiServer";

    private static final String CONNECTIONS = "getHttpClient";

    /**
     * {@code raw} and {@code getHttpClient} can read as well, but whoever reads has typed ways to do it, but for one. {@code post},
     * {@code put} and {@code method} are how a request becomes more than a question.
     */
    private static final List<String> CLIENT_CALLS = List.of(
            "create",
            "createOr",
            "createOrReplace",
            "update",
            "updateStatus",
            "patch",
            "patchStatus",
            "patchReadinessGateStatus",
            "edit",
            "editStatus",
            "accept",
            "replace",
            "replaceStatus",
            "serverSideApply",
            "delete",
            "evict",
            "scale",
            "restart",
            "pause",
            "resume",
            "undo",
            "rollback",
            "rolling",
            "updateImage",
            "approve",
            "deny",
            "tokenRequest",
            "exec",
            "attach",
            "portForward",
            "file",
            "dir",
            "upload",
            "raw",
            CONNECTIONS,
            "post",
            "put",
            "method",
            "leaderElector");

    private static final List<String> FRAMEWORK_CALLS = List.of(
            "patchResource", "patchStatus", "patchResourceAndStatus", "serverSideApply", "jsonPatch", "jsonMergePatch");

    private static final String RESOURCE = "io.fabric8.kubernetes.client.dsl.Resource";
    private static final String OWN_RESOURCE = "io.kubilitics.operator.observe.PodView";
    private static final String CLIENT = "io.fabric8.kubernetes.client.KubernetesClient";
    private static final String INFORMER = "io.fabric8.kubernetes.client.informers.SharedIndexInformer";
    private static final String UPDATE_CONTROL = "io.javaoperatorsdk.operator.api.reconciler.UpdateControl";
    private static final String ERROR_CONTROL = "io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl";

    private Writes() {}

    static Fence fence() {
        return new Fence(
                "writes to the API server only from " + String.join(", ", HANDS),
                rule(),
                others(),
                offenders(),
                allowed());
    }

    private static ArchRule rule() {
        String[] hands = Stream.of(HANDS).map(each -> Room.ROOT + each + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(Room.ROOT + ".")
                .and()
                .resideOutsideOfPackages(hands)
                .should()
                .accessTargetWhere(call(resideInAPackage("io.fabric8.kubernetes.client.."), CLIENT_CALLS)
                        .or(call(type(CLIENT), List.of("run")))
                        .or(call(resideInAPackage("io.javaoperatorsdk.."), FRAMEWORK_CALLS)));
    }

    private static DescribedPredicate<JavaClass> type(String name) {
        return HasName.Predicates.name(name).forSubtype();
    }

    private static DescribedPredicate<JavaAccess<?>> call(DescribedPredicate<JavaClass> owners, List<String> names) {
        return DescribedPredicate.describe(
                "a write",
                access -> access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget
                        && names.contains(access.getTarget().getName())
                        && !isReaders(access)
                        && assignableTo(owners).test(access.getTargetOwner()));
    }

    private static boolean isReaders(JavaAccess<?> access) {
        return access.getOriginOwner().getFullName().equals(READER)
                && access.getTarget().getName().equals(CONNECTIONS);
    }

    private static List<Source> others() {
        return List.of(
                Source.of(RESOURCE, "public Object get() { return this; }" + methods("", CLIENT_CALLS)),
                Source.extending(OWN_RESOURCE, RESOURCE),
                Source.of(CLIENT, "public void run() {}"),
                Source.of(INFORMER, "public void run() {}"),
                Source.of(UPDATE_CONTROL, "public static void noUpdate() {}" + methods("static", FRAMEWORK_CALLS)),
                Source.of(ERROR_CONTROL, methods("static", FRAMEWORK_CALLS)));
    }

    private static String methods(String modifier, List<String> names) {
        return names.stream()
                .map(name -> "public %s void %s() {}".formatted(modifier, name))
                .collect(joining());
    }

    private static List<Source> offenders() {
        return Stream.of(
                        CLIENT_CALLS.stream().map(name -> offender("Client_" + name, calling(RESOURCE, name))),
                        FRAMEWORK_CALLS.stream()
                                .map(name -> offender("Update_" + name, UPDATE_CONTROL + "." + name + "();")),
                        FRAMEWORK_CALLS.stream()
                                .map(name -> offender("Error_" + name, ERROR_CONTROL + "." + name + "();")),
                        Stream.of(
                                offender("Client_run", calling(CLIENT, "run")),
                                offender("ThroughOwnType", calling(OWN_RESOURCE, "delete")),
                                offender(
                                        "ByReference",
                                        "java.util.function.Consumer<%s> c = %s::delete;"
                                                .formatted(RESOURCE, RESOURCE)),
                                offender(
                                        "InLambda",
                                        "Runnable r = () -> { %s };".formatted(calling(RESOURCE, "delete")))))
                .flatMap(each -> each)
                .toList();
    }

    private static List<Source> allowed() {
        String writing = "void write() { %s %s %s.patchStatus(); }"
                .formatted(calling(RESOURCE, "delete"), calling(CLIENT, "run"), UPDATE_CONTROL);
        return Stream.of(
                        Source.inEach(HANDS, "Writes", writing),
                        List.of(
                                offender("Reads", calling(RESOURCE, "get")),
                                offender("Watches", calling(INFORMER, "run")),
                                Source.of(READER, "void go() { " + calling(RESOURCE, CONNECTIONS) + " }"),
                                offender("LeavesItAsItIs", UPDATE_CONTROL + ".noUpdate();")))
                .flatMap(List::stream)
                .toList();
    }

    private static Source offender(String name, String statements) {
        return Source.of("io.kubilitics.operator.observe." + name, "void go() { " + statements + " }");
    }

    private static String calling(String type, String method) {
        return "new %s().%s();".formatted(type, method);
    }
}
