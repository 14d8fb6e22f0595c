package io.kubilitics.reasoning.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnTroubleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT_IN_USE | bind: Address already in use",
                "PORT_IN_USE | Error: listen EADDRINUSE: :::80",
                "PORT_IN_USE | Web server failed to start. Port 80 was already in use.",
                "PORT_IN_USE | Port 9 is currently taken",
                "BIND_DENIED | bind() to 0.0.0.0:80 failed (13: Permission denied)",
                "READ_ONLY | open /x: read-only file system",
                "READ_ONLY | EROFS: cannot write",
                "READ_ONLY | Read-only filesystem",
                "FILE_DENIED | PermissionError: [Errno 13] /x",
                "FILE_DENIED | java.nio.file.AccessDeniedException: /x",
                "WRONG_PLATFORM | exec format error",
                "OUT_OF_MEMORY | java.lang.OutOfMemoryError: Java heap space",
                "OUT_OF_MEMORY | FATAL ERROR: JavaScript heap out of memory",
                "OUT_OF_MEMORY | terminate called: std::bad_alloc",
                "NOT_LOGGED_IN | WRONGPASS invalid username-password pair",
                "NOT_LOGGED_IN | SASL login FAILED",
                "NOT_LOGGED_IN | Invalid credentials",
                "CERTIFICATE_OVER | CERT_HAS_EXPIRED",
                "CERTIFICATE_OVER | NotAfter: 2020",
                "VALUE_MISSING | Environment variable X is not set",
                "VALUE_MISSING | KeyError: 'LEVEL'",
                "VALUE_MISSING | could not resolve placeholder 'x'",
                "VALUE_MISSING | X must be set",
                "VALUE_MISSING | no value given for x",
                "VALUE_INVALID | strconv.Atoi: x",
                "VALUE_INVALID | failed to load config",
                "VALUE_INVALID | unable to read config",
                "VALUE_INVALID | toml: line 1",
                "VALUE_INVALID | workers must be at least 1",
                "VALUE_INVALID | value out of range",
                "VALUE_INVALID | x is not a valid level",
                "VALUE_INVALID | did not find expected key",
                "VALUE_INVALID | Settings invalid",
                "VALUE_INVALID | flag provided but not defined: -x",
                "ANY | panic: x",
                "ANY | Aborted",
                "ANY | toml: line 1",
            })
    void isKnownByItsWords(OwnTrouble trouble, String line) {
        assertThat(trouble.isIn(line)).isTrue();
        assertThat(trouble.isIn("all is well")).isFalse();
        assertThat(trouble.last(List.of(line, "all is well"))).contains(line);
    }

    /** It asked for more of a list than there is; nobody gave it a wrong value. */
    @Test
    void aMistakeOfTheProgramIsNoValueOfItsSettings() {
        String line = "panic: runtime error: index out of range [3] with length 3";

        assertThat(OwnTrouble.VALUE_INVALID.isIn(line)).isFalse();
        assertThat(OwnTrouble.ANY.isIn(line)).isTrue();
    }

    @Test
    void aLineOfAStackTraceIsNone() {
        assertThat(OwnTrouble.ANY.isIn("    at com.example.Config.fail(Config.java:3)"))
                .isFalse();
    }
}
