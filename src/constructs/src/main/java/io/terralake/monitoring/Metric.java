package io.terralake.monitoring;

/**
 * A metric of one resource.
 *
 * @param namespace the resource type that has the metric, such as {@code Microsoft.KeyVault/vaults}
 * @param name the metric's name in that namespace
 * @param aggregation how its values become one
 * @param resourceId the Azure id of the resource
 * @see <a href="https://learn.microsoft.com/azure/azure-monitor/reference/metrics-index">Supported metrics</a>
 */
public record Metric(String namespace, String name, Aggregation aggregation, String resourceId) {}
