package io.kubilitics.operator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.kubilitics.graph.Kind;
import io.kubilitics.graph.facts.ConfigFacts;
import io.kubilitics.graph.observe.Observers;
import io.kubilitics.graph.world.Observation.Seen;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrimmerTest {

    @Test
    void ofASecretOnlyTheKeysLeave() throws Exception {
        String trimmed = Trimmer.trim(new SecretBuilder()
                .withNewMetadata()
                .withName("db")
                .withNamespace("shop")
                .endMetadata()
                .withData(Map.of("password", "aHVudGVyMg=="))
                .withStringData(Map.of("user", "hunter2"))
                .build());

        assertThat(trimmed).doesNotContain("aHVudGVyMg", "hunter2");
        assertThat(Observers.observe(Kind.SECRET, trimmed))
                .singleElement()
                .satisfies(seen -> assertThat(((Seen) seen).resource().facts())
                        .isEqualTo(new ConfigFacts(Set.of("password", "user"))));
    }

    @Test
    void whatKubectlWroteDownAndHelmKeepsStaysHere() {
        assertThat(Trimmer.trim(new SecretBuilder()
                        .withType("helm.sh/release.v1")
                        .withNewMetadata()
                        .withName("sh.helm.release.v1.shop.v1")
                        .addToAnnotations("kubectl.kubernetes.io/last-applied-configuration", "{secret}")
                        .endMetadata()
                        .withData(Map.of("release", "SDRzSUFBQUFB"))
                        .build()))
                .doesNotContain("SDRzSUFBQUFB", "last-applied", "{secret}");
    }

    @Test
    void environmentValuesStayHereAndReferencesLeave() {
        String trimmed = Trimmer.trim(new PodBuilder()
                .withNewMetadata()
                .withName("p")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("app")
                .addNewEnv()
                .withName("TOKEN")
                .withValue("s3cret-value")
                .endEnv()
                .addNewEnv()
                .withName("URL")
                .withNewValueFrom()
                .withNewConfigMapKeyRef("url", "conf", false)
                .endValueFrom()
                .endEnv()
                .endContainer()
                .endSpec()
                .build());

        assertThat(trimmed).doesNotContain("s3cret-value").contains("TOKEN", "configMapKeyRef", "conf");
    }

    @Test
    void environmentValuesStayHereHoweverDeepTheyLie() {
        EnvVar token =
                new EnvVarBuilder().withName("TOKEN").withValue("s3cret-value").build();
        PodSpec pod = new PodSpecBuilder()
                .addNewContainer()
                .withName("app")
                .withEnv(token)
                .endContainer()
                .build();
        PodTemplateSpec template = new PodTemplateSpecBuilder().withSpec(pod).build();
        CronJob cron = new CronJobBuilder()
                .withNewSpec()
                .withNewJobTemplate()
                .withNewSpec()
                .withTemplate(template)
                .endSpec()
                .endJobTemplate()
                .endSpec()
                .build();
        StatefulSet set = new StatefulSetBuilder()
                .withNewSpec()
                .withTemplate(template)
                .endSpec()
                .build();

        assertThat(Trimmer.trim(cron)).doesNotContain("s3cret-value").contains("TOKEN");
        assertThat(Trimmer.trim(set)).doesNotContain("s3cret-value").contains("TOKEN");
    }

    @Test
    void whoChangedItAndWhenIsKept() {
        String trimmed = Trimmer.trim(new ConfigMapBuilder()
                .withNewMetadata()
                .withName("c")
                .withManagedFields(new ManagedFieldsEntryBuilder()
                        .withManager("kubectl")
                        .withTime("2026-11-21T10:00:00Z")
                        .withNewFieldsV1()
                        .addToAdditionalProperties("f:data", Map.of())
                        .endFieldsV1()
                        .build())
                .endMetadata()
                .build());

        assertThat(trimmed).contains("kubectl", "2026-11-21T10:00:00Z").doesNotContain("f:data");
    }
}
