package io.kubilitics.e2e.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule of the house, and how we know that it holds anything: every one of the {@code offenders} must be caught, none of the
 * {@code allowed}; {@code others} are what both need in order to compile.
 */
record Fence(String name, ArchRule rule, List<Source> others, List<Source> offenders, List<Source> allowed) {

    Fence {
        rule = rule.allowEmptyShould(true).as(name);
        others = List.copyOf(others);
        offenders = List.copyOf(offenders);
        allowed = List.copyOf(allowed);
    }

    Stream<Source> sources() {
        return Stream.of(others, offenders, allowed).flatMap(List::stream);
    }

    @Override
    public String toString() {
        return name;
    }
}
