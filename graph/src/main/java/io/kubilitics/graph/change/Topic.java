package io.kubilitics.graph.change;

/** Kinds of fields that causes ask for. */
public enum Topic {
    IMAGE,
    COMMAND,
    MEMORY_LIMIT,
    /** What a container asks for or may take, but for {@link #MEMORY_LIMIT}. */
    RESOURCES,
    /** Variables of a container, by value or by reference. */
    ENVIRONMENT,
    PROBE,
    /** Of a container or a Service. */
    PORT,
    VOLUME,
    ACCOUNT,
    /** Where pods may run, and what nodes let in. */
    SCHEDULING,
    REPLICAS,
    SELECTOR,
    LABEL,
    ANNOTATION,
    /** A key of a ConfigMap or Secret, which came, went, or has another value. */
    KEY,
    OTHER
}
