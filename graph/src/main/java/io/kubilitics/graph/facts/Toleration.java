package io.kubilitics.graph.facts;

/**
 * A pod puts up with a taint.
 *
 * @param key empty for every key
 * @param exists whether any value will do
 * @param effect empty for every effect
 */
public record Toleration(String key, boolean exists, String value, String effect) {

    public boolean covers(Taint taint) {
        boolean sameKey = key.isEmpty() ? exists : key.equals(taint.key());
        boolean sameEffect = effect.isEmpty() || effect.equals(taint.effect());
        return sameKey && sameEffect && (exists || value.equals(taint.value()));
    }
}
