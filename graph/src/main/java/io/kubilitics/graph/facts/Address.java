package io.kubilitics.graph.facts;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is expected to answer there. All that is kept of a configured value: user names, passwords, paths and queries are
 * not.
 *
 * @param port 0 when the value does not say
 */
public record Address(String host, int port) {

    /** Nobody writes more addresses into one value; a file that has more is data. */
    private static final int MOST = 20;
    /** Enough for any configuration file; a larger one is data. */
    private static final int LONGEST = 64 * 1024;

    private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";
    private static final String HOST = "(" + LABEL + "(?:\\." + LABEL + "){0,8})";

    /** {@code scheme://user:password@host:port}, the part before the host left unread. */
    private static final Pattern URL = Pattern.compile(
            "[a-z][a-z0-9+.-]{0,30}://(?:[^/@\\s\"']{0,256}@)?" + HOST + "(?::(\\d{1,5}))?(?![\\w@.:-])");
    /** {@code host:port}, but not {@code user:12345@host} nor a part of something longer. */
    private static final Pattern PAIR = Pattern.compile("(?<![\\w.@:/%-])" + HOST + ":(\\d{2,5})(?![\\w.:@%-])");
    /** {@code user:password@tcp(host:port)}, as Go's database drivers have it. */
    private static final Pattern DIAL = Pattern.compile("@tcp\\(" + HOST + ":(\\d{2,5})\\)");

    private static final Pattern ALONE = Pattern.compile(HOST);

    /** Names of what is secret, or a name and a password in one. */
    private static final Pattern SECRET = Pattern.compile(
            "pass|pwd|secret|token|credential|private|(?:api|access|signing|encryption)[_.-]?key|auth$|login|user(?:name)?$");

    private static final Pattern NAMES_A_HOST =
            Pattern.compile("(host|addr|address|service|endpoint|server|url|uri|upstream)s?$");
    private static final Set<String> TOP_LEVELS = Set.of(
            "com",
            "org",
            "net",
            "io",
            "dev",
            "local",
            "internal",
            "localdomain",
            "edu",
            "gov",
            "info",
            "app",
            "cloud",
            "example",
            "test");

    /**
     * The addresses in a configured value. Nothing is read from a value whose name says that it is secret.
     *
     * @param name of the variable or key
     */
    public static List<Address> in(String name, String value) {
        String lower = value.length() > LONGEST ? "" : value.toLowerCase(Locale.ROOT);
        String called = name.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || SECRET.matcher(called).find()) {
            return List.of();
        }
        Set<Address> found = new LinkedHashSet<>();
        for (Pattern pattern : List.of(URL, PAIR, DIAL)) {
            for (Matcher matcher = pattern.matcher(lower); found.size() < MOST && matcher.find(); ) {
                add(found, matcher.group(1), matcher.group(2));
            }
        }
        if (found.isEmpty()
                && NAMES_A_HOST.matcher(called).find()
                && ALONE.matcher(lower).matches()) {
            add(found, lower, null);
        }
        return List.copyOf(found);
    }

    private static void add(Set<Address> found, String host, @Nullable String port) {
        int number = port == null ? 0 : Integer.parseInt(port);
        boolean named = host.chars().anyMatch(Character::isLetter) && !host.equals("localhost");
        if (named && number <= 65_535) {
            found.add(new Address(host, number));
        }
    }

    /**
     * The Service that is meant when somebody in this namespace uses the name.
     *
     * @param namespace of the one who calls
     */
    public Optional<ResourceRef> service(String namespace) {
        String[] labels = host.split("\\.", -1);
        if (labels.length == 1) {
            return Optional.of(ResourceRef.of(Kind.SERVICE, namespace, host));
        }
        boolean says = labels.length > 2 && labels[2].equals("svc");
        boolean shortName = labels.length == 2 && !TOP_LEVELS.contains(labels[1]);
        return says || shortName ? Optional.of(ResourceRef.of(Kind.SERVICE, labels[1], labels[0])) : Optional.empty();
    }

    @Override
    public String toString() {
        return port == 0 ? host : host + ":" + port;
    }
}
