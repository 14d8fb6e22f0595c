package io.kubilitics.reasoning.signal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who calls whom, by name, however many calls lie between them. */
public final class CallGraph {

    private final Map<String, List<String>> calls;
    private final Map<String, Set<String>> below = new HashMap<>();

    public CallGraph(Map<String, List<String>> calls) {
        this.calls = Map.copyOf(calls);
    }

    /** Whether one counts on the answers of the other. */
    public boolean leads(String caller, String callee) {
        return !caller.equals(callee)
                && below.computeIfAbsent(caller, this::reached).contains(callee);
    }

    /** Whether one asks the other itself. */
    public boolean asks(String caller, String callee) {
        return calls.getOrDefault(caller, List.of()).contains(callee);
    }

    /** Of two in a circle nobody can say who counts on whom. */
    public boolean leadsOneWay(String caller, String callee) {
        return leads(caller, callee) && !leads(callee, caller);
    }

    public boolean isKnown() {
        return calls.values().stream().anyMatch(callees -> !callees.isEmpty());
    }

    private Set<String> reached(String from) {
        Set<String> met = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(calls.getOrDefault(from, List.of()));
        while (!next.isEmpty()) {
            String name = next.remove();
            if (met.add(name)) {
                next.addAll(calls.getOrDefault(name, List.of()));
            }
        }
        return met;
    }
}
