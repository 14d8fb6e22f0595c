package io.kubilitics.cli.cluster;

import io.kubilitics.cli.cluster.Pki.Authority;
import io.kubilitics.cli.cluster.Pki.Purpose;
import java.time.InstantSource;
import java.util.List;

/** Which certificates the cluster's components need, all made when it starts. */
final class Certificates {

    private Certificates() {}

    static void make(ClusterHome home, Settings settings) {
        Pki pki = new Pki(home.pki(), InstantSource.system());
        String address = settings.place().address();
        Authority ca = pki.authority("ca", "kubernetes-ca");
        Authority frontProxy = pki.authority("front-proxy-ca", "front-proxy-ca");
        Authority etcd = pki.authority("etcd-ca", "etcd-ca");
        pki.issue(etcd, "etcd", "CN=etcd", Purpose.SERVER, List.of(address, "localhost"));
        client(pki, etcd, "etcd-client", "CN=kube-apiserver");
        pki.pair("service-accounts");
        pki.issue(ca, "apiserver", "CN=kube-apiserver", Purpose.SERVER, apiServerNames(address));
        pki.issue(ca, "components", "CN=components", Purpose.SERVER, List.of(address, "localhost"));
        pki.issue(
                ca,
                "kubelet-server",
                "O=system:nodes,CN=system:node:" + RealNode.NAME,
                Purpose.SERVER,
                List.of(address));
        client(pki, ca, "admin", "O=system:masters,CN=admin");
        client(pki, ca, "apiserver-kubelet-client", "O=system:masters,CN=kube-apiserver-kubelet-client");
        client(pki, ca, "controller-manager", "CN=system:kube-controller-manager");
        client(pki, ca, "scheduler", "CN=system:kube-scheduler");
        client(pki, ca, "kubelet", "O=system:nodes,CN=system:node:" + RealNode.NAME);
        client(pki, ca, "kube-proxy", "CN=system:kube-proxy");
        client(pki, frontProxy, "front-proxy-client", "CN=front-proxy-client");
    }

    private static List<String> apiServerNames(String address) {
        return List.of(
                address,
                "127.0.0.1",
                "10.96.0.1",
                "localhost",
                "kubernetes",
                "kubernetes.default",
                "kubernetes.default.svc",
                "kubernetes.default.svc.cluster.local");
    }

    private static void client(Pki pki, Authority authority, String file, String subject) {
        pki.issue(authority, file, subject, Purpose.CLIENT, List.of());
    }
}
