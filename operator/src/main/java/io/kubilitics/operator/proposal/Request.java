package io.kubilitics.operator.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubilitics.crds.proposal.Expectation;
import io.kubilitics.graph.ResourceRef;
import java.util.List;

/**
 * A change that the brain asks for. What it says of the change is shown to people and decides nothing.
 *
 * @param fields a strategic merge patch: an object
 * @param because cause and evidence
 * @param finding what is to be mended; never has two open proposals
 */
public record Request(
        ResourceRef target,
        JsonNode fields,
        String why,
        String title,
        String because,
        String finding,
        List<Expectation> expect) {
    public Request {
        expect = List.copyOf(expect);
    }
}
