package io.kubilitics.reasoning.log;

import java.util.EnumSet;
import java.util.Set;

/** What a program complains of, the more telling before the more general. */
public enum Grievance {
    CERTIFICATE_EXPIRED("the certificate of the other side is no longer good"),
    CREDENTIALS_REFUSED("the credentials are refused"),
    TOO_MANY_CONNECTIONS("there are too many connections"),
    READ_ONLY_STORE("the store takes no writes"),
    FORBIDDEN("the API server forbids it"),
    /** A proxy before it, as meshes have them. */
    PROXY_FORBIDS("the proxy before it lets nobody through who is not allowed"),
    API_GONE("this version of the API is not served"),
    /** Whoever is asked for names does not answer. */
    RESOLVER_SILENT("names cannot be looked up"),
    NAME_UNKNOWN("the name is not known"),
    /** A registry or proxy knows of nobody who would answer. */
    NO_INSTANCE("nobody is there who would answer"),
    REFUSED("the connection is refused"),
    UNREACHABLE("there is no way to it"),
    RESET("the connection breaks"),
    TLS("no secure connection can be made"),
    /** It speaks another language than was expected. */
    WRONG_PROTOCOL("it does not speak the protocol that was expected"),
    TIMED_OUT("it does not answer in time"),
    /** Another program answered that it cannot. */
    UPSTREAM_FAILS("it answers that it failed"),

    ADDRESS_IN_USE("the port is taken already"),
    OUT_OF_MEMORY("memory ran out"),
    DISK_FULL("the disk is full"),
    READ_ONLY_FILES("the file system is read-only"),
    VARIABLE_MISSING("a variable is not set"),
    CLASS_MISSING("a class or module is missing"),
    BAD_FLAG("a flag is not known"),
    FILE_FORBIDDEN("a file may not be used"),
    FILE_MISSING("a file is missing"),
    CONFIGURATION_INVALID("the configuration cannot be read"),
    /** Of nothing that is known, but in earnest. */
    OWN_ERROR("it reports errors of its own"),
    OWN_WARNING("it warns of something");

    private static final Set<Grievance> NETWORK =
            EnumSet.of(RESOLVER_SILENT, NAME_UNKNOWN, NO_INSTANCE, REFUSED, UNREACHABLE, RESET, TIMED_OUT);
    private static final Set<Grievance> TURNED_AWAY = EnumSet.of(
            CERTIFICATE_EXPIRED,
            CREDENTIALS_REFUSED,
            TOO_MANY_CONNECTIONS,
            READ_ONLY_STORE,
            FORBIDDEN,
            PROXY_FORBIDS,
            API_GONE,
            TLS,
            WRONG_PROTOCOL);

    private final String words;

    Grievance(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether a name was looked up in vain. */
    public boolean ofNames() {
        return this == RESOLVER_SILENT || this == NAME_UNKNOWN;
    }

    /** Whether nobody was reached. */
    public boolean ofNetwork() {
        return NETWORK.contains(this);
    }

    /** Whether somebody was reached who would not do it. */
    public boolean turnedAway() {
        return TURNED_AWAY.contains(this);
    }

    /** Whether it is about somebody else than the program itself. */
    public boolean ofPeer() {
        return ofNetwork() || turnedAway() || this == UPSTREAM_FAILS;
    }
}
