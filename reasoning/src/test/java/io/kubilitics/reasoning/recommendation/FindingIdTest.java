package io.kubilitics.reasoning.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubilitics.graph.Kind;
import io.kubilitics.graph.ResourceRef;
import org.junit.jupiter.api.Test;

class FindingIdTest {

    private static final ResourceRef CART = ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart");

    @Test
    void isTheSameForTheSameCauseAtTheSameObject() {
        assertThat(FindingId.of("image-not-found", CART))
                .isEqualTo(FindingId.of("image-not-found", ResourceRef.of(Kind.DEPLOYMENT, "shop", "cart")));
        assertThat(FindingId.of("image-not-found", CART).text()).startsWith("image-not-found-cart-");
    }

    @Test
    void isAnotherForEverythingElse() {
        assertThat(new ResourceRef[] {
                    CART,
                    ResourceRef.of(Kind.DEPLOYMENT, "shop2", "cart"),
                    ResourceRef.of(Kind.CONFIG_MAP, "shop", "cart"),
                    ResourceRef.of(new Kind("example.com", "Deployment"), "shop", "cart"),
                    ResourceRef.of(Kind.DEPLOYMENT, "shop", "car.t"),
                    ResourceRef.of(Kind.DEPLOYMENT, "shop", "car-t"),
                    ResourceRef.clusterWide(Kind.DEPLOYMENT, "cart")
                })
                .extracting(ref -> FindingId.of("image-not-found", ref))
                .doesNotHaveDuplicates();
        assertThat(FindingId.of("image-not-found", CART)).isNotEqualTo(FindingId.of("image-pull-denied", CART));
    }

    @Test
    void isFitToBePartOfANameWhateverTheObjectIsCalled() {
        ResourceRef longest = ResourceRef.of(Kind.CONFIG_MAP, "n".repeat(63), "Sys:tem." + "x".repeat(245));

        assertThat(FindingId.of("config-object-missing", longest).text())
                .hasSizeLessThanOrEqualTo(200)
                .matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    }
}
