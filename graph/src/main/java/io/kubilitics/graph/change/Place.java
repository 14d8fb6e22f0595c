package io.kubilitics.graph.change;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where in an object a field is, as people say it: entries of lists by their names and not by their numbers.
 *
 * @param steps from the top; an entry of a list in brackets
 */
public record Place(List<String> steps) {

    static final Place TOP = new Place(List.of());

    private static final Set<String> CONTAINERS = Set.of("containers", "initContainers", "ephemeralContainers");
    private static final Set<String> PROBES = Set.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final Set<String> VALUES = Set.of("data", "binaryData", "stringData");
    private static final Set<String> SCHEDULING = Set.of(
            "nodeSelector",
            "nodeName",
            "affinity",
            "tolerations",
            "topologySpreadConstraints",
            "priorityClassName",
            "schedulerName",
            "taints",
            "unschedulable");

    public Place {
        steps = List.copyOf(steps);
    }

    /** What a JSON Pointer means in an object; numbers that lead nowhere stay numbers. */
    public static Place of(String path, JsonNode object) {
        Place place = TOP;
        JsonNode node = object;
        for (JsonPointer rest = JsonPointer.compile(path); !rest.matches(); rest = rest.tail()) {
            String step = rest.getMatchingProperty();
            if (node.isArray()) {
                node = node.path(Math.max(0, rest.getMatchingIndex()));
                place = place.entry(Entries.name(node).orElse(step));
            } else {
                node = node.path(step);
                place = place.field(step);
            }
        }
        return place;
    }

    Place field(String name) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(name);
        return new Place(longer);
    }

    Place entry(String name) {
        return field("[" + name + "]");
    }

    /** The container that it belongs to. */
    public Optional<String> container() {
        int at = containerAt();
        return at < 0 ? Optional.empty() : Optional.of(unwrapped(steps.get(at)));
    }

    /** Below zero when it belongs to none. */
    private int containerAt() {
        for (int i = 1; i < steps.size(); i++) {
            if (CONTAINERS.contains(steps.get(i - 1)) && steps.get(i).startsWith("[")) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it is a whole entry of a list. */
    boolean ofEntry() {
        return !steps.isEmpty() && steps.getLast().startsWith("[");
    }

    private static String unwrapped(String step) {
        return step.substring(1, step.length() - 1);
    }

    /** What kind of field is there. */
    public Topic topic() {
        int at = containerAt();
        return at < 0 ? ofObject() : ofContainer(steps.subList(at + 1, steps.size()));
    }

    private static Topic ofContainer(List<String> rest) {
        String first = rest.isEmpty() ? "" : rest.getFirst();
        if (rest.equals(List.of("resources", "limits", "memory"))) {
            return Topic.MEMORY_LIMIT;
        }
        return PROBES.contains(first)
                ? Topic.PROBE
                : switch (first) {
                    case "image" -> Topic.IMAGE;
                    case "command", "args" -> Topic.COMMAND;
                    case "resources" -> Topic.RESOURCES;
                    case "env", "envFrom" -> Topic.ENVIRONMENT;
                    case "ports" -> Topic.PORT;
                    case "volumeMounts", "volumeDevices" -> Topic.VOLUME;
                    default -> Topic.OTHER;
                };
    }

    private Topic ofObject() {
        if (!steps.isEmpty() && VALUES.contains(steps.getFirst())) {
            return Topic.KEY;
        }
        if (steps.stream().anyMatch(SCHEDULING::contains)) {
            return Topic.SCHEDULING;
        }
        for (String step : steps) {
            Topic topic = ofStep(step);
            if (topic != Topic.OTHER) {
                return topic;
            }
        }
        return Topic.OTHER;
    }

    private static Topic ofStep(String step) {
        return switch (step) {
            case "replicas" -> Topic.REPLICAS;
            case "selector", "podSelector", "namespaceSelector" -> Topic.SELECTOR;
            case "labels" -> Topic.LABEL;
            case "annotations" -> Topic.ANNOTATION;
            case "ports" -> Topic.PORT;
            case "volumes", "volumeClaimTemplates" -> Topic.VOLUME;
            case "serviceAccountName", "serviceAccount" -> Topic.ACCOUNT;
            default -> Topic.OTHER;
        };
    }

    /** For people: {@code memory limit of container app}, {@code key url}, {@code spec.strategy.type}. */
    public String words() {
        int at = containerAt();
        if (at >= 0) {
            String rest = switch (topic()) {
                case MEMORY_LIMIT -> "memory limit";
                default -> dotted(steps.subList(at + 1, steps.size()));
            };
            return (rest.isEmpty() ? "" : rest + " of ") + "container " + unwrapped(steps.get(at));
        }
        if (topic() == Topic.KEY && steps.size() == 2) {
            return "key " + steps.getLast();
        }
        if (steps.size() > 1 && (topic() == Topic.LABEL || topic() == Topic.ANNOTATION)) {
            String of = steps.getFirst().equals("metadata") ? "" : " of the pods";
            return "%s %s%s".formatted(topic() == Topic.LABEL ? "label" : "annotation", steps.getLast(), of);
        }
        return steps.equals(List.of("spec", "replicas")) ? "replicas" : dotted(steps);
    }

    private static String dotted(List<String> steps) {
        return String.join(".", steps).replace(".[", "[");
    }

    @Override
    public String toString() {
        return dotted(steps);
    }
}
