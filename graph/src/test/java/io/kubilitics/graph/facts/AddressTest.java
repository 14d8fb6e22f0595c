package io.kubilitics.graph.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "CART_ADDR, cart:7070, cart:7070",
        "URL, http://cart.shop.svc.cluster.local/x?token=abc, cart.shop.svc.cluster.local",
        "DB, 'jdbc:mysql://user:hunter2@db:3306/x', db:3306",
        "DSN, 'user:hunter2@tcp(db.data:3306)/x', db.data:3306",
        "REDIS_HOST, redis, redis",
        "kafka, 'kafka-0.kafka:9092,kafka-1.kafka:9092', 'kafka-0.kafka:9092,kafka-1.kafka:9092'",
        "app.conf, 'proxy_pass http://cart:8080;', cart:8080"
    })
    void isFoundInWhatPeopleWrite(String name, String value, String expected) {
        assertThat(Address.in(name, value)).extracting(Address::toString).containsExactly(expected.split(",", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD, cart:7070",
        "API_TOKEN, http://cart",
        "BASIC_AUTH, admin:12345",
        "AWS_ACCESS_KEY, abc:12345",
        "LOGIN, 'admin:12345@example'",
        "LISTEN, 0.0.0.0:8080",
        "SELF, localhost:8080",
        "START, '12:30:00'",
        "GREETING, hello",
        "PORT_TOO_LARGE, cart:70000",
        "EMPTY, ''"
    })
    void isNotFoundWhereThereIsNone(String name, String value) {
        assertThat(Address.in(name, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cart, Service shop/cart",
        "cart.other, Service other/cart",
        "cart.other.svc, Service other/cart",
        "cart.other.svc.cluster.local, Service other/cart"
    })
    void meansTheServiceThatTheResolverWouldFind(String host, String service) {
        assertThat(new Address(host, 0).service("shop").map(Object::toString)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "api.example.com", "registry.internal"})
    void outsideTheClusterMeansNoService(String host) {
        assertThat(new Address(host, 443).service("shop")).isEmpty();
    }

    @Test
    void aHugeOrNastyValueCostsNothing() {
        String nasty = "a-".repeat(30_000) + "http://" + "a.".repeat(2_000);
        assertTimeout(Duration.ofSeconds(5), () -> Address.in("x", nasty));
        assertThat(Address.in("x", "cart:80 ".repeat(100_000))).isEmpty();
    }
}
