package io.kubilitics.policy;

import org.jspecify.annotations.Nullable;

/**
 * One field of the target, before and after.
 *
 * @param path a JSON Pointer
 * @param before as JSON; null where the field was not there
 * @param after as JSON; null where the field would be gone
 */
public record Alteration(
        String path, @Nullable String before, @Nullable String after) {}
