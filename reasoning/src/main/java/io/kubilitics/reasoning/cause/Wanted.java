package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the API server forbade somebody, in its own words.
 *
 * @param group empty for the oldest part of the API
 * @param resource in the plural, with a subresource after a slash
 * @param namespace empty when it was asked for everywhere
 */
record Wanted(ResourceRef account, String verb, String group, String resource, String namespace) {

    private static final Pattern QUOTES = Pattern.compile("[\\\\\"'`]");
    private static final Pattern WORDS = Pattern.compile(
            "system:serviceaccount:([\\w-]{1,63}):([\\w.-]{1,253}) cannot (\\w{1,30})"
                    + " resource ([\\w./-]{1,120})(?: in API group ([\\w.-]{0,253}))?(?: {1,2}in the namespace ([\\w-]{1,63}))?");

    static Optional<Wanted> in(String line) {
        Matcher said = WORDS.matcher(QUOTES.matcher(line).replaceAll(""));
        return said.find()
                ? Optional.of(new Wanted(
                        ResourceRef.of(Kind.SERVICE_ACCOUNT, said.group(1), said.group(2)),
                        said.group(3),
                        said.group(5) == null ? "" : said.group(5),
                        said.group(4),
                        said.group(6) == null ? "" : said.group(6)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        String what = group.isEmpty() ? resource : resource + "." + group;
        return "%s %s %s"
                .formatted(verb, what, namespace.isEmpty() ? "in the whole cluster" : "in namespace " + namespace);
    }
}
