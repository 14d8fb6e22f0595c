package io.kubilitics.cli.world;

import io.kubilitics.cli.CliFault;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Presence;
import io.kubilitics.graph.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what a person means by {@code KIND/NS/NAME}.
 *
 * @param gone what is not there, and nobody refers to, but may be meant
 */
record Names(World world, List<ResourceRef> gone) {

    static final String FORM = "KIND/NS/NAME";

    /** As kubectl takes them. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("po", "Pod"),
            Map.entry("deploy", "Deployment"),
            Map.entry("rs", "ReplicaSet"),
            Map.entry("sts", "StatefulSet"),
            Map.entry("ds", "DaemonSet"),
            Map.entry("cj", "CronJob"),
            Map.entry("svc", "Service"),
            Map.entry("ep", "Endpoints"),
            Map.entry("ing", "Ingress"),
            Map.entry("netpol", "NetworkPolicy"),
            Map.entry("cm", "ConfigMap"),
            Map.entry("sa", "ServiceAccount"),
            Map.entry("pvc", "PersistentVolumeClaim"),
            Map.entry("pv", "PersistentVolume"),
            Map.entry("sc", "StorageClass"),
            Map.entry("hpa", "HorizontalPodAutoscaler"),
            Map.entry("pdb", "PodDisruptionBudget"),
            Map.entry("no", "Node"),
            Map.entry("ns", "Namespace"));

    Names(World world) {
        this(world, List.of());
    }

    ResourceRef find(String text) {
        List<String> parts = List.of(text.split("/", -1));
        if (parts.size() < 2 || parts.size() > 3 || parts.stream().anyMatch(String::isEmpty)) {
            throw CliFault.wrongUsage(
                    "'%s' is not of the form %s (KIND/NAME when the name is enough)".formatted(text, FORM));
        }
        List<ResourceRef> meant = known().filter(
                        ref -> ref.name().equals(parts.getLast()) && isKind(ref.kind(), parts.getFirst()))
                .filter(ref -> parts.size() == 2 || ref.namespace().equals(parts.get(1)))
                .distinct()
                .sorted()
                .toList();
        if (meant.size() > 1) {
            boolean groups = meant.stream().map(ResourceRef::kind).distinct().count() > 1;
            throw CliFault.wrongUsage("'%s' may be any of these, name one: %s"
                    .formatted(
                            text, meant.stream().map(ref -> exact(ref, groups)).collect(Collectors.joining(", "))));
        }
        return meant.stream().findFirst().orElseThrow(() -> CliFault.failed("nothing is known of " + text));
    }

    /** What exists, and what does not but is referred to. */
    private Stream<ResourceRef> known() {
        Stream<ResourceRef> known = Stream.concat(
                world.all().map(Resource::ref),
                new Links(world)
                        .all()
                        .flatMap(relation -> Stream.of(relation.from(), relation.to()))
                        .filter(ref -> world.presence(ref) != Presence.PRESENT));
        return Stream.concat(known, Stream.concat(gone.stream(), world.changed()));
    }

    /** So that it can mean nothing else. */
    private static String exact(ResourceRef ref, boolean withGroup) {
        return "%s%s/%s%s"
                .formatted(
                        ref.kind().name(),
                        withGroup ? "." + group(ref.kind()) : "",
                        ref.namespace().isEmpty() ? "" : ref.namespace() + "/",
                        ref.name());
    }

    /** The group without a name needs one here. */
    private static String group(Kind kind) {
        return kind.group().isEmpty() ? "core" : kind.group();
    }

    /** As manifests write it, or as kubectl takes it; the group after a dot where there are several of that name. */
    private static boolean isKind(Kind kind, String given) {
        int dot = given.indexOf('.');
        if (dot > 0) {
            return group(kind).equalsIgnoreCase(given.substring(dot + 1)) && isName(kind, given.substring(0, dot));
        }
        return isName(kind, given);
    }

    private static boolean isName(Kind kind, String text) {
        String name = kind.name();
        return name.equalsIgnoreCase(text)
                || plural(name).equalsIgnoreCase(text)
                || name.equals(SHORT.get(text.toLowerCase(Locale.ROOT)));
    }

    private static String plural(String name) {
        if (name.endsWith("y") && !name.endsWith("ay")) {
            return name.substring(0, name.length() - 1) + "ies";
        }
        return name.equals("Endpoints") ? name : name.endsWith("s") ? name + "es" : name + "s";
    }
}
