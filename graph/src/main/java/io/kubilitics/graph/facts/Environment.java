package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;
import java.util.List;

/**
 * The variables of a container: names and where they come from, never what they hold. The one thing that is kept of a value is
 * the address in it, host and port.
 *
 * @param reads the variables that come from a key of a ConfigMap or Secret
 * @param whole the ConfigMaps and Secrets of which every key becomes a variable
 * @param calls addresses that stand in its variables and in its command
 */
public record Environment(List<Variable> variables, List<KeyUse> reads, List<Whole> whole, List<Address> calls) {

    public static final Environment EMPTY = new Environment(List.of(), List.of(), List.of(), List.of());

    public Environment {
        variables = List.copyOf(variables);
        reads = List.copyOf(reads);
        whole = List.copyOf(whole);
        calls = List.copyOf(calls);
    }

    /** A variable by name. */
    public record Variable(String name, Source source) {}

    /** Where the value of a variable comes from. */
    public enum Source {
        LITERAL,
        KEY,
        POD_FIELD,
        RESOURCE,
        UNKNOWN
    }

    /** All keys of one source. */
    public record Whole(ResourceRef source, String prefix, boolean optional) {}
}
