package io.kubilitics.reasoning.log;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a program complains of at the start or in its last words, by the words and error codes that programs of all languages have
 * from the operating system or from their runtimes.
 */
public enum OwnTrouble {
    PORT_IN_USE(
            "address (?:is )?already in use|EADDRINUSE|address in use|only one usage of each socket address"
                    + "|port \\d{1,5} (?:was |is )?(?:already|currently) (?:in use|used|bound|allocated|taken)|port already in use",
            "already|currently|eaddrinuse|address in use|only one usage"),
    /** Ports below 1024 are for those who may. */
    BIND_DENIED("(?:bind|listen)\\b.{0,80}(?:permission denied|EACCES)|listen EACCES", "bind|listen"),
    READ_ONLY("read[- ]?only file ?system|EROFS\\b", "file system|filesystem|erofs"),
    FILE_DENIED(
            "permission denied|\\bEACCES\\b|AccessDeniedException|PermissionError|access is denied",
            "permission denied|eacces|accessdenied|permissionerror|access is denied"),
    WRONG_PLATFORM("exec format error|cannot execute binary file", "exec format|cannot execute"),
    OUT_OF_MEMORY(
            "OutOfMemoryError|heap out of memory|\\bout of memory\\b|cannot allocate memory|\\bENOMEM\\b|MemoryError\\b|std::bad_alloc",
            "outofmemory|out of memory|allocate memory|enomem|memoryerror|bad_alloc"),
    NOT_LOGGED_IN(
            "authentication failed|password authentication|access denied for user|invalid (?:username|user name|password|credentials|api key|token)"
                    + "|wrong password|WRONGPASS|NOAUTH|login failed|bad credentials|401 unauthorized|ACCESS_REFUSED|SASL.{0,40}fail",
            "authentication failed|access denied|invalid |wrong password|wrongpass|noauth|login failed|bad credentials|401 |access_refused|sasl"),
    CERTIFICATE_OVER(
            "certificate has expired|certificate (?:is|was) expired|CertificateExpired|CERT_HAS_EXPIRED|certificate is not yet valid"
                    + "|expired certificate|NotAfter|alert certificate expired",
            "certificate|notafter|cert_has"),
    VALUE_MISSING(
            "(?:environment )?variable.{0,60}(?:not set|missing|required|undefined|not defined|empty|not found)"
                    + "|(?:missing|required|undefined).{0,30}(?:variable|setting|config|property|key|option|env\\b).{0,40}"
                    + "|could not resolve placeholder|must be set\\b|KeyError: '?[A-Z][A-Z0-9_]{3,}|is required but|no value (?:was )?(?:given|found|provided) for",
            "variable|missing|required|undefined|placeholder|must be set|keyerror|no value "),
    VALUE_INVALID(
            "(?:can(?:no|')t|could ?n[o']t|unable to|failed to|error) (?:parse|parsing|decode|decoding|unmarshal|convert|read config|load config)"
                    + "|invalid (?:value|argument|format|duration|port|number|integer|boolean|bool|syntax|literal|url|uri|config|level|option|character|size|cron|time|log)"
                    + "|NumberFormatException|strconv\\.|parse ?error|ParseException|JSONDecodeError|unexpected token"
                    + "|unknown (?:flag|option|field|key|property|log level|level|mode|driver|unit|directive)|unrecognized (?:option|argument|field|configuration)"
                    + "|flag provided but not defined|unmarshal|yaml: |toml: |did not find expected|is not (?:a )?valid|not a valid"
                    + "|must be (?:a |an |one of|between|greater|less|positive|at least|in the range)|(?<!index )out of range|validation (?:failed|error)"
                    + "|ValidationError|failed to bind properties|unsupported (?:value|protocol|scheme|mode|driver|level)|bad (?:value|configuration|config)"
                    + "|(?:config|configuration|settings?) (?:file )?(?:error|is invalid|invalid)",
            "pars|decod|unmarshal|convert|config|numberformat|strconv.|unexpected token|unknown |unrecognized |flag provided|yaml: |toml: |did not find|valid|must be |out of range|failed to bind|unsupported |bad |setting"),
    /** Any of these, or nothing that is known but no good news. */
    ANY(
            "\\b(?:fatal|panic|exception|error|critical|emerg|traceback|abort(?:ed|ing)?|cannot|failed|failure|refused|denied)\\b|Exception\\b|Error\\b",
            "fatal|panic|exception|error|critical|emerg|traceback|abort|cannot|fail|refused|denied");

    private static final Pattern DATABASE_RIGHT = Pattern.compile(
            "for (?:table|relation|schema|database|sequence|function)|publickey|forbidden", Pattern.CASE_INSENSITIVE);

    /** A line of a stack trace names what was on the way, not what went wrong. */
    private static final Pattern FRAME = Pattern.compile("^(?:\\S{0,40} )?\\s{0,8}at [\\w.$/<>]{3,200}\\(");

    private static final Hints<OwnTrouble> HINTS = new Hints<>(Stream.of(values())
            .collect(Collectors.toMap(Function.identity(), trouble -> List.of(trouble.words.split("[|]", -1)))));

    private final Pattern signs;
    private final String words;

    /**
     * A kind of trouble.
     *
     * @param words one of them stands in every line that has one of the signs
     */
    OwnTrouble(String signs, String words) {
        this.signs = Pattern.compile(signs, Pattern.CASE_INSENSITIVE);
        this.words = words;
    }

    public boolean isIn(String line) {
        return isIn(line, HINTS.in(line));
    }

    private boolean isIn(String line, Set<OwnTrouble> hinted) {
        boolean said = this == ANY
                ? hinted.stream()
                        .anyMatch(trouble -> trouble.signs.matcher(line).find())
                : hinted.contains(this) && signs.matcher(line).find();
        return said
                && !FRAME.matcher(line).find()
                && (this != FILE_DENIED || !DATABASE_RIGHT.matcher(line).find());
    }

    /** The last line that complains of this. */
    public Optional<String> last(List<String> lines) {
        return lines.reversed().stream().filter(this::isIn).findFirst();
    }

    /** Of each trouble the last line that complains of it. */
    public static Map<OwnTrouble, String> lastOfEach(List<String> lines) {
        Map<OwnTrouble, String> found = new EnumMap<>(OwnTrouble.class);
        for (String line : lines.reversed()) {
            Set<OwnTrouble> hinted = HINTS.in(line);
            if (!hinted.isEmpty()) {
                Stream.of(values())
                        .filter(trouble -> !found.containsKey(trouble))
                        .filter(trouble -> trouble.isIn(line, hinted))
                        .forEach(trouble -> found.put(trouble, line));
            }
        }
        return found;
    }
}
