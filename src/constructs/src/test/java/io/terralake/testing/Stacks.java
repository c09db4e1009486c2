package io.terralake.testing;

import com.hashicorp.cdktf.Testing;
import io.terralake.azure.Region;
import io.terralake.core.PlatformStack;
import io.terralake.databricks.DatabricksRanges;
import io.terralake.databricks.DatabricksSubnets;
import io.terralake.databricks.DatabricksSubnetsProps;
import io.terralake.databricks.IDatabricksSubnets;
import io.terralake.monitoring.LogSink;
import io.terralake.network.IVirtualNetwork;
import io.terralake.network.Network;
import io.terralake.network.PrivateNetwork;
import io.terralake.network.PrivateNetworkProps;
import io.terralake.network.PublicNetwork;
import io.terralake.network.VirtualNetwork;
import io.terralake.network.VirtualNetworkProps;
import io.terralake.settings.Environment;
import io.terralake.settings.EnvironmentSettings;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.settings.MonitoringSettings;
import io.terralake.settings.NetworkMode;
import io.terralake.settings.NetworkSettingsBuilder;
import io.terralake.settings.ProtectionSettings;
import io.terralake.settings.RemovalPolicy;
import io.terralake.settings.TagSettings;
import java.util.List;
import java.util.Map;

/** Stacks to put constructs in. */
public final class Stacks {
    public static final LogSink LOGS = () -> "/subscriptions/s/resourceGroups/g/workspaces/logs";

    private static final String ADDRESS_SPACE = "10.1.0.0/16";
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
                        .addressSpace(ADDRESS_SPACE)
                        .build())
                .protection(new ProtectionSettings(RemovalPolicy.DESTROY, false))
                .monitoring(new MonitoringSettings(List.of("a@example.com"), null, null))
                .build();
    }

    /** The same in private mode. */
    public static EnvironmentSettings privateSettings() {
        return EnvironmentSettingsBuilder.from(settings())
                .withNetwork(NetworkSettingsBuilder.builder()
                        .mode(NetworkMode.PRIVATE)
                        .addressSpace(ADDRESS_SPACE)
                        .endpointSubnet("10.1.0.0/24")
                        .build());
    }

    /** A stack {@code test-stack} in public mode. */
    public static PlatformStack publicStack() {
        return stack(settings());
    }

    public static PlatformStack stack(EnvironmentSettings settings) {
        return new PlatformStack(Testing.app(), "stack", new Environment("test", settings));
    }

    /**
     * A stack {@code test-stack} in public mode whose services let the machines of Databricks through. It shares their
     * subnets.
     */
    public static PlatformStack publicStackWithCompute() {
        PlatformStack stack = publicStack();
        stack.share(Network.class, new PublicNetwork(List.of("203.0.113.0/24")));
        addSubnets(
                stack,
                new VirtualNetwork(
                        stack,
                        "Network",
                        VirtualNetworkProps.builder()
                                .addressSpace(ADDRESS_SPACE)
                                .build()));
        return stack;
    }

    /** A stack {@code test-stack} in private mode, with a network. It shares the subnets of Databricks. */
    public static PlatformStack privateStack() {
        return privateStack(privateSettings());
    }

    /** The same with the tags and protection of other settings. */
    public static PlatformStack privateStack(EnvironmentSettings settings) {
        PlatformStack stack = stack(EnvironmentSettingsBuilder.from(settings)
                .withNetwork(privateSettings().network()));
        PrivateNetwork network = new PrivateNetwork(
                stack,
                "Network",
                PrivateNetworkProps.builder()
                        .addressSpace(ADDRESS_SPACE)
                        .endpointSubnet("10.1.0.0/24")
                        .build());
        stack.share(Network.class, network);
        addSubnets(stack, network);
        return stack;
    }

    private static void addSubnets(PlatformStack stack, IVirtualNetwork network) {
        stack.share(
                IDatabricksSubnets.class,
                new DatabricksSubnets(
                        stack,
                        "Subnets",
                        DatabricksSubnetsProps.builder()
                                .network(network)
                                .ranges(DATABRICKS)
                                .build()));
    }
}
