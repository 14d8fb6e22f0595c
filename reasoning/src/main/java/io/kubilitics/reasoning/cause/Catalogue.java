package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.health.Ailment;
import io.kubilitics.graph.health.Symptom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The causes that compete, the most specific first. */
public final class Catalogue {

    private final List<Cause> causes;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<Ailment, List<Cause>> suspects = new EnumMap<>(Ailment.class);

    public Catalogue(List<Cause> causes) {
        this.causes = List.copyOf(causes);
        for (Cause cause : causes) {
            if (ranks.put(cause.id(), ranks.size()) != null) {
                throw new IllegalArgumentException("two causes are called " + cause.id());
            }
        }
        for (Ailment ailment : Ailment.values()) {
            suspects.put(
                    ailment,
                    causes.stream()
                            .filter(cause -> cause.explains().contains(ailment))
                            .toList());
        }
    }

    public static Catalogue full() {
        List<Cause> all = new ArrayList<>();
        all.addAll(withoutPlace());
        all.addAll(starting());
        all.addAll(between());
        all.addAll(performing());
        all.addAll(List.of(OwnStatus.values()));
        all.addAll(vague());
        return new Catalogue(all);
    }

    /** What keeps pods from being made, placed and given storage, and nodes from working; the most specific first. */
    private static List<Cause> withoutPlace() {
        return Stream.<Stream<? extends Cause>>of(
                        Stream.of(QuotaExceeded.values()),
                        Stream.of(new AccountMissing()),
                        Stream.of(Denied.values()),
                        Stream.of(ClaimMismatch.values()),
                        Stream.of(ClaimUnserved.values()),
                        Stream.of(new ClaimMissing()),
                        Stream.of(new ControlPlaneCertificate()),
                        Stream.of(SchedulerAway.values()),
                        Stream.of(NodeDown.values()),
                        Stream.of(new NetworkPluginSettings()),
                        Stream.of(new NodePressure(), new Preempted(), new NoSupply(), new TaintNotLifted()),
                        Stream.of(Misplacement.values()),
                        Stream.of(BudgetBlocks.values()),
                        Stream.of(new ConversionSilent()),
                        Stream.of(DeletionHeld.values()),
                        Stream.of(
                                new DriverDenied(),
                                new VolumeHeldElsewhere(),
                                new WebhookCertificate(),
                                new WebhookSilent()),
                        Stream.of(AutoscalerBlind.values()),
                        Stream.of(SwitchedOff.values()),
                        Stream.of(new ObjectNotMade()))
                .flatMap(causes -> causes)
                .map(Cause.class::cast)
                .toList();
    }

    /** What keeps a placed pod from starting, staying and becoming ready. */
    private static List<Cause> starting() {
        List<Cause> causes = new ArrayList<>(List.of(
                new ConfigKeyMissing(),
                new ConfigObjectMissing(Kind.CONFIG_MAP),
                new ConfigObjectMissing(Kind.SECRET),
                new OomKilled(),
                PullFailure.TOO_MANY,
                PullFailure.NO_SUCH_HOST,
                PullFailure.UNREACHABLE,
                PullFailure.PLATFORM,
                PullFailure.NOT_FOUND,
                new PullSecretMissing(),
                new PullDenied(),
                new EphemeralStorage(),
                new CertificateExpired(),
                new PeerCertificate(),
                new CertificateSecretMissing(),
                new SecretRotated(),
                new PortConflict()));
        causes.addAll(List.of(FileDenied.BIND, FileDenied.READ_ONLY, FileDenied.VOLUME));
        causes.addAll(List.of(StartRefusal.values()));
        causes.addAll(List.of(ConfigValueInvalid.values()));
        causes.addAll(ProbeIncorrect.all());
        causes.addAll(List.of(CronTrouble.values()));
        return causes;
    }

    /** What keeps workloads from reaching each other, or from being let in. */
    private static List<Cause> between() {
        return List.of(
                new ServiceSelectorMismatch(),
                ServicePortWrong.PROTOCOL,
                ServicePortWrong.NUMBER,
                new GatewayMisroute(),
                new IngressBackendMissing(),
                new NetworkPolicyDenies(),
                new MeshPolicyDenies(),
                new NameServerWrong(),
                new ClusterNames(),
                new AddressMismatch(),
                new AccountTokenInvalid(),
                CredentialsRefused.MYSQL,
                CredentialsRefused.OTHER,
                StoreRefuses.READ_ONLY,
                StoreRefuses.FULL,
                new MysqlPortWrong(),
                new VolumeFull(),
                new ProgramForbidden(),
                new ApiVersionGone());
    }

    /** What makes nodes and applications slow or silent. */
    private static List<Cause> performing() {
        return List.of(
                new ProxyDown(), NodeNetwork.LOSS, NodeNetwork.DELAY, new PodCpuOverload(), new PodNetworkDelay());
    }

    /** What is believed only when nothing more precise is. */
    private static List<Cause> vague() {
        return List.of(
                new NotReconciled(),
                NamedAndOff.SUSPENDED,
                NamedAndOff.AT_ZERO,
                new WaitsForJob(),
                new InitContainerFailure(),
                new JobBackoff(),
                SettingsRegression.SECRET,
                SettingsRegression.CONFIG_MAP,
                new RecentRegression(),
                new WorkloadDeleted(),
                new OutsideDown(),
                new DependencyDown(),
                new ApplicationCrash(),
                new NothingWrong(),
                new SomethingUnseen());
    }

    public List<Cause> causes() {
        return causes;
    }

    /** All that may explain a symptom. */
    public Stream<Cause> suspects(Symptom symptom) {
        return suspects.getOrDefault(symptom.ailment(), List.of()).stream();
    }

    public Cause cause(String id) {
        return causes.get(rank(id));
    }

    /** Its place: the most specific causes stand first. */
    public int rank(String id) {
        Integer rank = ranks.get(id);
        if (rank == null) {
            throw new IllegalArgumentException("no cause is called " + id);
        }
        return rank;
    }
}
