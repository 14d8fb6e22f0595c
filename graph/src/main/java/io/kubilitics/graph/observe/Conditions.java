package io.kubilitics.graph.observe;

import io.kubilitics.graph.facts.Condition;
import java.util.List;
import java.util.Locale;

/** Conditions from a status; those without a type are left out. */
final class Conditions {

    private Conditions() {}

    static List<Condition> of(Field holder) {
        return holder.at("conditions")
                .each()
                .filter(condition -> !condition.at("type").text().isEmpty())
                .map(Conditions::condition)
                .toList();
    }

    private static Condition condition(Field condition) {
        return new Condition(
                condition.at("type").text(),
                truth(condition.at("status").text()),
                condition.at("reason").text(),
                condition.at("message").text(),
                condition
                        .at("lastTransitionTime")
                        .maybeTime()
                        .orElseGet(() -> condition.at("lastUpdateTime").time()));
    }

    private static Condition.Truth truth(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "true" -> Condition.Truth.TRUE;
            case "false" -> Condition.Truth.FALSE;
            default -> Condition.Truth.UNKNOWN;
        };
    }
}
