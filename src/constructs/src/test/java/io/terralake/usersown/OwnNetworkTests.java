package io.terralake.usersown;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.network.Network;
import io.terralake.network.PrivateLink;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.testing.Stacks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/** A network that a user wrote: public endpoints for one office, and a list of what was connected. */
class OwnNetworkTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final OfficeNetwork network = new OfficeNetwork();

    @Test
    void decidesHowServicesAreReached() {
        stack.share(Network.class, network);
        network.allowSubnet("/subscriptions/s/subnets/office");
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        new DataLake(stack, "Lake", DataLakeProps.builder().build());
        new SqlServer(stack, "Server", SqlServerProps.builder().build());
        assertThat(stack)
                .hasResource("azurerm_key_vault", "{network_acls: {ip_rules: ['198.51.100.7']}}")
                .hasResource(
                        "azurerm_storage_account",
                        "{network_rules: {virtual_network_subnet_ids: ['/subscriptions/s/subnets/office']}}")
                .hasResource("azurerm_mssql_firewall_rule", "{start_ip_address: '198.51.100.7'}");
        assertThat(network.connected)
                .containsExactly(
                        "test-stack/Vault kv-lakes-test-weu [vault]",
                        "test-stack/Lake stlakeslaketestweu [blob, dfs]",
                        "test-stack/Server sql-lakes-test-weu [sqlServer]");
    }

    @Test
    void isThatOfProductsOnThePlatform() {
        stack.share(Network.class, network);
        PlatformStack product = new PlatformStack(
                (Construct) stack.getNode().getScope(), "product", stack.environment(), stack.platform());
        assertThat(Network.of(product)).isSameAs(network);
    }

    @Test
    void letsInNobodyWhomFirewallsWouldNotTake() {
        network.office = "0.0.0.0";
        stack.share(Network.class, network);
        assertThatThrownBy(() -> Network.of(stack))
                .hasMessage(
                        "\"0.0.0.0\" is no host's address (a SQL server takes 0.0.0.0 for all of Azure's customers),"
                                + " only public addresses can be allowed (at test-stack)");
    }

    private static final class OfficeNetwork implements Network {
        private String office = "198.51.100.7";
        private final List<String> subnets = new ArrayList<>();
        private final List<String> connected = new ArrayList<>();

        @Override
        public boolean publicAccess() {
            return true;
        }

        @Override
        public List<String> allowedIpRanges() {
            return List.of(office);
        }

        @Override
        public List<String> allowedSubnetIds() {
            return subnets;
        }

        @Override
        public void allowSubnet(String subnetId) {
            subnets.add(subnetId);
        }

        @Override
        public void connect(Construct service, String resourceId, String resourceName, PrivateLink... parts) {
            List<String> groups = Arrays.stream(parts).map(PrivateLink::groupId).toList();
            connected.add("%s %s %s".formatted(service.getNode().getPath(), resourceName, groups));
        }
    }
}
