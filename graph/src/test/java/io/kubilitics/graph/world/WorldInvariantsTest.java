package io.kubilitics.graph.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.Objects;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.persistent.IntSet;
import io.vavr.collection.HashMap;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who watches the watchman: whatever is broken in a world is found, though the test that made it does not ask. */
@TestMethodOrder(OrderAnnotation.class)
class WorldInvariantsTest {

    private static final ResourceRef POD = ResourceRef.of(Kind.POD, "shop", "a");

    private static int checkedBefore;

    /** One thing that could go wrong in a world, each seen by another of the checks. */
    enum Breach {
        A_RELATION_IS_KNOWN_AT_ONE_END_ONLY {
            @Override
            World plant(World world) {
                Graph graph = world.graph();
                int node = graph.id(ResourceRef.clusterWide(Kind.NODE, "n1"));
                Vertex forgetful = graph.at(node).led(IntSet.empty());
                return with(
                        world,
                        new Graph(
                                graph.ids(),
                                graph.vertices().with(node, forgetful),
                                graph.free(),
                                graph.bound(),
                                graph.repeated()));
            }
        },
        A_RELATION_IS_FORGOTTEN_AT_BOTH_ENDS {
            @Override
            World plant(World world) {
                Graph graph = world.graph();
                int node = graph.id(ResourceRef.clusterWide(Kind.NODE, "n1"));
                GraphDraft draft = new GraphDraft(graph);
                draft.unlink(End.edge(Relation.Type.SCHEDULED_ON, graph.id(POD), node));
                return with(world, draft.done());
            }
        },
        A_NUMBER_IS_FREE_AND_TAKEN {
            @Override
            World plant(World world) {
                Graph graph = world.graph();
                return with(
                        world,
                        new Graph(
                                graph.ids(),
                                graph.vertices(),
                                graph.free().with(graph.id(POD)),
                                graph.bound(),
                                graph.repeated()));
            }
        },
        A_RELATION_IS_COUNTED_TWICE {
            @Override
            World plant(World world) {
                Graph graph = world.graph();
                long edge = End.edge(
                        Relation.Type.SCHEDULED_ON, graph.id(POD), graph.id(ResourceRef.clusterWide(Kind.NODE, "n1")));
                return with(
                        world,
                        new Graph(
                                graph.ids(),
                                graph.vertices(),
                                graph.free(),
                                graph.bound(),
                                graph.repeated().put(edge, 2)));
            }
        },
        THE_INDEX_HAS_LOST_A_RESOURCE {
            @Override
            World plant(World world) {
                Index index = world.index();
                Index poorer = new Index(HashMap.empty(), index.marked(), index.selecting(), index.choosing());
                return new World(world.wiring(), poorer, world.chronicle(), world.coverage(), world.version() + 1);
            }
        };

        abstract World plant(World world);

        private static World with(World world, Graph graph) {
            return new World(
                    new Wiring(graph), world.index(), world.chronicle(), world.coverage(), world.version() + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void aBreachIsFound(Breach breach) {
        World whole = shop();
        assertThatCode(WorldInvariants::checkHeard).doesNotThrowAnyException();

        assertThat(breach.plant(whole)).isNotNull();

        assertThatThrownBy(WorldInvariants::checkHeard).isInstanceOf(AssertionError.class);
    }

    @Test
    @Order(2)
    void onlyMakesAWorld() {
        checkedBefore = WorldInvariants.checked();
        assertThat(shop().all(Kind.POD)).hasSize(1);
        assertThat(WorldInvariants.checked()).isEqualTo(checkedBefore);
    }

    @Test
    @Order(3)
    void theWorldOfTheTestBeforeWasChecked() {
        assertThat(WorldInvariants.checked()).isGreaterThan(checkedBefore);
    }

    private static World shop() {
        return Objects.add(
                World.empty(),
                Kind.POD,
                Objects.pod("a", "'ready': true, 'state': {'running': {'startedAt': '2026-11-21T10:00:00Z'}}"));
    }
}
