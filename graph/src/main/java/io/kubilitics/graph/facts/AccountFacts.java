package io.kubilitics.graph.facts;

import java.util.List;

/** A ServiceAccount: which Secrets open registries for its pods, and whether these get a token. */
public record AccountFacts(List<String> pullSecrets, boolean mountsToken) implements Background {
    public AccountFacts {
        pullSecrets = List.copyOf(pullSecrets);
    }
}
