package io.kubilitics.gateway.bundle.text;

/** Is told of fields that one object has twice: the last counts, and whoever wrote both may have meant the first. */
@FunctionalInterface
public interface Repeated {

    /** On this line it comes again. */
    void field(String name, int line);

    /** The rest of a sentence that begins with the place. */
    static String says(String name) {
        return "the field '%s' comes twice in one object; the last counts".formatted(name);
    }
}
