package io.kubilitics.cli.cluster.build;

import java.util.EnumSet;
import java.util.Set;

/** A program of the test cluster: its file name and the Go package it is built from. */
public enum Binary {
    ETCD("etcd", "go.etcd.io/etcd/server/v3", "server"),
    KUBE_APISERVER("kube-apiserver", "k8s.io/kubernetes/cmd/kube-apiserver"),
    KUBE_CONTROLLER_MANAGER("kube-controller-manager", "k8s.io/kubernetes/cmd/kube-controller-manager"),
    KUBE_SCHEDULER("kube-scheduler", "k8s.io/kubernetes/cmd/kube-scheduler"),
    KUBECTL("kubectl", "k8s.io/kubernetes/cmd/kubectl"),
    KUBELET("kubelet", "k8s.io/kubernetes/cmd/kubelet"),
    KUBE_PROXY("kube-proxy", "k8s.io/kubernetes/cmd/kube-proxy"),
    KWOK("kwok", "sigs.k8s.io/kwok/cmd/kwok"),
    METRICS_SERVER("metrics-server", "sigs.k8s.io/metrics-server/cmd/metrics-server"),
    OPA("opa", "github.com/open-policy-agent/opa"),
    /** Our own: the program inside the test image, and the packer of that image. */
    WORKLOAD("workload", "kubilitics.io/cluster/workload"),
    IMAGE("image", "kubilitics.io/cluster/image");

    private final String file;
    private final String goPackage;
    private final String builtAs;

    Binary(String file, String goPackage) {
        this(file, goPackage, file);
    }

    Binary(String file, String goPackage, String builtAs) {
        this.file = file;
        this.goPackage = goPackage;
        this.builtAs = builtAs;
    }

    public String file() {
        return file;
    }

    String goPackage() {
        return goPackage;
    }

    /** The name Go gives it: that of the package's folder. */
    String builtAs() {
        return builtAs;
    }

    public static Set<Binary> all() {
        return EnumSet.allOf(Binary.class);
    }
}
