package io.terralake.core;

import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;
import io.terralake.monitoring.LogSink;
import io.terralake.network.Network;

/**
 * What a landing zone shares with the data products on it.
 *
 * @param resourceGroup where everything lives
 * @param network how services are reached
 * @param logSink where diagnostic logs go
 */
public record Platform(ResourceGroup resourceGroup, Network network, LogSink logSink) {}
