package io.kubilitics.gateway.bundle.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.kubilitics.gateway.bundle.Problem;
import io.kubilitics.gateway.bundle.text.Limits;
import io.kubilitics.gateway.bundle.text.Repeated;
import io.kubilitics.gateway.bundle.text.Sources;
import io.kubilitics.gateway.bundle.text.Unreadable;
import io.kubilitics.gateway.bundle.text.WholeTree;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** The optional files of a bundle; a broken one is named and left out. */
record SmallFiles(Layout layout, Problems problems) {

    static final Limits LIMITS = new Limits(16L << 20, 16L << 20, Limits.USUAL.depth(), 16 << 20);

    /** How a file is read. */
    interface Reading<T> {
        T read(Reader text) throws IOException, Unreadable;
    }

    /** What the file says; the other value where there is none or it cannot be read. */
    <T> T read(String name, T otherwise, Reading<T> reading) throws IOException {
        Path file = layout.root().resolve(name);
        if (!layout.bundle() || !Layout.isFile(file)) {
            return otherwise;
        }
        try (Reader text = Sources.text(Files.newInputStream(file), LIMITS.fileBytes())) {
            return reading.read(text);
        } catch (Sources.TooLarge large) {
            problems.add(Problem.skipped(name, String.valueOf(large.getMessage())));
        } catch (Unreadable broken) {
            problems.add(new Problem(name, 1, broken.line(), broken.says(), true));
        } catch (IOException closed) {
            problems.unreadable(name, closed);
        }
        return otherwise;
    }

    <T> T tree(String name, T otherwise, Function<JsonNode, T> meaning) throws IOException {
        JsonNode tree = this.<JsonNode>read(
                name,
                MissingNode.getInstance(),
                text -> WholeTree.of(
                        text,
                        LIMITS,
                        (field, line) -> problems.add(new Problem(name, 1, line, Repeated.says(field), false))));
        return tree.isMissingNode() ? otherwise : meaning.apply(tree);
    }
}
