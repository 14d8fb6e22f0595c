package io.kubilitics.graph.facts;

import io.kubilitics.graph.ResourceRef;

/**
 * Traffic is sent to a Service.
 *
 * @param where host and path, or what else tells this traffic from other
 * @param port of the Service, a number or a name; empty for any
 */
public record Backend(String where, ResourceRef service, String port) {}
