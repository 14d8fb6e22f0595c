package io.kubilitics.reasoning.log;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a program complains of at the start or in its last words, by the words and error codes that programs of all languages have
 * from the operating system or from their runtimes.
 */
public enum OwnTrouble {
    PORT_IN_USE(
            "address (?:is )?already in use|EADDRINUSE|address in use|only one usage of each socket address"
                    + "|port \\d{1,5} (?:was |is )?(?:already|currently) (?:in use|used|bound|allocated|taken)|port already in use"),
    /** Ports below 1024 are for those who may. */
    BIND_DENIED("(?:bind|listen)\\b.{0,80}(?:permission denied|EACCES)|listen EACCES"),
    READ_ONLY("read[- ]?only file ?system|EROFS\\b"),
    FILE_DENIED("permission denied|\\bEACCES\\b|AccessDeniedException|PermissionError|access is denied"),
    WRONG_PLATFORM("exec format error|cannot execute binary file"),
    OUT_OF_MEMORY(
            "OutOfMemoryError|heap out of memory|\\bout of memory\\b|cannot allocate memory|\\bENOMEM\\b|MemoryError\\b|std::bad_alloc"),
    NOT_LOGGED_IN(
            "authentication failed|password authentication|access denied for user|invalid (?:username|user name|password|credentials|api key|token)"
                    + "|wrong password|WRONGPASS|NOAUTH|login failed|bad credentials|401 unauthorized|ACCESS_REFUSED|SASL.{0,40}fail"),
    CERTIFICATE_OVER(
            "certificate has expired|certificate (?:is|was) expired|CertificateExpired|CERT_HAS_EXPIRED|certificate is not yet valid"
                    + "|expired certificate|NotAfter|alert certificate expired"),
    VALUE_MISSING(
            "(?:environment )?variable.{0,60}(?:not set|missing|required|undefined|not defined|empty|not found)"
                    + "|(?:missing|required|undefined).{0,30}(?:variable|setting|config|property|key|option|env\\b).{0,40}"
                    + "|could not resolve placeholder|must be set\\b|KeyError:|is required but|no value (?:was )?(?:given|found|provided) for"),
    VALUE_INVALID(
            "(?:can(?:no|')t|could ?n[o']t|unable to|failed to|error) (?:parse|parsing|decode|decoding|unmarshal|convert|read config|load config)"
                    + "|invalid (?:value|argument|format|duration|port|number|integer|boolean|bool|syntax|literal|url|uri|config|level|option|character|size|cron|time|log)"
                    + "|NumberFormatException|strconv\\.|parse ?error|ParseException|JSONDecodeError|unexpected token"
                    + "|unknown (?:flag|option|field|key|property|log level|level|mode|driver|unit|directive)|unrecognized (?:option|argument|field|configuration)"
                    + "|flag provided but not defined|unmarshal|yaml: |toml: |did not find expected|is not (?:a )?valid|not a valid"
                    + "|must be (?:a |an |one of|between|greater|less|positive|at least|in the range)|out of range|validation (?:failed|error)"
                    + "|ValidationError|failed to bind properties|unsupported (?:value|protocol|scheme|mode|driver|level)|bad (?:value|configuration|config)"
                    + "|(?:config|configuration|settings?) (?:file )?(?:error|is invalid|invalid)"),
    /** Any of these, or nothing that is known but no good news. */
    ANY(
            "\\b(?:fatal|panic|exception|error|critical|emerg|traceback|abort(?:ed|ing)?|cannot|failed|failure|refused|denied)\\b|Exception\\b|Error\\b");

    private static final Pattern DATABASE_RIGHT = Pattern.compile(
            "for (?:table|relation|schema|database|sequence|function)|publickey|forbidden", Pattern.CASE_INSENSITIVE);

    /** A line of a stack trace names what was on the way, not what went wrong. */
    private static final Pattern FRAME = Pattern.compile("^(?:\\S{0,40} )?\\s{0,8}at [\\w.$/<>]{3,200}\\(");

    private final Pattern signs;

    OwnTrouble(String signs) {
        this.signs = Pattern.compile(signs, Pattern.CASE_INSENSITIVE);
    }

    public boolean isIn(String line) {
        boolean said = this == ANY
                ? List.of(values()).stream()
                        .anyMatch(complaint -> complaint.signs.matcher(line).find())
                : signs.matcher(line).find();
        return said
                && !FRAME.matcher(line).find()
                && (this != FILE_DENIED || !DATABASE_RIGHT.matcher(line).find());
    }

    /** The last line that complains of this. */
    public Optional<String> last(List<String> lines) {
        return lines.reversed().stream().filter(this::isIn).findFirst();
    }
}
