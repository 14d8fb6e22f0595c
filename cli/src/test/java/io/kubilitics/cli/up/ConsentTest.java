package io.kubilitics.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubilitics.cli.CliFault;
import io.kubilitics.cli.ExitCode;
import io.kubilitics.crds.BodyName;
import io.kubilitics.crds.Manifests;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {

    private static final List<String> CONTENTS = Installation.contents(Manifests.of(BodyName.DEFAULT));

    @Test
    void whatIsToBeAppliedIsReadFromTheManifests() {
        assertThat(CONTENTS)
                .contains(
                        "CustomResourceDefinition proposals.kubilitics.io",
                        "ValidatingAdmissionPolicy proposal-creation.kubilitics.io, proposal-decision.kubilitics.io,"
                                + " proposal-status.kubilitics.io",
                        "Namespace kubilitics",
                        "ClusterRole kubilitics-body, kubilitics-proposer, kubilitics-approver",
                        "ServiceAccount body")
                .anyMatch(line -> line.startsWith("ValidatingAdmissionPolicyBinding "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "Yes", " YES "})
    void aYesIsEnough(String typed) {
        AtomicReference<String> asked = new AtomicReference<>("");
        Consent consent = new Consent(false, Optional.of(question -> {
            asked.set(question);
            return typed;
        }));

        assertThatCode(() -> consent.toApply(CONTENTS, "context 'prod' at https://10.0.0.1"))
                .doesNotThrowAnyException();
        assertThat(asked.get())
                .contains(CONTENTS)
                .endsWith("Apply this to the cluster of context 'prod' at https://10.0.0.1? [y/N] ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "no", "yeah", "ja"})
    void everythingElseIsANo(String typed) {
        assertThatThrownBy(() -> new Consent(false, Optional.of(_ -> typed)).toApply(CONTENTS, "x"))
                .isInstanceOfSatisfying(
                        CliFault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.FAILED));
    }

    @Test
    void withoutATerminalNothingIsAppliedUnlessItWasSaidBefore() {
        assertThatThrownBy(() -> new Consent(false, Optional.empty()).toApply(CONTENTS, "x"))
                .hasMessage("--install asks before it applies anything, and there is no terminal to ask on: add --yes");
        assertThatCode(() -> new Consent(true, Optional.empty()).toApply(CONTENTS, "x"))
                .doesNotThrowAnyException();
    }
}
