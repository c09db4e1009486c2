package io.terralake.declarations;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A managed private endpoint of a data factory whose connection waits for the approval of its target's owner.
 *
 * @param endpoint the Azure id of the managed private endpoint
 * @param target the Azure id of the service that it connects to
 */
@JsonPropertyOrder(alphabetic = true)
public record PrivateEndpointApproval(String endpoint, String target) {}
