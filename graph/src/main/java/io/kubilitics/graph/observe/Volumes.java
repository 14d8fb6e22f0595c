package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.facts.VolumeUse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The volumes of a pod or template. The one through which every pod gets its token is left out: it is called differently in each
 * pod and says nothing.
 */
final class Volumes {

    private static final String TOKEN = "kube-api-access";
    private static final Kind PROVIDER = new Kind("secrets-store.csi.x-k8s.io", "SecretProviderClass");

    private Volumes() {}

    static List<VolumeUse> of(Sight sight, Field spec) {
        return spec.at("volumes")
                .each()
                .filter(volume -> !volume.at("name").text().startsWith(TOKEN))
                .flatMap(volume -> uses(sight, volume))
                .toList();
    }

    private static Stream<VolumeUse> uses(Sight sight, Field volume) {
        String name = volume.at("name").text();
        String type = volume.fields().stream()
                .map(Field.Named::name)
                .filter(field -> !field.equals("name"))
                .findFirst()
                .orElse("emptyDir");
        Field body = volume.at(type);
        return switch (type) {
            case "configMap" -> Stream.of(config(sight, name, type, Kind.CONFIG_MAP, body, "name"));
            case "secret" -> Stream.of(config(sight, name, type, Kind.SECRET, body, "secretName"));
            case "projected" -> body.at("sources").each().map(source -> projected(sight, name, source));
            case "persistentVolumeClaim" -> Stream.of(of(name, type, ref(sight, Kind.CLAIM, body.at("claimName")), ""));
            case "ephemeral" -> Stream.of(of(name, type, ephemeral(sight, name), ""));
            case "csi" -> csi(sight, name, body);
            default -> Stream.of(of(name, type, Optional.empty(), detail(body)));
        };
    }

    private static String detail(Field body) {
        return body.at("path").text(body.at("sizeLimit").text(body.at("server").text()));
    }

    private static VolumeUse projected(Sight sight, String name, Field source) {
        if (source.at("configMap").exists()) {
            return config(sight, name, "configMap", Kind.CONFIG_MAP, source.at("configMap"), "name");
        }
        if (source.at("secret").exists()) {
            return config(sight, name, "secret", Kind.SECRET, source.at("secret"), "name");
        }
        return of(name, "projected", Optional.empty(), "");
    }

    private static VolumeUse config(Sight sight, String name, String type, Kind kind, Field body, String nameField) {
        Set<String> keys = new HashSet<>(body.at("items").texts("key"));
        return new VolumeUse(
                name,
                type,
                ref(sight, kind, body.at(nameField)),
                keys,
                body.at("optional").yes(),
                "");
    }

    /** The claim is made together with the pod and named after it; a template has none yet. */
    private static Optional<ResourceRef> ephemeral(Sight sight, String name) {
        return sight.ref().kind().equals(Kind.POD)
                ? Sight.target(Kind.CLAIM, sight.namespace(), sight.ref().name() + "-" + name)
                : Optional.empty();
    }

    private static Stream<VolumeUse> csi(Sight sight, String name, Field body) {
        Stream<Optional<ResourceRef>> sources = Stream.of(
                Sight.target(Kind.CSI_DRIVER, "", body.at("driver").text()),
                ref(sight, Kind.SECRET, body.at("nodePublishSecretRef", "name")),
                ref(sight, PROVIDER, body.at("volumeAttributes", "secretProviderClass")));
        return sources.filter(Optional::isPresent).map(source -> of(name, "csi", source, ""));
    }

    private static Optional<ResourceRef> ref(Sight sight, Kind kind, Field name) {
        return Sight.target(kind, sight.namespace(), name.text());
    }

    private static VolumeUse of(String name, String type, Optional<ResourceRef> source, String detail) {
        return new VolumeUse(name, type, source, Set.of(), false, detail);
    }
}
