package io.kubilitics.operator.feed;

/** Whether a watch in one namespace is worth a try. */
public interface MayWatch {

    /**
     * Whether the API server would allow it, or does not say.
     *
     * @param group of the API, empty for the core group
     * @param plural the name of the resource
     */
    boolean inNamespace(String namespace, String group, String plural);
}
