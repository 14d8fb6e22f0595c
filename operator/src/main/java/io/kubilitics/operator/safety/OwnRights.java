package io.kubilitics.operator.safety;

import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRule;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectRulesReviewStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.kubilitics.operator.feed.MayWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one may do in a namespace, asked all at once with a SelfSubjectRulesReview: dozens of refusals are spared for each namespace. */
public final class OwnRights implements MayWatch {

    private static final Logger LOG = LoggerFactory.getLogger(OwnRights.class);

    /** All kinds are asked about within moments; a right that is given later is found by the next round. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private static final List<String> VERBS = List.of("list", "watch");

    private final KubernetesClient client;
    private final InstantSource clock;
    private final Map<String, Rules> known = new ConcurrentHashMap<>();

    private record Rules(List<ResourceRule> rules, boolean complete, Instant asked) {}

    public OwnRights(KubernetesClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public boolean inNamespace(String namespace, String group, String plural) {
        Rules rules =
                known.compute(namespace, (_, before) -> before != null && fresh(before) ? before : ask(namespace));
        // Not every authorizer can tell its rules: then only trying helps.
        return !rules.complete()
                || VERBS.stream()
                        .allMatch(verb -> rules.rules().stream().anyMatch(rule -> allows(rule, verb, group, plural)));
    }

    private boolean fresh(Rules rules) {
        return Duration.between(rules.asked(), clock.instant()).compareTo(FRESH) < 0;
    }

    private Rules ask(String namespace) {
        try {
            SelfSubjectRulesReview review = client.authorization()
                    .v1()
                    .selfSubjectRulesReview()
                    .create(new SelfSubjectRulesReviewBuilder()
                            .withNewSpec()
                            .withNamespace(namespace)
                            .endSpec()
                            .build());
            SubjectRulesReviewStatus status = review.getStatus();
            return new Rules(status.getResourceRules(), !Boolean.TRUE.equals(status.getIncomplete()), clock.instant());
        } catch (RuntimeException unanswered) {
            LOG.atWarn()
                    .addKeyValue("namespace", namespace)
                    .addKeyValue("reason", Reason.of(unanswered))
                    .log("what may be watched there cannot be asked, so it is tried");
            return new Rules(List.of(), false, clock.instant());
        }
    }

    /** A rule that names its objects allows no list of all of them. */
    private static boolean allows(ResourceRule rule, String verb, String group, String plural) {
        return rule.getResourceNames().isEmpty()
                && holds(rule.getVerbs(), verb)
                && holds(rule.getApiGroups(), group)
                && holds(rule.getResources(), plural);
    }

    private static boolean holds(List<String> all, String one) {
        return all.contains("*") || all.contains(one);
    }
}
