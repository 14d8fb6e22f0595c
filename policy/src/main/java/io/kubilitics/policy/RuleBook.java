package io.kubilitics.policy;

import io.kubilitics.policy.rule.ProtectedNamespaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rules. Each is asked, whatever the others said, so that a person sees all that stands against it at once. */
public record RuleBook(List<Rule> rules) {

    public RuleBook {
        rules = List.copyOf(rules);
    }

    /**
     * The rules that no setting can switch off.
     *
     * @param own the operator's own namespace
     */
    public static RuleBook immutable(String own) {
        return new RuleBook(List.of(new ProtectedNamespaces(own)));
    }

    public Judgement judge(Intention intention) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        rules.forEach(rule -> answers.put(rule.name(), answer(rule, intention)));
        return new Judgement(answers);
    }

    /** A rule that breaks has not allowed anything. */
    private static Answer answer(Rule rule, Intention intention) {
        try {
            return rule.judge(intention);
        } catch (RuntimeException broken) {
            return new Answer.Unanswered("the rule broke: " + broken);
        }
    }
}
