package io.kubilitics.e2e.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Which rooms there are, and who may import whom. */
final class Arrows {

    private Arrows() {}

    static Stream<Fence> fences() {
        return Stream.concat(
                Arrays.stream(Room.values())
                        .filter(room -> !room.mustNotImport().isEmpty())
                        .map(Arrows::importsOnlyWhatItMay),
                Stream.of(
                        everyClassHasARoom(),
                        neverSees(Room.OPERATOR, Room.REASONING),
                        neverSees(Room.REASONING, Room.POLICY)));
    }

    /** Elsewhere no other fence would hold it. */
    private static Fence everyClassHasARoom() {
        String[] rooms = Arrays.stream(Room.values()).map(Arrows::all).toArray(String[]::new);
        return new Fence(
                "every class is in the package of a room",
                classes().that().resideInAPackage(Room.ROOT + ".").should().resideInAnyPackage(rooms),
                List.of(),
                Stream.of("Homeless", "attic.Homeless", "attic.operator.act.Homeless", "graphs.Homeless")
                        .map(name -> Source.empty(Room.ROOT + name))
                        .toList(),
                Stream.concat(
                                Arrays.stream(Room.values()).map(Arrows::thing),
                                Stream.of(Source.empty(Room.GRAPH.packageName() + ".attic.Thing")))
                        .toList());
    }

    private static Fence importsOnlyWhatItMay(Room room) {
        String[] forbidden = room.mustNotImport().stream().map(Arrows::all).toArray(String[]::new);
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(all(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden);
        return new Fence(
                room.module() + " imports only " + room.mayImport(),
                rule,
                Arrays.stream(Room.values()).map(Arrows::thing).toList(),
                importers(room, room.mustNotImport()),
                importers(room, room.mayImport()));
    }

    /** Also not through a third room, whatever the arrows of that one allow. */
    private static Fence neverSees(Room room, Room hidden) {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(all(room))
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAPackage(all(hidden));
        Source bridge =
                Source.using(Room.GRAPH.packageName() + ".Bridge", thing(hidden).type());
        return new Fence(
                room.module() + " never sees " + hidden.module() + ", not through others either",
                rule,
                List.of(thing(Room.GRAPH), thing(hidden), bridge),
                List.of(Source.using(room.packageName() + ".SeesThroughOthers", bridge.type())),
                importers(room, List.of(Room.GRAPH)));
    }

    private static List<Source> importers(Room room, Collection<Room> imported) {
        return imported.stream()
                .map(each -> Source.using(
                        room.packageName() + ".Imports" + each, thing(each).type()))
                .toList();
    }

    private static Source thing(Room room) {
        return Source.empty(room.packageName() + ".Thing");
    }

    private static String all(Room room) {
        return room.packageName() + "..";
    }
}
