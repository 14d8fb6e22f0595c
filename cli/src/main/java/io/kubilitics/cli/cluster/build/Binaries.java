package io.kubilitics.cli.cluster.build;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.cluster.machine.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the cluster's programs are: in {@code $KUBEBUILDER_ASSETS} when that is set and holds them, otherwise in a cache folder
 * named by the pins, built into it when they are not there yet.
 *
 * @param cache the folder of everything we keep between runs
 * @param assets a folder of ready-made binaries, or none
 */
public record Binaries(Path cache, Optional<Path> assets) {

    public static Binaries of(Map<String, String> environment) {
        Path home = Path.of(System.getProperty("user.home"));
        Path cache = Optional.ofNullable(environment.get("KUBILITICS_CACHE"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElse(home.resolve(".cache").resolve("kubilitics"));
        Optional<Path> assets = Optional.ofNullable(environment.get("KUBEBUILDER_ASSETS"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
        assets.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw CliFault.unreachable(
                    "KUBEBUILDER_ASSETS names " + folder + ", which is no folder: unset it or correct it");
        });
        return new Binaries(cache.toAbsolutePath(), assets.map(Path::toAbsolutePath));
    }

    /** The folder of the binaries that were built from the present pins. */
    public Path folder() {
        return cache.resolve("bin").resolve(Pins.key());
    }

    public Path path(Binary binary) {
        return assets.map(folder -> folder.resolve(binary.file()))
                .filter(Files::isExecutable)
                .orElseGet(() -> folder().resolve(binary.file()));
    }

    public String command(Binary binary) {
        return path(binary).toString();
    }

    public List<Binary> missing() {
        return Binary.all().stream()
                .filter(binary -> !Files.isExecutable(path(binary)))
                .toList();
    }

    /** Builds what is missing, with a word first about how long it takes. */
    public void ensure(Progress progress) {
        if (!missing().isEmpty()) {
            progress.say("building the cluster's binaries (Kubernetes %s), once: 15 to 35 minutes on two cores"
                    .formatted(Pins.kubernetesVersion()));
            new GoBuild(folder()).run(progress);
        }
    }
}
