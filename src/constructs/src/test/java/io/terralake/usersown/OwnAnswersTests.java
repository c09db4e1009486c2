package io.terralake.usersown;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.databricks.DatabricksRanges;
import io.terralake.databricks.DatabricksSubnets;
import io.terralake.databricks.DatabricksSubnetsProps;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.DatabricksWorkspaceProps;
import io.terralake.databricks.IDatabricksSubnets;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.identity.Principal;
import io.terralake.identity.PrincipalType;
import io.terralake.identity.Role;
import io.terralake.identity.RoleGrant;
import io.terralake.keyvault.IKeyVault;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.ApplicationInsights;
import io.terralake.monitoring.ApplicationInsightsProps;
import io.terralake.monitoring.LogSink;
import io.terralake.monitoring.Metric;
import io.terralake.monitoring.MetricAlert;
import io.terralake.monitoring.MetricAlertProps;
import io.terralake.monitoring.Operator;
import io.terralake.monitoring.ResourceHealthAlert;
import io.terralake.monitoring.ResourceHealthAlertProps;
import io.terralake.network.DnsZones;
import io.terralake.network.IVirtualNetwork;
import io.terralake.network.ImportedNetworkProps;
import io.terralake.network.Network;
import io.terralake.network.PrivateLink;
import io.terralake.network.PrivateNetwork;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.storage.AccessControl;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/** Principals, roles, logs, zones and their like that users write: one that does not answer is named with its place. */
class OwnAnswersTests {
    private static final String HERE = "io.terralake.usersown.OwnAnswersTests";

    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void namesAPrincipal() {
        IKeyVault vault = KeyVault.fromVaultId(stack, "Vault", PlatformTeam.VAULT);
        refuses(() -> vault.grantRead(new Someone(null, "id")), "$Someone.principalName() returned null", "/Vault");
        refuses(() -> vault.grantRead(new Someone("one", null)), "$Someone.principalId() returned null", "/Vault");
        refuses(
                () -> SqlDatabase.fromDatabaseId(stack, "Loans", PlatformTeam.SQL_DATABASE)
                        .grantRead(new Someone(null, "id")),
                "$Someone.displayName() returned null",
                "/Loans");
        refuses(
                () -> new SqlServer(
                        stack,
                        "Server",
                        SqlServerProps.builder()
                                .administrator(new Someone(null, "id"))
                                .build()),
                "$Someone.principalName() returned null",
                "/Server");
        refuses(
                () -> new DataLake(stack, "Lake", DataLakeProps.builder().build())
                        .addZone(
                                "bronze",
                                ZoneProps.builder()
                                        .accessControl(AccessControl.ACL)
                                        .build())
                        .grantAcl(new Someone("one", null), "r-x"),
                "$Someone.principalId() returned null",
                "/Lake/bronze");
    }

    @Test
    void namesARole() {
        Role role = () -> null;
        IKeyVault vault = KeyVault.fromVaultId(stack, "Vault", PlatformTeam.VAULT);
        refuses(
                () -> RoleGrant.of((Construct) vault, vault.vaultId(), role, new Someone("one", "id")),
                "$$Lambda.azureName() returned null",
                "/Vault");
    }

    @Test
    void namesWhereLogsGo() {
        LogSink nowhere = () -> null;
        stack.share(LogSink.class, nowhere);
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThatThrownBy(stack::prepareStack)
                .hasMessage(HERE + "$$Lambda.workspaceId() returned null (at test-stack/Vault/Resource)");
        refuses(
                () -> new ApplicationInsights(
                        stack,
                        "Insights",
                        ApplicationInsightsProps.builder().logs(nowhere).build()),
                "$$Lambda.workspaceId() returned null",
                "/Insights");
    }

    @Test
    void namesWhatDeclaresADatabase() {
        stack.afterDeployment().add(() -> null);
        refuses(stack::prepareStack, "$$Lambda.get() returned null", "");
    }

    @Test
    void namesWhomAlertsTell() {
        refuses(
                () -> new ResourceHealthAlert(
                        stack,
                        "Health",
                        ResourceHealthAlertProps.builder()
                                .actionGroup(() -> null)
                                .build()),
                "$$Lambda.actionGroupId() returned null",
                "/Health");
        refuses(
                () -> new MetricAlert(
                        stack,
                        "Alert",
                        MetricAlertProps.builder()
                                .metric(new Metric("space", "name", Aggregation.TOTAL, "id"))
                                .operator(Operator.GREATER_THAN)
                                .threshold(1)
                                .description("too many")
                                .actionGroup(() -> null)
                                .build()),
                "$$Lambda.actionGroupId() returned null",
                "/Alert");
    }

    @Test
    void namesZonesAndPartsOfServices() {
        shareNetwork(link -> null);
        refuses(
                () -> new KeyVault(stack, "Vault", KeyVaultProps.builder().build()),
                "$$Lambda.zoneId() returned null",
                "/Vault");
        shareNetwork(DnsZones.byPolicy());
        refuses(
                () -> Network.of(stack).connect(stack, "id", "name", new Part(null, "zone")),
                "$Part.groupId() returned null",
                "");
        refuses(
                () -> Network.of(stack).connect(stack, "id", "name", new Part("group", null)),
                "$Part.dnsZone() returned null",
                "");
        DataFactory factory =
                new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
        refuses(
                () -> factory.connectTo("search", "id", new Part(null, "zone")),
                "$Part.groupId() returned null",
                "/Factory");
    }

    @Test
    void namesAVirtualNetworkAndSubnets() {
        refuses(
                () -> new DatabricksSubnets(
                        stack,
                        "Subnets",
                        DatabricksSubnetsProps.builder()
                                .network(new Nameless(stack, "Nameless"))
                                .ranges(new DatabricksRanges("10.1.4.0/22", "10.1.8.0/22"))
                                .build()),
                "$Nameless.virtualNetworkName() returned null",
                "/Subnets");
        refuses(
                () -> new DatabricksWorkspace(
                        stack,
                        "Databricks",
                        DatabricksWorkspaceProps.builder()
                                .subnets(new NoSubnets())
                                .build()),
                "$NoSubnets.host() returned null",
                "/Databricks");
    }

    private void shareNetwork(DnsZones zones) {
        stack.share(
                Network.class,
                PrivateNetwork.fromVirtualNetworkId(
                        stack,
                        "Network" + System.nanoTime(),
                        ImportedNetworkProps.builder()
                                .virtualNetworkId(PlatformTeam.NETWORK)
                                .endpointSubnetId(PlatformTeam.ENDPOINT_SUBNET)
                                .dnsZones(zones)
                                .build()));
    }

    private static void refuses(ThrowingCallable call, String message, String place) {
        assertThatThrownBy(call)
                .isInstanceOf(ConstructException.class)
                .hasMessage("%s%s (at test-stack%s)", HERE, message, place);
    }

    private record Someone(
            @Nullable String principalName, @Nullable String principalId) implements Principal {
        @Override
        public Optional<PrincipalType> principalType() {
            return Optional.of(PrincipalType.GROUP);
        }
    }

    private record Part(@Nullable String groupId, @Nullable String dnsZone) implements PrivateLink {}

    private record NoSubnets() implements IDatabricksSubnets {
        @Override
        public String virtualNetworkId() {
            return "id";
        }

        @Override
        public @Nullable Delegated host() {
            return null;
        }

        @Override
        public @Nullable Delegated container() {
            return null;
        }
    }

    private static final class Nameless extends Construct implements IVirtualNetwork {
        Nameless(Construct scope, String id) {
            super(scope, id);
        }

        @Override
        public String virtualNetworkId() {
            return "id";
        }

        @Override
        public @Nullable String virtualNetworkName() {
            return null;
        }

        @Override
        public String virtualNetworkResourceGroupName() {
            return "rg-hub";
        }

        @Override
        public void claim(String range, int longestPrefix, String use) {}
    }
}
