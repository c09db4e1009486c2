package io.terralake.testing;

import io.terralake.databricks.DatabricksRanges;
import io.terralake.azure.Region;
import io.terralake.settings.RemovalPolicy;
import com.hashicorp.cdktf.Testing;
import io.terralake.core.PlatformStack;
import io.terralake.monitoring.LogSink;
import io.terralake.network.ComputeNetwork;
import io.terralake.network.PrivateNetwork;
import io.terralake.network.PrivateNetworkProps;
import io.terralake.network.PublicNetwork;
import io.terralake.settings.BudgetSettings;
import io.terralake.settings.DataLakeSettings;
import io.terralake.settings.Environment;
import io.terralake.settings.EnvironmentSettings;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.settings.MonitoringSettings;
import io.terralake.settings.NetworkMode;
import io.terralake.settings.NetworkSettingsBuilder;
import io.terralake.settings.ProtectionSettings;
import io.terralake.settings.TagSettings;
import io.terralake.storage.Tiering;
import java.util.List;
import java.util.Map;

/** Stacks to put constructs in. */
public final class Stacks {
    public static final LogSink LOGS = () -> "/subscriptions/s/resourceGroups/g/workspaces/logs";

    private static final DatabricksRanges DATABRICKS = new DatabricksRanges("10.1.4.0/22", "10.1.8.0/22");

    private Stacks() {}

    /** Settings with a public network that lets one range in; nothing is retained. */
    public static EnvironmentSettings settings() {
        return EnvironmentSettingsBuilder.builder()
                .workload("lakes")
                .location(Region.WEST_EUROPE)
                .tags(new TagSettings(Map.of("owner", "tests", "costCentre", "1")))
                .network(NetworkSettingsBuilder.builder()
                        .mode(NetworkMode.PUBLIC)
                        .allowedIpRanges(List.of("203.0.113.0/24"))
                        .build())
                .protection(new ProtectionSettings(RemovalPolicy.DESTROY, false))
                .monitoring(new MonitoringSettings(List.of("a@example.com"), null, null))
                .budget(new BudgetSettings(1, "2026-01", null))
                .dataLake(new DataLakeSettings(null, null, Map.of("bronze", Tiering.NONE)))
                .build();
    }

    /** A stack {@code test-stack} in public mode. */
    public static PlatformStack publicStack() {
        return stack(settings());
    }

    public static PlatformStack stack(EnvironmentSettings settings) {
        return new PlatformStack(Testing.app(), "stack", new Environment("test", settings));
    }

    /** A stack {@code test-stack} in public mode whose services let the machines of Databricks through. */
    public static PlatformStack publicStackWithCompute() {
        PlatformStack stack = publicStack();
        stack.useNetwork(new PublicNetwork(
                List.of("203.0.113.0/24"), new ComputeNetwork(stack, "Network", "10.1.0.0/16", DATABRICKS)));
        return stack;
    }

    /** A stack {@code test-stack} in private mode, with a network. */
    public static PlatformStack privateStack() {
        PlatformStack stack = stack(EnvironmentSettingsBuilder.from(settings())
                .withNetwork(NetworkSettingsBuilder.builder()
                        .mode(NetworkMode.PRIVATE)
                        .addressSpace("10.1.0.0/16")
                        .endpointSubnet("10.1.0.0/24")
                        .build()));
        stack.useNetwork(new PrivateNetwork(
                stack,
                "Network",
                PrivateNetworkProps.builder()
                        .addressSpace("10.1.0.0/16")
                        .endpointSubnet("10.1.0.0/24")
                        .databricks(DATABRICKS)
                        .build()));
        return stack;
    }
}
