package io.kubilitics.graph.query;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.graph.world.Relation;
import io.kubilitics.graph.world.Wiring;
import io.kubilitics.graph.world.World;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Of which kinds it is known what their failure does: that nobody would suffer, and that nothing is known of who would, are two
 * answers.
 */
public final class Bearing {

    /** They stand where a rule of the {@link Propagation} table or a {@link Membership} takes harm from, in any cluster: a test compares. */
    private static final Set<Kind> ALWAYS = Set.of(
            Kind.POD,
            Kind.NODE,
            Kind.NAMESPACE,
            Kind.CONFIG_MAP,
            Kind.SECRET,
            Kind.SERVICE,
            Kind.ENDPOINTS,
            Kind.ENDPOINT_SLICE,
            Kind.SERVICE_ACCOUNT,
            Kind.CLAIM,
            Kind.VOLUME,
            Kind.STORAGE_CLASS,
            Kind.INGRESS_CLASS,
            Kind.GATEWAY_CLASS,
            Kind.PRIORITY_CLASS,
            Kind.RUNTIME_CLASS,
            Kind.CSI_DRIVER,
            Kind.GATEWAY,
            Kind.DEPLOYMENT,
            Kind.REPLICA_SET,
            Kind.STATEFUL_SET,
            Kind.DAEMON_SET,
            Kind.JOB,
            Kind.CRON_JOB,
            Kind.AUTOSCALER,
            Kind.VERTICAL_AUTOSCALER,
            Kind.ROLE,
            Kind.CLUSTER_ROLE,
            Kind.ROLE_BINDING,
            Kind.CLUSTER_ROLE_BINDING,
            Kind.LEASE,
            Kind.VALIDATING_POLICY,
            Kind.MUTATING_POLICY,
            Kind.CUSTOM_RESOURCE);

    private Bearing() {}

    /** Whether some rule applies to the kind: always, or because one of its resources here stands where a rule takes harm from. */
    public static boolean known(World world, Kind kind) {
        return ALWAYS.contains(kind)
                || world.all(kind)
                        .map(Resource::ref)
                        .anyMatch(ref ->
                                world.wiring().number(ref).stream().anyMatch(number -> bears(world.wiring(), number)));
    }

    private static boolean bears(Wiring wiring, int number) {
        AtomicBoolean bears = new AtomicBoolean();
        wiring.out(number, (type, _) -> bears.compareAndSet(false, carries(type, Propagation.Direction.FORTH)));
        wiring.in(number, (type, _) -> bears.compareAndSet(false, carries(type, Propagation.Direction.BACK)));
        return bears.get();
    }

    private static boolean carries(Relation.Type type, Propagation.Direction way) {
        return Propagation.by(type).stream().anyMatch(row -> row.way() == way);
    }
}
