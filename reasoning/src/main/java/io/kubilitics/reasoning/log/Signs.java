package io.kubilitics.reasoning.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * By which words programs complain, in the words of their libraries: Go, Java, Node, Python, .NET, PHP, Ruby, Rust, C; nginx, Envoy, HAProxy;
 * MySQL, PostgreSQL, Redis, MongoDB, Kafka, RabbitMQ. Words joined by {@code &} must stand in the same line.
 */
final class Signs {

    private record Sign(Grievance grievance, List<Integer> needs) {

        boolean isIn(BitSet found) {
            for (int need : needs) {
                if (!found.get(need)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final Map<Grievance, List<String>> WORDS = new LinkedHashMap<>();

    static {
        sign(
                Grievance.CERTIFICATE_EXPIRED,
                "certificate has expired",
                "certificate expired",
                "certificate_expired",
                "cert_has_expired",
                "certificateexpiredexception",
                "certificate is expired",
                "notafter&x509");
        sign(
                Grievance.CREDENTIALS_REFUSED,
                "access denied for user",
                "password authentication failed",
                "authentication failed",
                "authentication failure",
                "auth failed",
                "wrongpass",
                "noauth authentication required",
                "invalid password",
                "invalid username or password",
                "invalid username-password",
                "incorrect password",
                "login failed for user",
                "access_refused",
                "scram authentication failed",
                "saslauthenticationexception",
                "authenticationfailed",
                "invalid credentials",
                "bad credentials",
                "invalid_client",
                "invalidaccesskeyid",
                "signaturedoesnotmatch",
                "invalidclienttokenid",
                "expiredtoken",
                "invalid api key",
                "incorrect api key",
                "no pg_hba.conf entry",
                "er_access_denied_error",
                "sql error: 1045",
                "sqlstate[28000]",
                "ora-01017",
                "security_exception&authenticate",
                "role \"&\" does not exist");
        sign(
                Grievance.TOO_MANY_CONNECTIONS,
                "too many connections",
                "too many clients",
                "remaining connection slots are reserved",
                "er_con_count_error",
                "max number of clients reached",
                "max_user_connections",
                "maximum connections reached",
                "connection limit exceeded",
                "sql error: 1040",
                "no more connections allowed",
                "ora-12519",
                "ora-00020",
                "connection refused because too many open connections");
        sign(
                Grievance.READ_ONLY_STORE,
                "read-only option so it cannot",
                "super-read-only",
                "sql error: 1290",
                "er_option_prevents_statement",
                "read-only transaction",
                "read only transaction",
                "write against a read only replica",
                "read-only mode",
                "readonly you can't write",
                "notwritableprimary",
                "not primary so we cannot",
                "notmaster",
                "not master and slaveok",
                "database is read-only",
                "attempt to write a readonly database",
                "flood stage disk watermark",
                "read-only-allow-delete",
                "cluster_block_exception",
                "misconf redis is configured to save");
        sign(
                Grievance.FORBIDDEN,
                "is forbidden: user",
                "forbidden: user \"",
                "system:serviceaccount&cannot",
                "reason:\"forbidden\"",
                "\"reason\":\"forbidden\"");
        sign(
                Grievance.RESOLVER_SILENT,
                "temporary failure in name resolution",
                "eai_again",
                "lookup &i/o timeout",
                "lookup &connection refused",
                "lookup &server misbehaving",
                "lookup &network is unreachable",
                "servfail",
                "dns&timed out",
                "dns&timeout",
                "no servers could be reached",
                "resolution timed out",
                "could not be resolved (110",
                "dns resolution failure",
                "dns resolution failed",
                "try again&getaddrinfo");
        sign(
                Grievance.NAME_UNKNOWN,
                "no such host",
                "unknownhostexception",
                "name or service not known",
                "enotfound",
                "could not resolve host",
                "couldn't resolve host",
                "could not translate host name",
                "name does not resolve",
                "nodename nor servname",
                "unknown mysql server host",
                "no address associated with hostname",
                "host not found",
                "getaddrinfo failed",
                "getaddrinfo for",
                "php_network_getaddresses",
                "failed to lookup address information",
                "name resolution failed",
                "nameresolutionerror",
                "nxdomain",
                "unresolvedaddressexception",
                "failed to resolve",
                "unknown host");
        sign(
                Grievance.NO_INSTANCE,
                "service instance cannot be null",
                "no healthy upstream",
                "no live upstreams",
                "no servers available for service",
                "no instances available",
                "load balancer does not contain an instance",
                "load balancer does not have available server",
                "unable to find instance for",
                "no_healthy_upstream",
                "no endpoints available",
                "no server is available to handle",
                "no available server",
                "no backend available");
        sign(
                Grievance.REFUSED,
                "connection refused",
                "econnrefused",
                "connectexception: connection refused",
                "actively refused",
                "connection was refused",
                "refused the connection",
                "refused connection",
                "errno 111",
                "(111)&connect",
                "[errno 111]");
        sign(
                Grievance.UNREACHABLE,
                "no route to host",
                "network is unreachable",
                "host is unreachable",
                "host unreachable",
                "ehostunreach",
                "enetunreach",
                "noroutetohostexception",
                "unabletoconnect");
        sign(
                Grievance.TLS,
                "x509:",
                "certificate signed by unknown authority",
                "certificate verify failed",
                "pkix path building failed",
                "sslhandshakeexception",
                "tls handshake",
                "handshake failure",
                "self signed certificate",
                "self-signed certificate",
                "unable_to_verify_leaf_signature",
                "certificate is not valid for",
                "hostname mismatch",
                "err_tls_cert",
                "ssl handshake failed",
                "wrong version number",
                "unknown ca",
                "bad certificate");
        sign(
                Grievance.WRONG_PROTOCOL,
                "malformed http response",
                "malformed http request",
                "http: server gave http response to https client",
                "client sent an http request to an https server",
                "unexpected http status code received from server",
                "first record does not look like a tls handshake",
                "plain http request was sent to https port",
                "protocol error&http2",
                "error reading server preface",
                "http/0.9 when not allowed",
                "unsupported or unrecognized ssl message");
        sign(
                Grievance.RESET,
                "connection reset",
                "econnreset",
                "broken pipe",
                "epipe",
                "socket hang up",
                "server closed the connection unexpectedly",
                "connection prematurely closed",
                "upstream prematurely closed",
                "mysql server has gone away",
                "lost connection to mysql server",
                "connection unexpectedly closed",
                "remote end closed connection",
                "remotedisconnected",
                "upstream connect error or disconnect/reset");
        sign(
                Grievance.TIMED_OUT,
                "i/o timeout",
                "etimedout",
                "connection timed out",
                "connect timed out",
                "connection timeout",
                "connecttimeout",
                "connecttimeoutexception",
                "read timed out",
                "sockettimeoutexception",
                "operation timed out",
                "context deadline exceeded",
                "deadlineexceeded",
                "deadline_exceeded",
                "deadline exceeded",
                "upstream timed out",
                "upstream request timeout",
                "request timed out",
                "timeout expired",
                "timed out waiting for",
                "the message timed out",
                "timed out after",
                "timeout after",
                "serverselectiontimeouterror",
                "server selection timeout",
                "command timed out",
                "connection is not available, request timed out",
                "client.timeout exceeded",
                "gateway timeout");
        sign(
                Grievance.UPSTREAM_FAILS,
                "500 internal server error",
                "internalservererror",
                "502 bad gateway",
                "503 service unavailable",
                "503 service temporarily unavailable",
                "504 gateway",
                "service unavailable",
                "bad gateway",
                "code = unavailable",
                "statuscode.unavailable",
                "status code 503",
                "status code 502",
                "status code 500",
                "communications link failure");
        sign(
                Grievance.ADDRESS_IN_USE,
                "address already in use",
                "eaddrinuse",
                "port is already in use",
                "port already in use",
                "already in use&port",
                "bind: address",
                "only one usage of each socket address",
                "failed to bind to address",
                "port was already in use");
        sign(
                Grievance.OUT_OF_MEMORY,
                "outofmemoryerror",
                "out of memory",
                "cannot allocate memory",
                "heap out of memory",
                "memoryerror",
                "std::bad_alloc",
                "outofmemoryexception",
                "allowed memory size of",
                "enomem",
                "oom command not allowed");
        sign(
                Grievance.DISK_FULL,
                "no space left on device",
                "enospc",
                "disk full",
                "disk is full",
                "not enough space on the disk",
                "disk quota exceeded",
                "could not extend file");
        sign(Grievance.READ_ONLY_FILES, "read-only file system", "erofs");
        sign(
                Grievance.VARIABLE_MISSING,
                "environment variable&not set",
                "environment variable&required",
                "environment variable&missing",
                "environment variable&undefined",
                "env var&not set",
                "env var&required",
                "missing required environment",
                "missing environment variable",
                "must be set&environment",
                "could not resolve placeholder",
                "keyerror:",
                "required env",
                "unbound variable",
                "required key&missing value");
        sign(
                Grievance.CLASS_MISSING,
                "classnotfoundexception",
                "noclassdeffounderror",
                "could not find or load main class",
                "modulenotfounderror",
                "no module named",
                "cannot find module",
                "importerror",
                "could not load file or assembly",
                "cannot load such file",
                "error while loading shared libraries",
                "class not found",
                "unable to access jarfile");
        sign(
                Grievance.BAD_FLAG,
                "unknown flag",
                "unknown option",
                "unrecognized option",
                "unrecognized argument",
                "flag provided but not defined",
                "invalid option",
                "illegal option",
                "unknown shorthand flag",
                "unexpected argument",
                "unknown command",
                "bad option",
                "unknown argument");
        sign(
                Grievance.FILE_FORBIDDEN,
                "permission denied",
                "eacces",
                "accessdeniedexception",
                "permissionerror",
                "operation not permitted",
                "unauthorizedaccessexception",
                "access is denied",
                "access to the path");
        sign(
                Grievance.FILE_MISSING,
                "no such file or directory",
                "enoent",
                "filenotfoundexception",
                "filenotfounderror",
                "nosuchfileexception",
                "cannot find the file",
                "could not find file",
                "file not found",
                "executable file not found",
                "can't open file",
                "cannot open file",
                "failed to open stream");
        sign(
                Grievance.CONFIGURATION_INVALID,
                "invalid configuration",
                "configuration error",
                "config error",
                "invalid config",
                "error parsing config",
                "failed to parse config",
                "failed to load config",
                "cannot unmarshal",
                "yaml: line",
                "yaml: unmarshal",
                "scannerexception",
                "mapping values are not allowed",
                "unexpected token&json",
                "invalid character&json",
                "invalid character&looking for beginning",
                "jsondecodeerror",
                "failed to bind properties",
                "bindexception: failed to bind",
                "invalid value for",
                "invalid value&for flag",
                "numberformatexception",
                "invalid literal for int",
                "strconv.",
                "unknown directive",
                "unknown configuration",
                "is not a valid");
    }

    private static final List<String> PHRASES = WORDS.values().stream()
            .flatMap(List::stream)
            .flatMap(words -> Arrays.stream(words.split("&", -1)))
            .distinct()
            .toList();
    private static final Phrases ALL = new Phrases(PHRASES);
    private static final List<Sign> SIGNS = signs();
    /** For each phrase the signs that need it. */
    private static final List<List<Integer>> OF_PHRASE = IntStream.range(0, PHRASES.size())
            .mapToObj(phrase -> IntStream.range(0, SIGNS.size())
                    .filter(sign -> SIGNS.get(sign).needs().contains(phrase))
                    .boxed()
                    .toList())
            .toList();

    private Signs() {}

    private static void sign(Grievance grievance, String... words) {
        WORDS.put(grievance, List.of(words));
    }

    private static List<Sign> signs() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        PHRASES.forEach(phrase -> numbers.put(phrase, numbers.size()));
        List<Sign> signs = new ArrayList<>();
        WORDS.forEach((grievance, all) -> all.forEach(words -> {
            List<Integer> needs = Arrays.stream(words.split("&", -1))
                    .map(phrase -> numbers.getOrDefault(phrase, 0))
                    .toList();
            signs.add(new Sign(grievance, needs));
        }));
        return signs;
    }

    /** What a line complains of; the most telling of several. */
    static Optional<Grievance> in(CharSequence line) {
        BitSet found = ALL.in(line);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int first = SIGNS.size();
        for (int phrase = found.nextSetBit(0); phrase >= 0; phrase = found.nextSetBit(phrase + 1)) {
            for (int sign : OF_PHRASE.get(phrase)) {
                first = sign < first && SIGNS.get(sign).isIn(found) ? sign : first;
            }
        }
        return first == SIGNS.size()
                ? Optional.empty()
                : Optional.of(SIGNS.get(first).grievance());
    }
}
