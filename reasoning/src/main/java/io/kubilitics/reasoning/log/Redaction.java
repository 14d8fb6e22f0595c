package io.kubilitics.reasoning.log;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Strikes out of words from outside what looks like a secret, by its name, its place or its form: a program that fails likes to
 * print what it failed with. Every repetition is bounded.
 */
public final class Redaction {

    private static final String INSTEAD = "[secret]";

    /**
     * A form of secrets.
     *
     * @param signs one of them is in every text that holds such a secret; none: whatever is long enough may hold one
     */
    private record Rule(Pattern pattern, String with, List<String> signs) {}

    /** Fewer characters in a row are a name. */
    private static final int LONG = 32;

    private static final String NAMED =
            "(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|authorization|cookie|api[_-]?key|access[_-]?key(?:[_-]?id)?|private[_-]?key|"
                    + "client[_-]?secret|secret[_-]?key|session[_-]?key)(?:[_-]?(?:value|hash|text|\\d{1,3}))?";

    /** Every name of a secret has one of these in it. */
    private static final String[] NAMES = {"pass", "pwd", "secret", "token", "authorization", "cookie", "key"};

    private static final String[] PREFIXES = {
        "ghp",
        "gho",
        "ghu",
        "ghs",
        "ghr",
        "github_pat",
        "glpat",
        "xox",
        "sk-",
        "sk_",
        "pk-",
        "pk_",
        "rk-",
        "rk_",
        "hvs",
        "dop_v1",
        "npm",
        "pypi",
        "sg-",
        "sg_"
    };

    private static final List<Rule> RULES = List.of(
            rule("-----BEGIN [A-Z ]{0,40}-----.{0,4000}", INSTEAD, "-----begin "),
            rule("([a-z][a-z0-9+.-]{1,30}://)[^/@\\s\"']{1,256}@", "$1" + INSTEAD + "@", "://"),
            rule(
                    "(?i)\\b(bearer|basic|digest|negotiate)\\s{1,3}[a-z0-9._~+/=-]{6,4096}",
                    "$1 " + INSTEAD,
                    "bearer",
                    "basic",
                    "digest",
                    "negotiate"),
            rule(
                    "(?i)([\\w.-]{0,40}" + NAMED
                            + "[\"']?\\s{0,3}(?:=>|[:=])\\s{0,3})(?:\"(?!\")[^\"]{1,512}\"|'(?!')[^']{1,512}'|(?!YES\\b|NO\\b|true\\b|false\\b|null\\b|bearer|basic|\\[secret)[^\\s,;&\"'(){}]{1,512})",
                    "$1" + INSTEAD,
                    NAMES),
            rule(
                    "(?i)(--?[\\w-]{0,30}" + NAMED
                            + "\\s{1,3})(?!is\\b|was\\b|for\\b|not\\b|-|\\[secret)[^\\s\"']{3,512}",
                    "$1" + INSTEAD,
                    NAMES),
            rule("\\b(?:AKIA|ASIA|AGPA|AIDA|AROA)[A-Z0-9]{12,24}\\b", INSTEAD, "akia", "asia", "agpa", "aida", "aroa"),
            rule("\\beyJ[A-Za-z0-9_-]{8,2048}(?:\\.[A-Za-z0-9_-]{4,2048}){1,3}", INSTEAD, "eyj"),
            rule(
                    "\\b(?:gh[pousr]|github_pat|glpat|xox[abprs]|sk|pk|rk|hvs|dop_v1|npm|pypi|SG)[_-][A-Za-z0-9_.-]{16,255}",
                    INSTEAD,
                    PREFIXES),
            rule("\\bAIza[A-Za-z0-9_-]{30,60}", INSTEAD, "aiza"),
            // Long, and of capitals, small letters and digits alike: nobody names anything like that.
            rule(
                    "(?<![\\w/+.-])(?=[A-Za-z0-9+/_-]{0,63}[A-Z])(?=[A-Za-z0-9+/_-]{0,63}[a-z])(?=[A-Za-z0-9+/_-]{0,63}\\d)[A-Za-z0-9+_-]{32,512}={0,2}(?![\\w/.-])",
                    INSTEAD));

    private static final Hints<Rule> HINTS =
            new Hints<>(RULES.stream().collect(Collectors.toMap(Function.identity(), Rule::signs)));

    private Redaction() {}

    private static Rule rule(String pattern, String with, String... signs) {
        return new Rule(Pattern.compile(pattern), with, List.of(signs));
    }

    public static String of(String words) {
        Set<Rule> hinted = HINTS.in(words);
        String clean = words;
        for (Rule rule : RULES) {
            if (rule.signs().isEmpty() ? holdsLong(words) : hinted.contains(rule)) {
                clean = rule.pattern().matcher(clean).replaceAll(rule.with());
            }
        }
        return clean;
    }

    private static boolean holdsLong(String words) {
        int length = 0;
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            boolean part = Character.isLetterOrDigit(letter) || letter == '+' || letter == '_' || letter == '-';
            length = part ? length + 1 : 0;
            if (length >= LONG) {
                return true;
            }
        }
        return false;
    }
}
