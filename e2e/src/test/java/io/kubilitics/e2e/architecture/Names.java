package io.kubilitics.e2e.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Names that say nothing, and packages that do not say what may be null. */
final class Names {

    private static final List<String> EMPTY_CLASS_NAMES =
            List.of("PodUtil", "PodUtils", "PodHelper", "PodManager", "PodImpl", "AbstractPod");
    private static final List<String> EMPTY_PACKAGE_NAMES = List.of("util", "common", "impl", "misc");

    private Names() {}

    static Stream<Fence> fences() {
        return Stream.of(classNames(), packageNames(), nullMarked());
    }

    private static Fence classNames() {
        return new Fence(
                "no class is called *Util(s), *Helper, *Manager, *Impl, Abstract*",
                noClasses()
                        .that()
                        .resideInAPackage(Room.ROOT + ".")
                        .should()
                        .haveNameMatching(".*[.$](Abstract[^.$]*|[^.$]*(Utils?|Helper|Manager|Impl))"),
                List.of(),
                EMPTY_CLASS_NAMES.stream()
                        .map(name -> Source.empty("io.kubilitics.graph." + name))
                        .toList(),
                List.of(Source.empty("io.kubilitics.graph.Implication"), Source.empty("io.kubilitics.graph.Utility")));
    }

    private static Fence packageNames() {
        return new Fence(
                "no package is called util, common, impl, misc",
                noClasses()
                        .that()
                        .resideInAPackage(Room.ROOT + ".")
                        .should()
                        .resideInAnyPackage(EMPTY_PACKAGE_NAMES.stream()
                                .map(name -> ".." + name + "..")
                                .toArray(String[]::new)),
                List.of(),
                EMPTY_PACKAGE_NAMES.stream()
                        .flatMap(name -> Stream.of("graph." + name + ".Pod", "graph." + name + ".deeper.Pod"))
                        .map(type -> Source.empty(Room.ROOT + type))
                        .toList(),
                List.of(Source.empty("io.kubilitics.graph.utility.Pod")));
    }

    private static Fence nullMarked() {
        return new Fence(
                "every package is @NullMarked",
                classes().that().resideInAPackage(Room.ROOT + ".").should(beInANullMarkedPackage()),
                List.of(Source.nullMarked("io.kubilitics.graph")),
                List.of(Source.empty("io.kubilitics.graph.unmarked.Pod")),
                List.of(Source.empty("io.kubilitics.graph.Pod")));
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package whose package-info.java says @NullMarked") {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                boolean marked = each.getPackage().isAnnotatedWith(NullMarked.class);
                String message =
                        "Class <%s> is in a package without a @NullMarked package-info.java".formatted(each.getName());
                events.add(new SimpleConditionEvent(each, marked, message));
            }
        };
    }
}
