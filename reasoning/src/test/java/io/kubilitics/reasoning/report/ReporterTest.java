package io.kubilitics.reasoning.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubilitics.reasoning.Shop;
import io.kubilitics.reasoning.cause.Catalogue;
import org.junit.jupiter.api.Test;

class ReporterTest {

    private static final String CONTAINER = "{'name': 'app', 'image': 'cart:2'}";
    private static final String NOT_PULLED = "'state': {'waiting': {'reason': 'ErrImagePull', 'message': 'm'}}";

    private static Report report(Shop shop) {
        return new Reporter(Catalogue.full()).report("shop", shop.investigate());
    }

    private static Shop broken() {
        return new Shop()
                .revision(1, "10:00:00", "{'name': 'app', 'image': 'cart:1'}")
                .revision(2, "10:05:00", CONTAINER)
                .pod("cart-2-a", 2, CONTAINER, NOT_PULLED)
                .event("cart-2-a", "manifest unknown \\u001b[31m\\u202e")
                .listed();
    }

    @Test
    void theJsonHasTheDocumentedShape() throws Exception {
        JsonNode json = new ObjectMapper().readTree(Json.pretty(report(broken())));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "bundle",
                        "status",
                        "causes",
                        "alternatives",
                        "affected",
                        "trace",
                        "ruledOut",
                        "coverage",
                        "decides");
        JsonNode cause = json.at("/causes/0");
        assertThat(cause.at("/cause").asText()).isEqualTo("incorrect-image-reference");
        assertThat(cause.at("/category").asText()).isEqualTo("image-pull-not-found");
        assertThat(cause.at("/object").toString())
                .isEqualTo("{\"kind\":\"Deployment\",\"namespace\":\"shop\",\"name\":\"cart\"}");
        assertThat(cause.at("/remedy/op").asText()).isEqualTo("patch");
        assertThat(cause.at("/remedy/patch/spec/template/spec/containers/0/image")
                        .asText())
                .isEqualTo("cart:1");
        // Nobody but the workload at fault suffers.
        assertThat(json.at("/affected")).isEmpty();
        assertThat(json.at("/alternatives/0/why not").asText()).isNotBlank();
        assertThat(json.at("/ruledOut").findValuesAsText("cause")).contains("image-pull-denied", "nothing-wrong");
    }

    @Test
    void wordsFromOutsideCannotCommandATerminal() {
        Report report = report(broken());

        assertThat(Json.pretty(report) + Page.of(report)).doesNotContain("\u001b", "\\u001b", "\u202e");
        assertThat(report.causes().getFirst().evidence())
                .anySatisfy(evidence -> assertThat(evidence.tainted()).isTrue());
    }

    @Test
    void thePageTellsVerdictCauseAndRemedy() {
        assertThat(Page.of(report(broken())))
                .startsWith("shop: 1 cause.")
                .contains("At fault: Deployment shop/cart", "To do: patch Deployment shop/cart", "Ruled out:");
        assertThat(Page.of(report(new Shop().listed()))).startsWith("shop: healthy.");
    }
}
