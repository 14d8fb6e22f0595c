package io.kubilitics.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every rule's answer, by the rule's name. Allowed only when all allow. */
public record Judgement(Map<String, Answer> answers) {

    public Judgement {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    public boolean allowed() {
        return answers.values().stream().allMatch(Answer.Allowed.class::isInstance);
    }
}
