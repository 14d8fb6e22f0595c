package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import org.junit.jupiter.api.Test;

class OutlookTest {

    private final Outlook outlook = new Outlook();

    @Test
    void eachRefusalIsNewsOnce() {
        Portion secrets = new Portion(Kind.SECRET, "shop");

        assertThat(outlook.refuse(secrets, "forbidden")).isTrue();
        assertThat(outlook.refuse(secrets, "forbidden")).isFalse();
        assertThat(outlook.sentences()).containsExactly("Secret in shop cannot be seen: forbidden");

        outlook.see(secrets);
        assertThat(outlook.sentences()).isEmpty();
        assertThat(outlook.refuse(secrets, "forbidden")).isTrue();
    }

    @Test
    void whatTheClusterLacksIsOneSentence() {
        outlook.lack(Kind.MUTATING_POLICY);
        outlook.lack(Kind.MUTATING_POLICY_BINDING);

        assertThat(outlook.sentences())
                .containsExactly("this cluster does not have MutatingAdmissionPolicy, MutatingAdmissionPolicyBinding");
    }
}
