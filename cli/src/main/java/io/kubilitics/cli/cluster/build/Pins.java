package io.kubilitics.cli.cluster.build;

import io.kubilitics.cli.CliFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Go module (e2e/cluster) whose go.mod and go.sum pin every source; it travels inside the jar. */
public final class Pins {

    private static final String FOLDER = "/io/kubilitics/cli/cluster/pins/";
    private static final List<String> FILES = List.of("go.mod", "go.sum", "workload/main.go", "image/main.go");

    private Pins() {}

    /** Names the cache folder: the same pins, the same binaries. */
    public static String key() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            FILES.forEach(file -> digest.update(read(file)));
            digest.update(GoBuild.flags().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String kubernetesVersion() {
        String module = new String(read("go.mod"), StandardCharsets.UTF_8);
        Matcher version = Pattern.compile("k8s\\.io/kubernetes (v\\S+)").matcher(module);
        if (!version.find()) {
            throw new IllegalStateException("go.mod does not pin k8s.io/kubernetes");
        }
        return version.group(1);
    }

    static void unpackInto(Path folder) {
        for (String file : FILES) {
            try {
                Path target = folder.resolve(file);
                Files.createDirectories(target.getParent());
                Files.write(target, read(file));
            } catch (IOException unwritable) {
                throw CliFault.failed("cannot write to " + folder + ": " + unwritable.getMessage(), unwritable);
            }
        }
    }

    private static byte[] read(String file) {
        try (InputStream in = Pins.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + FOLDER + file);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
