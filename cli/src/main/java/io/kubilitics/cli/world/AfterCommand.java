package io.kubilitics.cli.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.cli.CliFault;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.graph.impact.Dependents;
import io.kubilitics.graph.impact.Forecast;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code kubilitics world PATH after KIND/NS/NAME --patch JSON} */
@Command(
        name = "after",
        description =
                "What a change of an object would do: whom it touches, what would become unwell. Changes nothing.",
        footer = {
            "",
            "It holds what would be written and what controllers then do by a few rules, each told with its assumption; nobody plays",
            "the scheduler, and no API server is asked whether it would take the change."
        })
final class AfterCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    private WorldCommand world;

    @Parameters(paramLabel = Names.FORM, description = "The object.")
    private String object;

    @Option(
            names = {"-p", "--patch"},
            required = true,
            paramLabel = "JSON",
            description =
                    "The fields to change, as 'kubectl patch' takes them by default: {\"spec\":{\"replicas\":0}}.")
    private String patch;

    @Override
    public Integer call() throws IOException {
        JsonNode fields = parsed();
        Sight sight = world.sight();
        ResourceRef target = new Names(sight.world()).find(object);
        Forecast forecast = forecast(sight, target, fields);
        return world.show(new Aftermath(
                sight, Dependents.of(sight.world(), target, paths("", fields).toList()), forecast));
    }

    private static Forecast forecast(Sight sight, ResourceRef target, JsonNode fields) {
        try {
            Fields changed = new Fields(JSON.convertValue(fields, new TypeReference<Map<String, Object>>() {}));
            return Forecast.after(sight.world(), new Action.Patch(target, changed, "what if"))
                    .orElseThrow(() -> CliFault.failed("%s is not there, or only by name".formatted(target)));
        } catch (IllegalArgumentException notUnderstood) {
            throw CliFault.wrongUsage("--patch: %s".formatted(notUnderstood.getMessage()));
        }
    }

    private JsonNode parsed() {
        try {
            JsonNode fields = JSON.readTree(patch);
            if (fields.isObject()) {
                return fields;
            }
        } catch (JsonProcessingException broken) {
            // What is said below holds for it too.
        }
        throw CliFault.wrongUsage("--patch takes a JSON object such as {\"spec\":{\"replicas\":0}}");
    }

    /** Of all fields that change, as JSON Pointers. */
    private static Stream<String> paths(String above, JsonNode fields) {
        return fields.isObject() && !fields.isEmpty()
                ? fields.properties().stream().flatMap(field -> paths(above + "/" + field.getKey(), field.getValue()))
                : Stream.of(above);
    }
}
