package io.kubilitics.reasoning.log;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who a complaint is about. Every repetition is bounded, so that no line is slow to read. */
final class Peers {

    private static final int LONGEST = 1500;
    private static final String NAME = "([a-zA-Z0-9](?:[-_a-zA-Z0-9]{0,62})(?:\\.[a-zA-Z0-9][-_a-zA-Z0-9]{0,62}){0,8})";
    private static final String PORT = "(?<port>\\d{1,5})";

    /** Who was looked up. */
    private static final List<Pattern> LOOKED_UP = all(
            "lookup " + NAME + "\\.?(?: on|:| )",
            "(?:ENOTFOUND|EAI_AGAIN) " + NAME,
            "UnknownHostException: " + NAME,
            "[Uu]nresolved address:? " + NAME,
            "host name \"" + NAME + "\"",
            "(?:resolve|resolving|resolved) (?:host|address|name|hostname)?:? ?['\"]?" + NAME,
            "getaddrinfo for " + NAME,
            "server host '" + NAME + "'",
            "host='" + NAME + "', port=" + PORT,
            "host not found in upstream \"" + NAME,
            "unknown host:? ['\"]?" + NAME,
            NAME + ": (?:Name or service|Temporary failure|No address|nodename)");

    /** Who was called, with a port. */
    private static final List<Pattern> CALLED = all(
            "-> ?" + NAME + ":" + PORT,
            "dial (?:tcp|udp)[46]? " + NAME + ":" + PORT,
            "(?:ECONNREFUSED|ETIMEDOUT|ECONNRESET|EHOSTUNREACH|EPIPE) " + NAME + ":" + PORT,
            "host='" + NAME + "', port=" + PORT,
            "server at \"" + NAME + "\"(?: \\([^)]{1,64}\\))?, port " + PORT,
            "[Hh]ost:? \"?" + NAME + "\"?,? (?:and |on |at )?[Pp]ort:? \"?" + PORT,
            "upstream: \"[a-z]{2,8}://" + NAME + ":" + PORT,
            "(?:on|to|from|at|with|server|address|connect|connecting|broker|node)[ =]['\"\\[(]?" + NAME + ":" + PORT,
            "[a-z]{2,12}://(?:[^/@\\s\"']{0,128}@)?" + NAME + ":" + PORT,
            NAME + "/[\\d.]{7,15}:" + PORT,
            "(?<![\\w.:/@-])" + NAME + ":" + PORT + "(?![\\w:])");

    /** Who was called, by name alone. */
    private static final List<Pattern> NAMED = all(
            "[a-z]{2,12}://(?:[^/@\\s\"']{0,128}@)?" + NAME + "(?=[/\"'\\s?]|$)",
            "server on '" + NAME + "'",
            "\\b(?:upstream|service|host|server|cluster|backend|instance for)[ :]{1,2}['\"]?" + NAME
                    + "['\"]?(?=[:,\\s]|$)",
            "\\b(?:connect to|connecting to|connection to|call|calling|reach|reaching|contact|contacting|dial) ['\"]?"
                    + NAME + "['\"]?(?=[:,\\s]|$)",
            "(?<![\\w.-])"
                    + "([a-z0-9][-a-z0-9]{0,62}(?:\\.[a-z0-9][-a-z0-9]{0,62}){1,3}\\.svc(?:\\.[a-z0-9][-a-z0-9]{0,62}){0,4})");

    private static final Pattern NUMBERS = Pattern.compile("[\\d.]{7,15}");

    private static final List<Pattern> ALSO_NAMED = all(
            "(?<![\\w.-])([a-z0-9][-a-z0-9]{0,62}(?:\\.[a-z0-9][-a-z0-9]{0,62}){1,3}\\.svc(?:\\.[a-z0-9][-a-z0-9]{0,62}){0,4})",
            "\"(?:host|server|upstream|addr|address|peer)\": ?\"" + NAME + "\"");

    private static final List<Pattern> ADDRESSED = all(
            "[a-z]{2,12}://(?:[^/@\\s\"']{0,128}@)?" + NAME + ":" + PORT,
            "[a-z]{2,12}://(?:[^/@\\s\"']{0,128}@)?" + NAME + "(?=[/\"'\\s?]|$)");

    /** Words that stand where names do. */
    private static final Set<String> NO_NAME = Set.of(
            "the",
            "a",
            "an",
            "to",
            "is",
            "was",
            "not",
            "on",
            "at",
            "failed",
            "error",
            "failure",
            "server",
            "host",
            "service",
            "connection",
            "connect",
            "request",
            "requests",
            "database",
            "upstream",
            "and",
            "from",
            "for",
            "refused",
            "timeout",
            "address",
            "localhost",
            "has",
            "any",
            "cannot",
            "returned",
            "unavailable",
            "instance",
            "name",
            "mysql",
            "port",
            "in",
            "with",
            "of",
            "response",
            "tcp");

    private Peers() {}

    private static List<Pattern> all(String... patterns) {
        return List.of(patterns).stream().map(Pattern::compile).toList();
    }

    static Peer in(String line, Grievance grievance) {
        String text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        boolean name = grievance.ofNames();
        Peer peer = name ? first(LOOKED_UP, text) : Peer.UNTOLD;
        peer = peer.told() || !Ports.mayBeIn(text) ? peer : first(CALLED, text);
        peer = peer.told() ? peer : first(NAMED, text);
        return NUMBERS.matcher(peer.host()).matches() ? named(peer, text) : peer;
    }

    /** A number says less than the name that the same line tells of it. */
    private static Peer named(Peer number, String text) {
        Peer name = first(ALSO_NAMED, text);
        return name.told() ? new Peer(name.host(), number.port()) : number;
    }

    /** Who is called by a whole address, with what is spoken there. */
    static Peer inAddress(String line) {
        return first(ADDRESSED, line.length() > LONGEST ? line.substring(0, LONGEST) : line);
    }

    private static Peer first(List<Pattern> patterns, String text) {
        for (Pattern pattern : patterns) {
            boolean ported = pattern.pattern().contains("<port>");
            boolean whole = pattern.pattern().contains("://");
            if (whole && !text.contains("://")) {
                continue;
            }
            for (Matcher found = pattern.matcher(text); found.find(); ) {
                Peer peer = peer(found.group(1), ported ? found.group("port") : null);
                if (peer.told()) {
                    return peer;
                }
            }
        }
        return Peer.UNTOLD;
    }

    private static Peer peer(String host, @Nullable String port) {
        String name = host.toLowerCase(Locale.ROOT);
        int number = port == null ? 0 : Integer.parseInt(port);
        boolean meant = number <= 65_535 && !NO_NAME.contains(name) && !isNumber(name) && !Ports.isFile(name);
        return meant ? new Peer(name, number) : Peer.UNTOLD;
    }

    /** Of a time of day, or a bare number. */
    private static boolean isNumber(String name) {
        return name.chars().allMatch(Character::isDigit) || name.matches("\\d{4}-\\d\\d-\\d\\d.{0,8}");
    }
}
