package io.kubilitics.e2e.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.kubilitics.cli.Main;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FencesTest {

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.kubilitics");

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(PRODUCTION.contain(Main.class)).isTrue();
        assertThat(PRODUCTION.contain(FencesTest.class)).isFalse();
    }

    @Test
    void everyModuleIsLookedAt() {
        assertThat(Poms.below(Checkout.root()).rooms())
                .contains(Room.CLI)
                .allSatisfy(room -> assertThat(PRODUCTION).anyMatch(each -> isIn(room, each)));
    }

    @ParameterizedTest
    @MethodSource("fences")
    void holds(Fence fence) {
        fence.rule().check(PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("fences")
    void catchesEveryPlantedOffenderAndNothingElse(Fence fence, @TempDir Path folder) {
        Planting planting = Planting.of(fence, folder);

        assertThat(fence.offenders()).isNotEmpty();
        assertThat(planting.caught())
                .isEqualTo(fence.offenders().stream().map(Source::type).collect(toSet()));
    }

    private static boolean isIn(Room room, JavaClass each) {
        return (each.getPackageName() + ".").startsWith(room.packageName() + ".");
    }

    static Stream<Fence> fences() {
        return Fences.all();
    }
}
