package io.kubilitics.e2e.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something only its {@code homes} (packages below the root) may depend on. The {@code samples} are types that belong to it, the
 * {@code lookalikes} types that seem to and do not.
 */
record Library(
        String name,
        DescribedPredicate<JavaClass> members,
        List<String> samples,
        List<String> lookalikes,
        List<String> homes) {

    /** A library that is all types below some packages. */
    static Library of(String name, List<String> packages, String... homes) {
        return new Library(
                name,
                resideInAnyPackage(packages.stream().map(each -> each + "..").toArray(String[]::new)),
                packages.stream().map(each -> each + ".deep.Type").toList(),
                packages.stream().map(each -> each + "like.Type").toList(),
                List.of(homes));
    }

    Fence fence() {
        return new Fence(
                name + " only in " + String.join(", ", homes),
                rule(),
                Source.empty(Stream.of(samples, lookalikes)
                        .flatMap(List::stream)
                        .filter(type -> !isOfTheJdk(type))
                        .toList()),
                strangers().flatMap(each -> users(each, samples)).toList(),
                Stream.concat(
                                strangers().flatMap(each -> users(each, lookalikes)),
                                homePackages().stream()
                                        .flatMap(home -> Stream.of(home, home + ".deeper"))
                                        .flatMap(each -> users(each, samples)))
                        .toList());
    }

    private static boolean isOfTheJdk(String type) {
        return type.startsWith("java.") || type.startsWith("javax.");
    }

    private ArchRule rule() {
        String[] allowed = homePackages().stream().map(each -> each + "..").toArray(String[]::new);
        return noClasses()
                .that(resideInAnyPackage(Room.ROOT + ".").and(resideOutsideOfPackages(allowed)))
                .should()
                .dependOnClassesThat(members);
    }

    private static Stream<Source> users(String packageName, List<String> types) {
        return types.stream().map(type -> Source.using(packageName + ".Uses_" + type.replace('.', '_'), type));
    }

    private Stream<String> strangers() {
        return Arrays.stream(Room.values())
                .map(Room::packageName)
                .filter(each -> !homePackages().contains(each));
    }

    private List<String> homePackages() {
        return homes.stream().map(Room.ROOT::concat).toList();
    }
}
