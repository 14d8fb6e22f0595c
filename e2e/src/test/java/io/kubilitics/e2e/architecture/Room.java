package io.kubilitics.e2e.architecture;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The modules of the house and the arrows between them; most need not exist yet. */
enum Room {
    GRAPH,
    CONTEXT,
    SANDBOX,
    PROTO,
    CRDS,
    POLICY,
    REASONING,
    STORE,
    OPERATOR,
    GATEWAY,
    CLI,
    E2E;

    static final String ROOT = "io.kubilitics.";

    Set<Room> mayImport() {
        return switch (this) {
            case GRAPH, CONTEXT, SANDBOX, PROTO, CRDS -> EnumSet.noneOf(Room.class);
            case POLICY -> EnumSet.of(GRAPH);
            case REASONING, STORE -> EnumSet.of(GRAPH, CONTEXT);
            case OPERATOR -> EnumSet.of(POLICY, GRAPH, CONTEXT, PROTO, CRDS);
            case GATEWAY -> EnumSet.of(POLICY, REASONING, STORE, GRAPH, CONTEXT, SANDBOX, PROTO);
            case CLI -> EnumSet.complementOf(EnumSet.of(CLI, E2E));
            case E2E -> EnumSet.complementOf(EnumSet.of(E2E));
        };
    }

    Set<Room> mustNotImport() {
        Set<Room> others = EnumSet.complementOf(EnumSet.of(this));
        others.removeAll(mayImport());
        return others;
    }

    String module() {
        return this == GATEWAY ? "mcp-gateway" : lowerCaseName();
    }

    String artifact() {
        return artifact(module());
    }

    static String artifact(String module) {
        return "kubilitics-" + module;
    }

    String packageName() {
        return ROOT + lowerCaseName();
    }

    private String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
