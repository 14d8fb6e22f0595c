package io.kubilitics.cli.cluster;

import io.kubilitics.cli.cluster.machine.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a real node needs of this machine. */
final class NodeNeeds {

    /** Where distributions put the plugins of the container network interface. */
    private static final List<String> CNI_FOLDERS = List.of("/usr/lib/cni", "/opt/cni/bin", "/usr/libexec/cni");

    private static final Map<String, String> PACKAGES = Map.of(
            "containerd", "containerd",
            "ctr", "containerd",
            "runc", "runc",
            "ip", "iproute2",
            "nft", "nftables",
            "conntrack", "conntrack",
            "nsenter", "util-linux",
            "unshare", "util-linux",
            "sysctl", "procps",
            "mount", "mount");

    private NodeNeeds() {}

    /** What is missing here, each as half a sentence; empty when a real node can run. */
    static List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!"root".equals(System.getProperty("user.name"))) {
            missing.add("root rights (namespaces, mounts, cgroups)");
        }
        if (!Files.isDirectory(Path.of("/sys/fs/cgroup/memory"))) {
            missing.add("cgroup v1 controllers below /sys/fs/cgroup (the node is not yet proven on cgroup v2)");
        }
        PACKAGES.forEach((program, debianPackage) -> {
            if (Tool.find(program, "/usr/sbin", "/sbin").isEmpty()) {
                missing.add("%s (Debian package %s)".formatted(program, debianPackage));
            }
        });
        if (CNI_FOLDERS.stream().noneMatch(folder -> Files.isExecutable(Path.of(folder, "bridge")))) {
            missing.add("the bridge network plugin (Debian package containernetworking-plugins)");
        }
        return missing.stream().sorted().toList();
    }

    static String cniFolder() {
        return CNI_FOLDERS.stream()
                .filter(folder -> Files.isExecutable(Path.of(folder, "bridge")))
                .findFirst()
                .orElseThrow();
    }
}
