package io.kubilitics.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoomTest {

    @ParameterizedTest
    @EnumSource
    void importsNothingThatImportsIt(Room room) {
        assertThat(reach(room)).doesNotContain(room);
    }

    @Test
    void theHandNeverSeesTheThinkerNorTheThinkerTheJudge() {
        assertThat(reach(Room.OPERATOR)).doesNotContain(Room.REASONING);
        assertThat(reach(Room.REASONING)).doesNotContain(Room.POLICY);
    }

    private static Set<Room> reach(Room room) {
        Set<Room> reached = EnumSet.noneOf(Room.class);
        room.mayImport().forEach(each -> {
            reached.add(each);
            reached.addAll(reach(each));
        });
        return reached;
    }
}
