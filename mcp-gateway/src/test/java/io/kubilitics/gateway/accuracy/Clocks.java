package io.kubilitics.gateway.accuracy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clocks of nodes that go wrong. */
final class Clocks {

    private static final Pattern TIME = Pattern.compile("\\b(\\d{4}-\\d\\d-\\d\\d)([T ])(\\d\\d:\\d\\d:\\d\\d)");

    private Clocks() {}

    /** All times in the logs of the node that has most to say. */
    static Dossier skewed(Dossier dossier, Duration by) {
        Map<String, String> nodeOf = new HashMap<>();
        for (ObjectNode object : dossier.objects()) {
            if (object.path("kind").asText().equals("Pod")) {
                nodeOf.put(
                        Dossier.LOGS
                                + object.at("/metadata/namespace").asText() + "/"
                                + object.at("/metadata/name").asText() + "/",
                        object.at("/spec/nodeName").asText());
            }
        }
        Map<String, Integer> said = new TreeMap<>();
        dossier.texts().forEach((path, text) -> said.merge(node(nodeOf, path), text.length(), Integer::sum));
        said.remove("");
        String wrong = said.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse("");
        Map<String, String> texts = new TreeMap<>(dossier.texts());
        texts.replaceAll(
                (path, text) -> !wrong.isEmpty() && node(nodeOf, path).equals(wrong) ? shifted(text, by) : text);
        return new Dossier(dossier.objects(), dossier.trees(), texts);
    }

    private static String node(Map<String, String> nodeOf, String path) {
        return nodeOf.getOrDefault(path.substring(0, path.lastIndexOf('/') + 1), "");
    }

    static String shifted(String text, Duration by) {
        Matcher time = TIME.matcher(text);
        StringBuilder other = new StringBuilder();
        while (time.find()) {
            String at = LocalDateTime.parse(time.group(1) + "T" + time.group(3))
                    .plus(by)
                    .toString();
            String whole = at.length() == 16 ? at + ":00" : at;
            time.appendReplacement(other, whole.replace("T", time.group(2)));
        }
        return time.appendTail(other).toString();
    }
}
