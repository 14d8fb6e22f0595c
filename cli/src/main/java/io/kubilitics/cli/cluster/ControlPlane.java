package io.kubilitics.cli.cluster;

import io.kubilitics.cli.cluster.Settings.Listener;
import io.kubilitics.cli.cluster.build.Binaries;
import io.kubilitics.cli.cluster.build.Binary;
import io.kubilitics.cli.cluster.machine.Place;
import io.kubilitics.cli.cluster.machine.Processes;
import io.kubilitics.cli.cluster.machine.Progress;
import java.util.ArrayList;
import java.util.List;

/** etcd, API server, controller manager and scheduler, with RBAC, admission, aggregation and an audit log. */
final class ControlPlane {

    static final String ETCD = "etcd";
    static final String API_SERVER = "kube-apiserver";
    static final String CONTROLLER_MANAGER = "kube-controller-manager";
    static final String SCHEDULER = "kube-scheduler";
    static final List<String> COMPONENTS = List.of(ETCD, API_SERVER, CONTROLLER_MANAGER, SCHEDULER);

    /** Simulated nodes share this machine with everything else, so heartbeats come late; the default is 50 s. */
    private static final String NODE_GRACE = "300s";

    private final ClusterHome home;
    private final Settings settings;
    private final Binaries binaries;
    private final Kubectl kubectl;
    private final Processes processes;

    ControlPlane(ClusterHome home, Settings settings, Binaries binaries) {
        this.home = home;
        this.settings = settings;
        this.binaries = binaries;
        this.kubectl = new Kubectl(home, binaries);
        this.processes = home.processes();
    }

    void start(Progress progress) {
        progress.during("keys and certificates", this::prepare);
        Health health = new Health(home);
        progress.during("etcd", () -> {
            run(Binary.ETCD, etcd());
            health.await(ETCD, 30, "http://" + address() + ":" + settings.port(Listener.ETCD_HEALTH) + "/readyz");
        });
        progress.during("API server", () -> startApiServer(health));
        progress.during("controllers and scheduler", () -> {
            run(Binary.KUBE_CONTROLLER_MANAGER, controllerManager());
            run(Binary.KUBE_SCHEDULER, scheduler());
            health.await(SCHEDULER, 60, settings.url(Listener.SCHEDULER) + "/readyz");
            health.await(CONTROLLER_MANAGER, 60, settings.url(Listener.CONTROLLER_MANAGER) + "/healthz");
            health.await(CONTROLLER_MANAGER, 60, () -> kubectl.succeeds("get", "serviceaccount", "default"));
        });
    }

    /** Kills the API server as a crash would; its data stays. */
    void crashApiServer() {
        processes.kill(API_SERVER);
    }

    void startApiServer() {
        startApiServer(new Health(home));
    }

    private void startApiServer(Health health) {
        run(Binary.KUBE_APISERVER, apiServer());
        health.await(API_SERVER, 90, () -> kubectl.succeeds("get", "--raw=/readyz"));
    }

    private void prepare() {
        Certificates.make(home, settings);
        home.write("audit-policy.yaml", Template.read("audit-policy.yaml"));
        Kubeconfig.write(
                home, settings, "admin", home.kubeconfig().getFileName().toString());
        Kubeconfig.write(home, settings, "controller-manager", "controller-manager.kubeconfig");
        Kubeconfig.write(home, settings, "scheduler", "scheduler.kubeconfig");
    }

    private void run(Binary binary, List<String> flags) {
        List<String> command = new ArrayList<>(List.of(binaries.command(binary)));
        command.addAll(flags);
        processes.start(binary.file(), settings.place().inside(command));
    }

    private String address() {
        return settings.place().address();
    }

    private String pki(String file) {
        return home.pki().resolve(file).toString();
    }

    private List<String> etcd() {
        String client = settings.url(Listener.ETCD);
        String peer = settings.url(Listener.ETCD_PEER);
        return List.of(
                "--name=" + home.name(),
                "--data-dir=" + home.folder().resolve("etcd"),
                // A test cluster's data need not survive the machine.
                "--unsafe-no-fsync",
                "--listen-client-urls=" + client,
                "--advertise-client-urls=" + client,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=" + home.name() + "=" + peer,
                // Health without data: everything else asks for a certificate that only the API server has.
                "--listen-metrics-urls=http://" + address() + ":" + settings.port(Listener.ETCD_HEALTH),
                "--client-cert-auth",
                "--trusted-ca-file=" + pki("etcd-ca.crt"),
                "--cert-file=" + pki("etcd.crt"),
                "--key-file=" + pki("etcd.key"),
                "--peer-client-cert-auth",
                "--peer-trusted-ca-file=" + pki("etcd-ca.crt"),
                "--peer-cert-file=" + pki("etcd.crt"),
                "--peer-key-file=" + pki("etcd.key"),
                "--quota-backend-bytes=4294967296",
                "--log-level=warn");
    }

    private List<String> apiServer() {
        Place place = settings.place();
        List<String> flags = new ArrayList<>(List.of(
                "--etcd-servers=" + settings.url(Listener.ETCD),
                "--etcd-cafile=" + pki("etcd-ca.crt"),
                "--etcd-certfile=" + pki("etcd-client.crt"),
                "--etcd-keyfile=" + pki("etcd-client.key"),
                "--bind-address=" + place.address(),
                "--advertise-address=" + place.address(),
                "--secure-port=" + settings.port(Listener.API_SERVER),
                "--tls-cert-file=" + pki("apiserver.crt"),
                "--tls-private-key-file=" + pki("apiserver.key"),
                "--client-ca-file=" + pki("ca.crt"),
                "--authorization-mode=Node,RBAC",
                "--enable-admission-plugins=NodeRestriction",
                "--allow-privileged=true",
                "--service-cluster-ip-range=10.96.0.0/16",
                "--audit-policy-file=" + home.folder().resolve("audit-policy.yaml"),
                "--audit-log-path=" + home.auditLog()));
        flags.addAll(serviceAccountFlags());
        flags.addAll(aggregationFlags());
        if (!settings.isolated()) {
            // An Endpoints object may not hold a loopback address.
            flags.add("--endpoint-reconciler-type=none");
        }
        return flags;
    }

    private List<String> serviceAccountFlags() {
        return List.of(
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + pki("service-accounts.pub"),
                "--service-account-signing-key-file=" + pki("service-accounts.key"),
                "--kubelet-client-certificate=" + pki("apiserver-kubelet-client.crt"),
                "--kubelet-client-key=" + pki("apiserver-kubelet-client.key"),
                "--kubelet-preferred-address-types=InternalIP,Hostname");
    }

    private List<String> aggregationFlags() {
        return List.of(
                "--proxy-client-cert-file=" + pki("front-proxy-client.crt"),
                "--proxy-client-key-file=" + pki("front-proxy-client.key"),
                "--requestheader-client-ca-file=" + pki("front-proxy-ca.crt"),
                "--requestheader-allowed-names=front-proxy-client",
                "--requestheader-username-headers=X-Remote-User",
                "--requestheader-group-headers=X-Remote-Group",
                "--requestheader-extra-headers-prefix=X-Remote-Extra-");
    }

    private List<String> controllerManager() {
        List<String> flags = controllerFlags("controller-manager", Listener.CONTROLLER_MANAGER);
        flags.addAll(List.of(
                "--use-service-account-credentials=true",
                "--service-account-private-key-file=" + pki("service-accounts.key"),
                "--root-ca-file=" + pki("ca.crt"),
                "--cluster-signing-cert-file=" + pki("ca.crt"),
                "--cluster-signing-key-file=" + pki("ca.key"),
                "--allocate-node-cidrs=true",
                "--cluster-cidr=10.128.0.0/9",
                "--service-cluster-ip-range=10.96.0.0/16",
                "--node-monitor-grace-period=" + NODE_GRACE));
        return flags;
    }

    private List<String> scheduler() {
        return controllerFlags("scheduler", Listener.SCHEDULER);
    }

    private List<String> controllerFlags(String identity, Listener listener) {
        String kubeconfig = home.folder().resolve(identity + ".kubeconfig").toString();
        return new ArrayList<>(List.of(
                "--kubeconfig=" + kubeconfig,
                "--authentication-kubeconfig=" + kubeconfig,
                "--authorization-kubeconfig=" + kubeconfig,
                "--bind-address=" + address(),
                "--secure-port=" + settings.port(listener),
                "--tls-cert-file=" + pki("components.crt"),
                "--tls-private-key-file=" + pki("components.key"),
                "--leader-elect=false",
                "--kube-api-qps=500",
                "--kube-api-burst=1000"));
    }
}
