package io.kubilitics.gateway.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody in the cluster of a bundle has named: objects, namespaces, values of labels, images, hosts. What Kubernetes
 * itself names the same everywhere is not among it, nor are words that messages use anyway.
 */
final class Names {

    private static final Set<String> REFERENCES = Set.of(
            "name",
            "namespace",
            "secretName",
            "claimName",
            "serviceName",
            "serviceAccountName",
            "serviceAccount",
            "storageClassName",
            "volumeName",
            "nodeName",
            "hostname",
            "host",
            "priorityClassName",
            "ingressClassName",
            "service");
    private static final Set<String> LABELS = Set.of("labels", "matchLabels", "selector", "nodeSelector");
    private static final Set<String> VALUES = Set.of("value", "values");
    /** Names in these lists are those of variables, ports and parameters. */
    private static final Set<String> OTHER_LISTS = Set.of("env", "ports", "managedFields", "resources", "httpHeaders");

    private static final Set<String> WORDS = Set.of(("default kubernetes system public internal external local"
                    + " localhost server service services data node nodes pod pods config configs api app apps main test user"
                    + " users cache image images container containers volume volumes registry library standard proxy"
                    + " controller manager storage backup worker workers master job jobs web http https grpc tcp udp"
                    + " metrics admin root name names logs log tmp true false docker io com svc cluster linux amd64 arm64"
                    + " secret secrets conf cpu memory ephemeral-storage account request requests error failed queue password host port none all agent"
                    + " network policy quota limits gp2 gp3 nginx ingress")
            .split(" "));
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
    private static final Pattern URL = Pattern.compile("://(?:[^@/\\s]*@)?([a-z0-9][a-z0-9.-]*[a-z0-9])");

    private final Set<String> labels = new HashSet<>();
    private final Set<String> hosts = new HashSet<>();
    /** Ends of names, with and without dashes: people leave beginnings out, and dashes in paths. */
    private final Set<String> ends = new HashSet<>();

    private Names() {}

    static Names of(Dossier dossier) {
        Names names = new Names();
        dossier.objects().stream().filter(object -> !ofPlatform(object)).forEach(object -> names.harvest(object, ""));
        dossier.trees().values().forEach(tree -> names.harvest(tree, ""));
        return names;
    }

    /** Each cluster has them under the same names; who else calls a node by its name is no matter. */
    private static boolean ofPlatform(ObjectNode object) {
        return object.path("metadata").path("namespace").asText().startsWith("kube-")
                && !object.path("kind").asText().equals("Lease");
    }

    private void harvest(JsonNode node, String field) {
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                if (!OTHER_LISTS.contains(entry.getKey())) {
                    harvest(entry.getValue(), LABELS.contains(field) ? "label " + entry.getKey() : entry.getKey());
                } else if (entry.getKey().equals("env")) {
                    entry.getValue().forEach(variable -> harvest(variable.path("valueFrom"), ""));
                    entry.getValue()
                            .forEach(variable -> urls(variable.path("value").asText()));
                }
            });
        } else if (node.isArray()) {
            node.forEach(element -> harvest(element, field));
        } else if (node.isTextual()) {
            harvest(field, node.textValue());
        }
    }

    private void harvest(String field, String value) {
        boolean label = field.startsWith("label ") && !field.contains("kubernetes.io/arch") && !field.contains("/os");
        if (field.equals("image")) {
            image(value);
        } else if (REFERENCES.contains(field) || VALUES.contains(field) || label) {
            name(value);
        } else if (value.length() < 100_000) {
            urls(value);
        }
    }

    private void image(String image) {
        List<String> parts = List.of(image.replaceFirst("@.*", "").split("/"));
        for (String part : parts) {
            name(part.replaceFirst(":.*", ""));
        }
    }

    private void urls(String text) {
        Matcher url = URL.matcher(text);
        while (url.find()) {
            name(url.group(1));
        }
    }

    private void name(String value) {
        if (value.length() < 2
                || value.length() > 253
                || !NAME.matcher(value).matches()
                || platform(value)
                || value.chars().noneMatch(Character::isLetter)) {
            return;
        }
        if (value.contains(".")) {
            hosts.add(value);
        } else if (!WORDS.contains(value) && !value.matches("v[0-9]+|[0-9]+[a-z]{1,2}|[a-f0-9]{7,}")) {
            labels.add(value);
            for (int dash = value.indexOf('-'); dash > 0; dash = value.indexOf('-', dash + 1)) {
                end(value.substring(dash + 1));
            }
            end(value);
        }
    }

    private void end(String end) {
        if (end.contains("-")) {
            ends.add(end);
            ends.add(end.replace("-", ""));
        }
    }

    private static boolean platform(String value) {
        return value.startsWith("kube-")
                || value.startsWith("system-")
                || value.endsWith(".svc")
                || value.endsWith(".local")
                || value.endsWith("k8s.io")
                || value.endsWith("kubernetes.io")
                || value.equals("docker.io")
                || value.matches("v[0-9].*|[0-9.]+");
    }

    boolean isHost(String run) {
        return hosts.contains(run);
    }

    /** A name, one with what a controller put behind it, or one that was misspelt. */
    boolean isName(String label) {
        if (labels.contains(label) || ends.contains(label)) {
            return true;
        }
        for (int dash = label.lastIndexOf('-'); dash > 0; dash = label.lastIndexOf('-', dash - 1)) {
            if (labels.contains(label.substring(0, dash))) {
                return true;
            }
        }
        return label.length() >= 6 && !WORDS.contains(label) && labels.stream().anyMatch(name -> alike(name, label));
    }

    /** One letter more, less or other. */
    private static boolean alike(String name, String other) {
        int shorter = Math.min(name.length(), other.length());
        if (shorter < 6 || Math.abs(name.length() - other.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter && name.charAt(same) == other.charAt(same)) {
            same++;
        }
        int end = 0;
        while (end < shorter - same && name.charAt(name.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(name.length(), other.length()) - same - end <= 1;
    }
}
