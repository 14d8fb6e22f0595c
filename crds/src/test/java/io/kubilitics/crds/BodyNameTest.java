package io.kubilitics.crds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyNameTest {

    @Test
    void aServiceAccountKeepsItsThingsInItsNamespace() {
        BodyName body = new BodyName("system:serviceaccount:sre:hand");

        assertThat(body.isServiceAccount()).isTrue();
        assertThat(body.namespace()).isEqualTo("sre");
        assertThat(body.accountName()).isEqualTo("hand");
    }

    @Test
    void aUserKeepsThemInOurs() {
        BodyName body = new BodyName("https://issuer.example/#operator");

        assertThat(body.isServiceAccount()).isFalse();
        assertThat(body.namespace()).isEqualTo("kubilitics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "o'neill", "a\"b", "a\\b", "a\nb", "${body}", " leading", "system:serviceaccount:kubilitics"
            })
    void refusesWhatCannotBeWrittenIntoAPolicy(String name) {
        assertThatThrownBy(() -> new BodyName(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("not: " + name);
    }
}
