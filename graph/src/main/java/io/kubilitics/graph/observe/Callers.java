package io.kubilitics.graph.observe;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Address;
import io.kubilitics.graph.facts.Calls;
import io.kubilitics.graph.facts.Matched;
import java.util.Set;
import java.util.stream.Collectors;

/** What the API server is told to call, and for which requests. */
final class Callers {

    private static final int HTTPS = 443;

    private Callers() {}

    /** A {@code clientConfig}, or a specification that has its service and certificate authority in the same places. */
    static Calls calls(Field config) {
        Field service = config.at("service");
        return new Calls(
                Sight.target(
                        Kind.SERVICE,
                        service.at("namespace").text(),
                        service.at("name").text()),
                service.at("port").number(HTTPS),
                Address.in("url", config.at("url").text()).stream().findFirst(),
                Certificates.inBase64(config.at("caBundle").text()));
    }

    /** The core group is written as an empty text, which is a value here. */
    static Set<String> groups(Field rule) {
        return rule.at("apiGroups")
                .each()
                .filter(group -> group.node().isTextual())
                .map(Field::text)
                .collect(Collectors.toSet());
    }

    static Matched matched(Field rule) {
        return new Matched(
                rule.at("operations").set(), groups(rule), rule.at("resources").set());
    }
}
