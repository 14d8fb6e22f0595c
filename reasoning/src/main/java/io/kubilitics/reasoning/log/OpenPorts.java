package io.kubilitics.reasoning.log;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ports on which a program says that it listens. */
public final class OpenPorts {

    private static final String SAYS =
            "(?i)\\b(?:listen(?:ing|s|er)?|serv(?:ing|er)|start(?:ed|ing)|running|bound|accepting|ready|expos(?:ed|ing))\\b";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(SAYS + ".{0,80}?\\bport(?:\\(s\\)|s)?\\W{1,4}(\\d{2,5})(?![\\d:.])"),
            Pattern.compile(SAYS + ".{0,60}?:(\\d{2,5})(?![\\d:.-])"));

    /** What a smaller number after a colon tells is the time. */
    private static final int LEAST = 60;

    private OpenPorts() {}

    public static Set<Integer> in(List<String> lines) {
        Set<Integer> ports = new TreeSet<>();
        for (String line : lines) {
            for (Pattern form : FORMS) {
                Matcher matcher = form.matcher(line);
                if (matcher.find()) {
                    int port = Integer.parseInt(matcher.group(1));
                    if (port >= LEAST && port <= 65_535) {
                        ports.add(port);
                    }
                }
            }
        }
        return ports;
    }
}
