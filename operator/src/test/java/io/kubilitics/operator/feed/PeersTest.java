package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation.Gone;
import io.kubilitics.graph.world.Observation.Seen;
import io.kubilitics.graph.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two watches see the same objects, each at its own pace; then one of them is over. The world is as if there had been the other alone. */
class PeersTest {

    private static final Source PODS = Source.of(Kind.POD, "v1", "pods");
    private static final List<String> NAMESPACES = List.of("shop", "shop", "bank");

    /** One thing that happened: an object as it is since, or that it is gone. */
    private record Event(String key, ObjectNode object, boolean gone) {}

    /** The world as one watch sees it: what happened, up to where it has come. */
    private static final class Watch {

        private final List<Event> history;
        private final Intake intake;
        private int at;

        Watch(List<Event> history, Intake intake) {
            this.history = history;
            this.intake = intake;
        }

        /** From somewhere between where it stands and the end. */
        void list(Random random) {
            at += random.nextInt(history.size() - at + 1);
            intake.beginList();
            state().forEach(intake::put);
            intake.endList();
        }

        List<ObjectNode> state() {
            Map<String, ObjectNode> now = new TreeMap<>();
            for (Event event : history.subList(0, at)) {
                if (event.gone()) {
                    now.remove(event.key());
                } else {
                    now.put(event.key(), event.object());
                }
            }
            return List.copyOf(now.values());
        }

        void hear(int most) {
            for (int i = 0; i < most && at < history.size(); i++) {
                Event event = history.get(at++);
                if (event.gone()) {
                    intake.remove(event.object());
                } else {
                    intake.put(event.object());
                }
            }
        }
    }

    private final class Applying implements Intake.Receiver {

        @Override
        public void put(ResourceRef ref, ObjectNode object, Optional<Instant> written) {
            world = world.applyAll(Observers.observe(ref.kind(), object));
        }

        @Override
        public void remove(ResourceRef ref) {
            world = world.apply(new Gone(ref));
        }
    }

    private World world = World.empty();

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatComesLateByOneUndoesNothingThatTheOtherTold(int seed) {
        Random random = new Random(seed);
        List<Event> all = history(random);
        List<Event> shop =
                all.stream().filter(event -> event.key().startsWith("shop/")).toList();
        Peers peers = new Peers();
        Watch everywhere = new Watch(all, new Intake(PODS, Instant.EPOCH, peers, new Applying()));
        Watch inShop = new Watch(shop, new Intake(PODS, Instant.EPOCH, peers, new Applying()));
        Watch stays = random.nextBoolean() ? everywhere : inShop;
        Watch goes = stays == everywhere ? inShop : everywhere;

        goes.list(random);
        goes.hear(random.nextInt(10));
        stays.list(random);
        for (int step = random.nextInt(20); step > 0; step--) {
            Watch one = random.nextBoolean() ? stays : goes;
            if (random.nextInt(6) == 0) {
                one.list(random);
            } else {
                one.hear(random.nextInt(6));
            }
        }
        goes.intake.stop();
        goes.intake.lost().forEach(ref -> world = world.apply(new Gone(ref)));
        stays.hear(Integer.MAX_VALUE);

        assertThat(content(world)).as("seed %s", seed).isEqualTo(content(fresh(stays.state())));
    }

    @Test
    void whatTwoToldIsToldOnce() {
        Peers peers = new Peers();
        Intake one = new Intake(PODS, Instant.EPOCH, peers, new Applying());
        Intake other = new Intake(PODS, Instant.EPOCH, peers, new Applying());
        one.put(pod("shop", "a", "u1", 8, "n1"));
        World told = world;
        other.put(pod("shop", "a", "u1", 8, "n1"));
        other.put(pod("shop", "a", "u1", 7, "n2"));

        assertThat(world).isSameAs(told);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 9, true",
        "9, 10, false",
        "9, 9, false",
        "a, 9, false",
        "9, a, false",
        "'', 9, false",
        "007, 6, false"
    })
    void versionsRiseAsNumbersDo(String one, String other, boolean newer) {
        assertThat(Peers.newer(one, other)).isEqualTo(newer);
    }

    /** Pods that are made, moved, deleted and made again under the same name; versions rise over all of them. */
    private static List<Event> history(Random random) {
        List<Event> history = new ArrayList<>();
        Map<String, String> uids = new TreeMap<>();
        for (int version = 1; version <= 60; version++) {
            String namespace = NAMESPACES.get(random.nextInt(NAMESPACES.size()));
            String name = "p" + random.nextInt(3);
            String key = namespace + "/" + name;
            boolean gone = uids.containsKey(key) && random.nextInt(3) == 0;
            String uid = uids.getOrDefault(key, "u" + version);
            history.add(new Event(key, pod(namespace, name, uid, version, "n" + random.nextInt(3)), gone));
            if (gone) {
                uids.remove(key);
            } else {
                uids.put(key, uid);
            }
        }
        return history;
    }

    private static ObjectNode pod(String namespace, String name, String uid, int version, String node) {
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        pod.withObject("/metadata")
                .put("namespace", namespace)
                .put("name", name)
                .put("uid", uid)
                .put("resourceVersion", Integer.toString(version));
        pod.withObject("/spec").put("nodeName", node);
        return pod;
    }

    private static World fresh(List<ObjectNode> state) {
        World world = World.empty();
        for (ObjectNode object : state) {
            world = world.applyAll(Observers.observe(Kind.POD, object));
        }
        return world;
    }

    /** Whom there is, as who, of which version, and on which node. */
    private static Set<Object> content(World world) {
        Set<Object> content = new HashSet<>();
        world.all(Kind.POD).forEach(pod -> {
            Seen seen = world.seen(pod.ref()).orElseThrow();
            content.add(List.of(pod, Set.copyOf(seen.relations())));
        });
        return content;
    }
}
