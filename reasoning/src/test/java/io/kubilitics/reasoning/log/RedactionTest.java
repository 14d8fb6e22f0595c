package io.kubilitics.reasoning.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login with password=S3cr3tValue9 failed",
                "login with Password: 'S3cr3tValue9'",
                "{\"db_password\":\"S3cr3tValue9\"}",
                "postgres://shop:S3cr3tValue9@db:5432/shop",
                "Authorization: Bearer S3cr3tValue9",
                "token => S3cr3tValue9",
                "mysql --password S3cr3tValue9 -h db",
                "AWS_SECRET_ACCESS_KEY=S3cr3tValue9"
            })
    void whatIsSecretByItsNameOrPlaceIsStruckOut(String line) {
        assertThat(Redaction.of(line)).doesNotContain("S3cr3tValue9").contains("[secret]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id AKIAABCDEFGHIJKLMNOP",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123_-xyz",
                "key ghp_abcdefghijklmnopqrst12345",
                "value aB3dE5gH7jK9mN1pQ3sT5vW7xY9zA2cD4fG6"
            })
    void whatIsSecretByItsFormIsStruckOut(String line) {
        assertThat(Redaction.of(line)).contains("[secret]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Access denied for user 'shop'@'10.1.1.1' (using password: YES)",
                "dial tcp 10.96.0.10:53: connect: connection refused",
                "pods \"cart-7d97f6cf77-xw4dz\" is forbidden",
                "password authentication failed for user \"shop\"",
                "at com.zaxxer.hikari.pool.HikariPool.checkFailFast(HikariPool.java:561)"
            })
    void whatExplainsSomethingStays(String line) {
        assertThat(Redaction.of(line)).isEqualTo(line);
    }
}
