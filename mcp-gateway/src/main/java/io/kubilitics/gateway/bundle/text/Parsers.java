package io.kubilitics.gateway.bundle.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The right parser for a document, and its complaints in words that repeat nothing of the text: it may be secret. */
final class Parsers {

    /** Deeper than we build, so that a value that is too deep can still be skipped; not so deep that skipping is a burden. */
    private static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder().maxNestingDepth(20_000).build();

    /** Nobody indents a whole document by more. */
    private static final int INDENT = 1024;

    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();
    private static final YAMLFactory YAML = new AnchoredYaml.Factory(
            YAMLFactory.builder().streamReadConstraints(CONSTRAINTS).loaderOptions(unlimited()));

    private Parsers() {}

    /** We count ourselves; the parser's own limit of 3 MB would refuse any larger list. */
    private static LoaderOptions unlimited() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    /** JSON is read as such: many times faster than as the YAML that it also is. */
    static JsonParser of(Reader document) throws IOException {
        BufferedReader text = new BufferedReader(document);
        text.mark(INDENT);
        int first = ' ';
        for (int i = 0; i < INDENT && first == ' '; i++) {
            first = text.read();
        }
        text.reset();
        return first == '{' || first == '[' ? JSON.createParser(text) : YAML.createParser(new ShortLines(text));
    }

    static Unreadable complaint(JsonProcessingException broken) {
        int line = broken.getLocation() == null
                ? 0
                : Math.max(0, broken.getLocation().getLineNr());
        if (broken instanceof StreamConstraintsException) {
            return new Unreadable("deeper or larger than anything that Kubernetes would store", line);
        }
        if (isTooLong(broken)) {
            return new Unreadable("a line of more than " + Limits.text(ShortLines.LONGEST), line);
        }
        if (broken.getCause() instanceof MarkedYAMLException yaml) {
            return new Unreadable("no valid YAML: " + what(yaml), line(yaml, line));
        }
        return new Unreadable(broken instanceof JacksonYAMLParseException ? "no valid YAML" : "no valid JSON", line);
    }

    /** What was found instead is left out. */
    private static String what(MarkedYAMLException yaml) {
        String problem = yaml.getProblem() == null ? "" : yaml.getProblem();
        return problem.split("[,;]? but | \\(|\n", 2)[0].strip();
    }

    /** Where something begins that does not end is more to the point than where that is noticed. */
    private static int line(MarkedYAMLException yaml, int otherwise) {
        boolean unclosed = yaml.getContext() != null && yaml.getContext().startsWith("while parsing a flow");
        Mark mark = unclosed && yaml.getContextMark() != null ? yaml.getContextMark() : yaml.getProblemMark();
        return mark == null ? otherwise : mark.getLine() + 1;
    }

    private static boolean isTooLong(Throwable broken) {
        return broken instanceof ShortLines.TooLong || (broken.getCause() != null && isTooLong(broken.getCause()));
    }
}
