package io.kubilitics.gateway.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation.Listed;
import io.kubilitics.graph.world.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineToolTest {

    private static final Kind KNATIVE = new Kind("serving.knative.dev", "Service");

    private final World world = seen(seen(World.empty(), Kind.SERVICE, "a"), KNATIVE, "a");

    @Test
    void aKindOfTwoGroupsIsAskedForByItsGroup() throws Exception {
        assertThatThrownBy(() -> find("Service"))
                .hasMessage("'kind' may be any of these, name one: Service.core, Service.serving.knative.dev");
        assertThat(find("Service.core")).isEqualTo(ResourceRef.of(Kind.SERVICE, "shop", "a"));
        assertThat(find("Service.serving.knative.dev")).isEqualTo(ResourceRef.of(KNATIVE, "shop", "a"));
    }

    @Test
    void theGroupIsLeftOutWhereThereIsButOne() throws Exception {
        World one = seen(World.empty(), KNATIVE, "a");

        assertThat(TimelineTool.find(one, arguments("Service"))).isEqualTo(ResourceRef.of(KNATIVE, "shop", "a"));
        assertThatThrownBy(() -> TimelineTool.find(one, arguments("Pod"))).hasMessage("nothing is known of Pod shop/a");
    }

    private ResourceRef find(String kind) throws Exception {
        return TimelineTool.find(world, arguments(kind));
    }

    private static Arguments arguments(String kind) throws Exception {
        return Arguments.of(
                "timeline",
                List.of("kind", "namespace", "name"),
                new ObjectMapper()
                        .createObjectNode()
                        .put("kind", kind)
                        .put("namespace", "shop")
                        .put("name", "a"));
    }

    private static World seen(World world, Kind kind, String name) {
        String version = kind.group().isEmpty() ? "v1" : kind.group() + "/v1";
        var object =
                new ObjectMapper().createObjectNode().put("apiVersion", version).put("kind", kind.name());
        object.putObject("metadata").put("name", name).put("namespace", "shop").put("uid", "u-" + version);
        return world.apply(new Listed(kind)).applyAll(Observers.observe(kind, object));
    }
}
