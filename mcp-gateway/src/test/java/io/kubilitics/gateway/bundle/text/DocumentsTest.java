package io.kubilitics.gateway.bundle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    @Test
    void areCutWhereALineOfDashesStands() throws IOException {
        assertThat(cut("a: 1\n---\nb: 2\n--- # and more\nc: 3")).containsExactly("1@1 a: 1", "2@3 b: 2", "3@5 c: 3");
    }

    @Test
    void areNotCutInsideATextOrAWord() throws IOException {
        assertThat(cut("text: |\n  ---\n  more\n---- : 1\n")).containsExactly("1@1 text: |\n  ---\n  more\n---- : 1");
    }

    @Test
    void thatAreEmptyAreNotCounted() throws IOException {
        assertThat(cut("%YAML 1.1\n---\n# nothing\n---\n\na: 1\n...\n---\n")).containsExactly("1@6 a: 1");
        assertThat(cut("")).isEmpty();
    }

    @Test
    void mayBeginBesideTheDashes() throws IOException {
        assertThat(cut("--- {a: 1}\n--- {b: 2}")).containsExactly("1@1 {a: 1}", "2@2 {b: 2}");
    }

    @Test
    void leadToTheNextWhenOnlyTheirBeginningWasRead() throws IOException {
        Documents documents = new Documents(new StringReader("a: 1\na: 2\na: 3\n---\nb: 1\n"));

        assertThat(documents.next()).isTrue();
        assertThat(documents.current().read()).isEqualTo('a');
        assertThat(documents.next()).isTrue();
        assertThat(documents.firstLine()).isEqualTo(5);
        assertThat(documents.current().read()).isEqualTo('b');
        assertThat(documents.next()).isFalse();
        assertThat(documents.next()).isFalse();
    }

    private static List<String> cut(String text) throws IOException {
        Documents documents = new Documents(new StringReader(text));
        List<String> all = new ArrayList<>();
        while (documents.next()) {
            StringWriter content = new StringWriter();
            documents.current().transferTo(content);
            all.add("%d@%d %s"
                    .formatted(
                            documents.number(),
                            documents.firstLine(),
                            content.toString().strip()));
        }
        return all;
    }
}
