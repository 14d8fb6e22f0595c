package io.kubilitics.operator.feed;

import io.kubilitics.graph.facts.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Literal values in specifications: who would be called is kept, what could be secret becomes a print. */
record Literals(Prints prints) {

    private static final String SECRET_WORD =
            "(?:pass|pwd|secret|token|credential|private|auth|(?:api|access|signing|encryption)[_.-]?key)";
    /** {@code --db-password=…} and {@code export TOKEN=…}; a path is where a secret lies, and none. */
    private static final Pattern SET = Pattern.compile(
            "([\\w.-]*" + SECRET_WORD + "[\\w.-]*)=(?!/)(\"[^\"]*\"|'[^']*'|[^\\s;&|]+)", Pattern.CASE_INSENSITIVE);
    /** {@code --password} before its value. */
    private static final Pattern FLAG =
            Pattern.compile("--?[\\w.-]*" + SECRET_WORD + "[\\w.-]*", Pattern.CASE_INSENSITIVE);
    /** {@code scheme://user:password@} and {@code user:password@tcp(}. */
    private static final Pattern LOGIN = Pattern.compile("(?<=://)[^/@\\s\"']{1,256}@|[^\\s\"'@/]{1,256}(?=@tcp\\()");
    /** {@code Authorization: Bearer …} */
    private static final Pattern HEADER = Pattern.compile("(authorization\\s*:\\s*)[^\"']+", Pattern.CASE_INSENSITIVE);

    /** The value of a variable: the addresses that anyone would read in it, and a print of all of it. */
    String variable(String name, String value) {
        if (value.isEmpty()) {
            return value;
        }
        Stream<String> addresses = Address.in(name, value).stream().map(address -> "tcp://" + address);
        return Stream.concat(addresses, Stream.of(prints.of(value))).collect(Collectors.joining(" "));
    }

    /** A command line: as it is, but for what is secret by its name or a login. */
    List<String> command(List<String> words) {
        List<String> kept = new ArrayList<>();
        boolean secretNext = false;
        for (String word : words) {
            kept.add(secretNext && !word.startsWith("-") && !word.startsWith("/") ? prints.of(word) : word(word));
            secretNext = FLAG.matcher(word).matches();
        }
        return kept;
    }

    private String word(String word) {
        String open = LOGIN.matcher(word).replaceAll("");
        String named = SET.matcher(open).replaceAll(set -> set.group(1) + "=" + prints.of(set.group(2)));
        return HEADER.matcher(named).replaceAll(header -> header.group(1) + prints.of(header.group()));
    }
}
