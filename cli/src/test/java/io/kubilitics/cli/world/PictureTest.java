package io.kubilitics.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void whatIsTooMuchToDrawIsCountedAndSaid() {
        Picture picture = boxes(260);
        IntStream.range(0, 503).forEach(_ -> picture.arrow(0, 1, "again"));

        String sentence = "Not drawn: 10 more boxes with their arrows, 3 more arrows. -o json tells all.";
        assertThat(picture.dot()).contains("label=\"" + sentence + "\"");
        assertThat(picture.dot().lines().filter(line -> line.contains("->"))).hasSize(500);
        assertThat(picture.mermaid()).contains("[\"" + sentence + "\"]");
        assertThat(picture.mermaid().lines().filter(line -> line.contains("-->")))
                .hasSize(500);
    }

    @Test
    void ofWhatIsDrawnWholeNothingIsSaid() {
        assertThat(boxes(250).dot()).doesNotContain("Not drawn");
        assertThat(boxes(250).mermaid()).doesNotContain("Not drawn");
    }

    private static Picture boxes(int count) {
        Picture picture = new Picture();
        IntStream.range(0, count).forEach(number -> picture.box(number, "box " + number));
        return picture;
    }
}
