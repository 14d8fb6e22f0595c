package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;
import java.util.Optional;

/**
 * The API server asks somebody else.
 *
 * @param service in the cluster, or else
 * @param outside host and port of a URL
 * @param trusts until when the certificate authority is good that it trusts
 */
public record Calls(Optional<ResourceRef> service, int port, Optional<Address> outside, Optional<Certificate> trusts) {}
