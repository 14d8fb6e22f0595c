package io.kubilitics.operator.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.world.Observation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Watches all that may be watched: each kind of Kubernetes itself, and custom resources for as long as there is a definition of
 * them. What may not be watched is left out of the world, and said to be.
 */
public final class ClusterFeed implements AutoCloseable {

    /** To watch each namespace by itself takes a connection for each kind in each of them. */
    private static final int MOST_NAMESPACES = 100;

    private final KubernetesClient client;
    private final Optional<String> namespace;
    private final WorldKeeper keeper;
    private final SecretValues secrets;
    private final Watches watches;
    private final MayWatch rights;
    private final Trimmer trimmer = new Trimmer();
    private final Turns turns = new Turns();
    private final Workers workers = new Workers();
    private final Stretch.Means means;
    private final Outlook outlook = new Outlook();
    private final Set<String> namespaces = new ConcurrentSkipListSet<>();
    private final Set<Kind> known = new ConcurrentSkipListSet<>(Kind.WATCHED);
    private final Map<Kind, KindWatch> kinds = new ConcurrentSkipListMap<>();
    private final Map<ResourceRef, Source> definitions = new HashMap<>();
    private final KindWatch.Surroundings surroundings = new Around();
    private final Set<Kind> unresolved = ConcurrentHashMap.newKeySet();
    private boolean namespacesKnown;
    private boolean synced;

    /** A feed that tries every namespace where a kind may not be watched in all. */
    public ClusterFeed(
            KubernetesClient client,
            Optional<String> namespace,
            WorldKeeper keeper,
            SecretValues secrets,
            Watches watches) {
        this(client, namespace, keeper, secrets, watches, (_, _, _) -> true);
    }

    /**
     * A feed that does nothing until it is started.
     *
     * @param namespace to watch alone, beside what is cluster-wide; empty for all
     * @param rights what is worth a try in one namespace, where a kind may not be watched in all
     */
    public ClusterFeed(
            KubernetesClient client,
            Optional<String> namespace,
            WorldKeeper keeper,
            SecretValues secrets,
            Watches watches,
            MayWatch rights) {
        this.client = client;
        this.namespace = namespace;
        this.keeper = keeper;
        this.secrets = secrets;
        this.watches = watches;
        this.rights = rights;
        unresolved.addAll(Sources.YOUNG);
        means = new Stretch.Means(new ApiServer(client, watches.limits()), workers, watches);
    }

    /** Starts all watches; the world is synced when each has been listed or refused. */
    public void start() {
        // In one turn, so that no answer is heard before all were asked.
        turns.take(() -> Sources.BUILT_IN.stream()
                .filter(source -> !unresolved.contains(source.kind()))
                .forEach(this::begin));
        Thread.ofVirtual().name("feed-versions").start(this::resolve);
    }

    /** What has to be asked first keeps nothing else waiting. */
    private void resolve() {
        ClusterVersion.complaint(client).ifPresent(outlook::remark);
        Sources.BUILT_IN.stream()
                .filter(source -> unresolved.contains(source.kind()))
                .map(source -> Sources.resolved(source, client))
                .forEach(source -> turns.take(() -> {
                    unresolved.remove(source.kind());
                    begin(source);
                }));
    }

    private void begin(Source source) {
        KindWatch watch = new KindWatch(source, surroundings);
        kinds.put(source.kind(), watch);
        watch.begin();
    }

    public Watches watches() {
        return watches;
    }

    /** Kinds of which something could not be watched, with what the API server said. */
    public Map<Kind, String> refused() {
        return outlook.refused().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().kind(), Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    /** What is off, a sentence each: what may not be seen, what the cluster lacks. */
    public List<String> remarks() {
        return outlook.sentences();
    }

    /** Every kind that is watched or was to be. */
    public Set<Kind> kinds() {
        return known;
    }

    private void put(ResourceRef ref, ObjectNode object, Optional<Instant> written) {
        Kind kind = ref.kind();
        if (kind.equals(Kind.SECRET)) {
            secrets.learn(ref, object);
        } else if (kind.equals(Kind.NAMESPACE) && namespaces.add(ref.name())) {
            turns.take(this::namespacesChanged);
        } else if (kind.equals(Kind.CUSTOM_RESOURCE)) {
            Optional<Source> source = CustomKinds.source(object);
            turns.take(() -> define(ref, source));
        }
        keeper.see(ref, trimmer.trim(kind, object), written);
    }

    private void remove(ResourceRef ref) {
        Kind kind = ref.kind();
        if (kind.equals(Kind.SECRET)) {
            secrets.forget(ref);
        } else if (kind.equals(Kind.NAMESPACE) && namespaces.remove(ref.name())) {
            turns.take(this::namespacesChanged);
        } else if (kind.equals(Kind.CUSTOM_RESOURCE)) {
            turns.take(() -> define(ref, Optional.empty()));
        }
        keeper.take(new Update.Remove(ref));
    }

    private void namespacesChanged() {
        kinds.values().forEach(KindWatch::namespacesChanged);
    }

    /** What a definition says now, or that it is no longer in force. */
    private void define(ResourceRef definition, Optional<Source> now) {
        Optional<Source> before = Optional.ofNullable(definitions.get(definition));
        if (now.equals(before)) {
            return;
        }
        boolean sameKind = now.map(Source::kind).equals(before.map(Source::kind));
        before.ifPresent(source -> drop(source, !sameKind));
        definitions.remove(definition);
        now.ifPresent(source -> {
            definitions.put(definition, source);
            add(source);
        });
    }

    private void add(Source source) {
        known.add(source.kind());
        // Whatever was known of an earlier definition of the same name says nothing of this one.
        keeper.take(new Update.Refused(source.kind(), Observation.EVERYWHERE, "is not listed yet"));
        begin(source);
    }

    private void drop(Source source, boolean gone) {
        KindWatch watch = kinds.remove(source.kind());
        if (watch != null) {
            watch.end(gone);
        }
        known.remove(source.kind());
        answered();
    }

    /** After every answer: whether that was the last of the first ones. */
    private void answered() {
        KindWatch all = kinds.get(Kind.NAMESPACE);
        if (!namespacesKnown && all != null && all.isDecided()) {
            namespacesKnown = true;
            if (outlook.refused().containsKey(new Portion(Kind.NAMESPACE, Observation.EVERYWHERE))) {
                // Then there is at least the one where whoever started us is at home.
                Optional.ofNullable(client.getNamespace()).ifPresent(namespaces::add);
            }
            namespacesChanged();
        }
        if (!synced && unresolved.isEmpty() && kinds.values().stream().allMatch(KindWatch::isDecided)) {
            synced = true;
            outlook.settle();
            keeper.take(new Update.Synced());
        }
    }

    private final class Around implements KindWatch.Surroundings {

        @Override
        public Stretch stretch(Portion portion, Source source, Peers peers, Stretch.Fate fate) {
            Intake intake = new Intake(source, watches.begun(), peers, new Receiving());
            return new Stretch(means, portion, source, intake, fate);
        }

        @Override
        public Limits limits() {
            return watches.limits();
        }

        @Override
        public String wanted(Source source) {
            return source.namespaced()
                    ? source.only().or(() -> namespace).orElse(Observation.EVERYWHERE)
                    : Observation.EVERYWHERE;
        }

        @Override
        public Set<String> namespaces() {
            if (namespaces.size() > MOST_NAMESPACES) {
                outlook.remark("only the first %d namespaces are watched one by one".formatted(MOST_NAMESPACES));
            }
            return namespaces.stream().limit(MOST_NAMESPACES).collect(Collectors.toSet());
        }

        @Override
        public boolean namespacesKnown() {
            return namespacesKnown;
        }

        @Override
        public void mayWatch(Source source, String where, Consumer<Boolean> then) {
            Thread.ofVirtual().name("feed-rights").start(() -> {
                boolean may = rights.inNamespace(where, source.kind().group(), source.plural());
                turns.take(() -> then.accept(may));
            });
        }

        @Override
        public void tell(Update update) {
            keeper.take(update);
        }

        @Override
        public void decided() {
            answered();
        }

        @Override
        public Turns turns() {
            return turns;
        }

        @Override
        public Outlook outlook() {
            return outlook;
        }
    }

    private final class Receiving implements Intake.Receiver {

        @Override
        public void put(ResourceRef ref, ObjectNode object, Optional<Instant> written) {
            ClusterFeed.this.put(ref, object, written);
        }

        @Override
        public void remove(ResourceRef ref) {
            ClusterFeed.this.remove(ref);
        }
    }

    @Override
    public void close() {
        watches.close();
        turns.close();
        kinds.values().forEach(KindWatch::close);
        workers.close();
    }
}
