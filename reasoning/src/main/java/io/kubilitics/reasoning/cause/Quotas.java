package io.kubilitics.reasoning.cause;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.Amount;
import io.kubilitics.graph.facts.QuotaFacts;
import io.kubilitics.graph.facts.Resource;
import io.kubilitics.reasoning.evidence.Inquiry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the quotas of a namespace leave, and what was refused for want of it. */
final class Quotas {

    private static final Pattern EXCEEDED =
            Pattern.compile("exceeded quota: ([^,\\s]{1,253}), requested: ([^:]{1,500}?), used: ");
    private static final Pattern DEMAND = Pattern.compile("([^=,\\s]{1,253})=([^=,\\s]{1,40})");

    private Quotas() {}

    /**
     * A refusal by a quota.
     *
     * @param requested those resources of which too much was asked for, in the order told
     */
    record Exceeded(String quota, Map<String, Amount> requested) {}

    static Optional<Exceeded> exceeded(String words) {
        Matcher matcher = EXCEEDED.matcher(words);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Map<String, Amount> requested = new LinkedHashMap<>();
        Matcher demand = DEMAND.matcher(matcher.group(2));
        while (demand.find()) {
            String resource = demand.group(1);
            Amount.of(demand.group(2)).ifPresent(amount -> requested.put(resource, amount));
        }
        return Optional.of(new Exceeded(matcher.group(1), requested));
    }

    /** A quota and one of its resources of which less is left than is asked for. */
    record Lack(Resource quota, String resource, Amount asked, Amount used, Amount hard) {
        @Override
        public String toString() {
            return "%s allows %s of %s, %s are used, and %s more are asked for"
                    .formatted(quota.ref(), hard, resource, used, asked);
        }
    }

    /** By what the quotas themselves say. Those that count only some pods are left out: which, they alone know. */
    static Optional<Lack> lacking(String namespace, Map<String, Amount> asked, Inquiry inquiry) {
        return inquiry.all(Kind.QUOTA, namespace).stream()
                .filter(quota -> quota.facts() instanceof QuotaFacts facts
                        && facts.scopes().isEmpty())
                .flatMap(quota -> lacking(quota, asked).stream())
                .findFirst();
    }

    static Optional<Lack> lacking(Resource quota, Map<String, Amount> asked) {
        QuotaFacts facts = (QuotaFacts) quota.facts();
        for (Map.Entry<String, Amount> demand : new TreeMap<>(asked).entrySet()) {
            Amount hard = facts.hard().get(demand.getKey());
            Amount used = facts.used().getOrDefault(demand.getKey(), Amount.ZERO);
            if (hard != null
                    && new Amount(used.thousandths() + demand.getValue().thousandths()).moreThan(hard)) {
                return Optional.of(new Lack(quota, demand.getKey(), demand.getValue(), used, hard));
            }
        }
        return Optional.empty();
    }
}
