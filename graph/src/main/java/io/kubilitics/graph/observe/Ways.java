package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Address;
import io.kubilitics.graph.facts.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from the configuration of a proxy which requests it sends where: lists of routes in YAML or JSON, blocks of nginx, lines of Apache and Caddy. It knows
 * no proxy's language, only that a path and a place to go to stand together in one entry. One pass over the lines.
 */
final class Ways {

    static final int MOST = 200;
    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int LONGEST_LINE = 500;

    private static final Pattern NAME =
            Pattern.compile("^(?:- )?\"?(?:id|name|route_?id)\"?\\s{0,3}[:=]\\s{0,3}\"?([\\w.-]{1,80})");
    private static final Pattern PATH = Pattern.compile(
            "(?i)\\b(?:path|paths|prefix|pathprefix|path_beg|location|handle|handle_path|match|proxypass)\"?[\\s:=(~^*\\[`'\"]{1,8}(/[\\w./*{}-]{0,120})");
    private static final Pattern PLACE = Pattern.compile(
            "(?i)(?:\\b(?:uri|url|proxy_pass|proxypass|reverse_proxy|upstream|target|cluster|service|backend|destination)\"?[\\s:=]{1,4}[^\\n]{0,120}?)"
                    + "(?:[a-z]{1,12}://)?\\$?\\{?(?:[A-Z0-9_]{1,60}:-?)?([a-z0-9][a-z0-9.-]{1,120})(?::(\\d{2,5}))?\\}?[/;\"'\\s,]{0,3}$");
    private static final Pattern URL = Pattern.compile(
            "[a-z]{1,12}://(?:\\$\\{[A-Z0-9_]{1,60}:-?)?([a-z0-9][a-z0-9.-]{1,120})\\}?(?::(\\d{2,5}))?");

    private final List<Way> ways = new ArrayList<>();
    private int margin = -1;
    private String name = "";
    private String path = "";
    private Optional<Address> to = Optional.empty();

    private Ways() {}

    static List<Way> in(String text) {
        if (text.length() > LONGEST_TEXT || text.indexOf('/') < 0) {
            return List.of();
        }
        Ways reader = new Ways();
        text.lines()
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
                .forEach(reader::line);
        reader.end();
        return List.copyOf(reader.ways);
    }

    private void line(String raw) {
        String line = raw.strip();
        if (line.isEmpty() || line.startsWith("#") || line.startsWith("proxy_set_header") || line.startsWith("//")) {
            return;
        }
        int indent = raw.indexOf(line.charAt(0));
        if (begins(line, indent)) {
            end();
            margin = indent;
        }
        Matcher named = NAME.matcher(line);
        if (name.isEmpty() && named.find()) {
            name = named.group(1);
        }
        Matcher asked = PATH.matcher(line);
        if (path.isEmpty() && asked.find()) {
            path = asked.group(1);
        }
        if (to.isEmpty()) {
            to = place(line);
        }
    }

    /** An entry of a list that is no deeper than the one before, or a block of its own. */
    private boolean begins(String line, int indent) {
        String lower = line.toLowerCase(Locale.ROOT);
        boolean entry = (line.startsWith("- ") || line.equals("-")) && (margin < 0 || indent <= margin);
        boolean block = lower.startsWith("location ") || lower.startsWith("proxypass ") || lower.startsWith("handle");
        return entry || block || (indent < margin && !line.startsWith("}"));
    }

    private static Optional<Address> place(String line) {
        Matcher url = URL.matcher(line);
        if (url.find()) {
            return address(url);
        }
        Matcher place = PLACE.matcher(line);
        return place.find() ? address(place) : Optional.empty();
    }

    private static Optional<Address> address(Matcher found) {
        String port = found.group(2);
        int number = port == null ? 0 : Integer.parseInt(port);
        return number > 65_535 ? Optional.empty() : Optional.of(new Address(found.group(1), number));
    }

    private void end() {
        if (!path.isEmpty() && ways.size() < MOST) {
            to.ifPresent(place -> ways.add(new Way(name, path, place)));
        }
        name = "";
        path = "";
        to = Optional.empty();
        margin = -1;
    }
}
