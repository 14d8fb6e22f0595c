package io.kubilitics.reasoning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import io.kubilitics.graph.action.Action;
import io.kubilitics.graph.action.Fields;
import io.kubilitics.reasoning.Diagnosis;
import io.kubilitics.reasoning.Shop;
import io.kubilitics.reasoning.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {

    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");
    private static final ResourceRef CONF = ResourceRef.of(Kind.CONFIG_MAP, "shop", "conf");
    private static final String NOT_CREATED =
            "'state': {'waiting': {'reason': 'CreateContainerConfigError', 'message': 'some words'}}";
    private static final String NOT_PULLED =
            "'state': {'waiting': {'reason': 'ImagePullBackOff', 'message': 'Back-off'}}";

    @Test
    void aMisspeltKeyIsTheReferrersFaultAndCanBePutRight() {
        Diagnosis found = only(reading("databse-url").configMap("'database-url': 'x', 'size': '1'"));

        assertThat(found.cause()).isEqualTo("config-key-missing");
        assertThat(found.ruling().object()).isEqualTo(CART);
        assertThat(found.ruling().confidence()).isEqualTo(Confidence.PROVEN);
        assertThat(found.ruling().remedy())
                .contains(
                        new Action.Patch(
                                CART,
                                Fields.ofContainer(
                                        "app",
                                        "env",
                                        List.of(Map.of(
                                                "name",
                                                "URL",
                                                "valueFrom",
                                                Map.of(
                                                        "configMapKeyRef",
                                                        Map.of("name", "conf", "key", "database-url"))))),
                                "let container app read the key 'database-url', which is there, instead of 'databse-url', which is not"));
    }

    @Test
    void aKeyThatNobodyMisspeltHasToComeBack() {
        Diagnosis found = only(reading("database-url").configMap("'size': '1'"));

        assertThat(found.ruling().object()).isEqualTo(CONF);
        assertThat(found.ruling().remedy()).isEmpty();
    }

    @Test
    void theEnvironmentOfAPodThatNobodyMadeFromATemplateCannotBePutRight() {
        Shop ownerless = new Shop()
                .object(Kind.POD, """
                        {'apiVersion': 'v1', 'kind': 'Pod', 'metadata': {'name': 'cart-1-a', 'namespace': 'shop', 'uid': 'p-cart-1-a'},
                         'spec': {'nodeName': 'n1', 'containers': [%s]},
                         'status': {'phase': 'Running', 'containerStatuses': [{'name': 'app', %s}]}}""".formatted(container("databse-url"), NOT_CREATED))
                .configMap("'database-url': 'x'")
                .listed();

        Diagnosis found = only(ownerless);
        assertThat(found.cause()).isEqualTo("config-key-missing");
        assertThat(found.ruling().remedy()).isEmpty();
    }

    @Test
    void whereThereWasNoLimitThereIsNoFigureToGoBackTo() {
        String limited = "{'name': 'app', 'image': 'cart:1', 'resources': {'limits': {'memory': '16Mi'}}}";
        Shop shop = new Shop()
                .revision(1, "10:00:00", "{'name': 'app', 'image': 'cart:1'}")
                .revision(2, "10:05:00", limited)
                .pod(
                        "cart-2-a",
                        2,
                        limited,
                        "'restartCount': 1, 'state': {'waiting': {'reason': 'CrashLoopBackOff'}}, 'lastState': {'terminated':"
                                + " {'reason': 'OOMKilled', 'exitCode': 137, 'finishedAt': '2026-11-21T10:06:00Z'}}")
                .listed();

        Diagnosis found = only(shop);
        assertThat(found.cause()).isEqualTo("oom-killed");
        assertThat(found.ruling().remedy()).isEmpty();
    }

    @Test
    void aMissingConfigMapIsToldFromAMissingKey() {
        assertThat(only(reading("url")).cause()).isEqualTo("config-object-missing");
    }

    @Test
    void withoutSightOfConfigMapsNothingIsConfirmed() {
        String container = container("url");
        Shop blind = new Shop().pod("cart-1-a", 1, container, NOT_CREATED).listed(Kind.CONFIG_MAP);

        assertThat(blind.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        unknown -> assertThat(unknown.decides()).contains("ConfigMaps are not visible"));
    }

    @ParameterizedTest
    @CsvSource({
        "failed to pull: not found, incorrect-image-reference",
        "pull access denied or repository does not exist or not found, missing-image-pull-secret",
        "failed to pull image: 429 Too Many Requests, registry-rate-limited",
        "pulling image: no matching manifest for linux/arm64 in the manifest list, image-platform-mismatch",
        "pull: dial tcp 10.0.0.1:443: i/o timeout, registry-unreachable",
        "pull: dial tcp: lookup registry.invalid: no such host, image-registry-dns-failure"
    })
    void whatTheRegistrySaidTellsThreeCausesApart(String said, String cause) {
        Shop shop = new Shop()
                .pod("cart-1-a", 1, "{'name': 'app', 'image': 'cart:2'}", NOT_PULLED)
                .event("cart-1-a", said)
                .listed();

        assertThat(only(shop).cause()).isEqualTo(cause);
    }

    @Test
    void anImageThatAChangeBroughtIsTakenBack() {
        Shop shop = new Shop()
                .revision(1, "10:00:00", "{'name': 'app', 'image': 'cart:1'}")
                .revision(2, "10:05:00", "{'name': 'app', 'image': 'cart:2'}")
                .pod("cart-2-a", 2, "{'name': 'app', 'image': 'cart:2'}", NOT_PULLED)
                .event("cart-2-a", "Failed to pull image: manifest unknown")
                .listed();

        assertThat(only(shop).ruling().remedy())
                .get()
                .satisfies(action -> assertThat(((Action.Patch) action).fields())
                        .isEqualTo(Fields.ofContainer("app", "image", "cart:1")));
    }

    @Test
    void aCrashIsExplainedByItsLastWordsAndNotByItsExitCode() {
        String crashed = "'restartCount': 3, 'state': {'terminated': {'exitCode': 3, 'reason': 'Error'}}";
        Shop silent = new Shop()
                .pod("cart-1-a", 1, "{'name': 'app', 'image': 'cart:1'}", crashed)
                .listed();
        assertThat(silent.verdict()).isInstanceOf(Verdict.Inconclusive.class);

        Diagnosis spoken = only(silent.log("starting", "fatal: no store"));
        assertThat(spoken.cause()).isEqualTo("application-crash");
        assertThat(spoken.ruling().confidence()).isEqualTo(Confidence.WEAK);
        assertThat(spoken.ruling().claims()).anyMatch(Claim::tainted);
        assertThat(spoken.ruling().remedy()).isEmpty();
    }

    private static Shop reading(String key) {
        return new Shop()
                .pod("cart-1-a", 1, container(key), NOT_CREATED)
                .revision(1, "10:00:00", container(key))
                .listed();
    }

    private static String container(String key) {
        return "{'name': 'app', 'image': 'cart:1', 'env': [{'name': 'URL', 'valueFrom': {'configMapKeyRef': {'name': 'conf', 'key': '%s'}}}]}"
                .formatted(key);
    }

    private static Diagnosis only(Shop shop) {
        List<Diagnosis> causes = ((Verdict.Diagnosed) shop.verdict()).causes();
        assertThat(causes).hasSize(1);
        return causes.getFirst();
    }
}
