package io.kubilitics.cli.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration file beside this class, with {@code @NAME@} where a value belongs; a name without a value is an error. */
final class Template {

    private static final Pattern GAP = Pattern.compile("@([A-Z_]+)@");

    private Template() {}

    static String fill(String file, Map<String, String> values) {
        return GAP.matcher(read(file)).replaceAll(gap -> {
            String value = values.get(gap.group(1));
            if (value == null) {
                throw new IllegalArgumentException(file + " needs a value for " + gap.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    static String read(String file) {
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
