package io.terralake.usersown;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.network.Network;
import io.terralake.network.PrivateLink;
import io.terralake.network.PublicNetwork;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.testing.Stacks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        new KeyVault(product, "Vault", KeyVaultProps.builder().build());
        assertThat(network.connected).containsExactly("test-product/Vault kv-lakes-test-weu [vault]");
    }

    @Test
    void isNamedWhenItAnswersNull() {
        String name = "io.terralake.usersown.OwnNetworkTests$Broken";
        assertThatThrownBy(() -> vaultIn(new Broken(null, null)))
                .isInstanceOf(ConstructException.class)
                .hasMessage(name + ".allowedIpRanges() returned null (at test-stack)");
        assertThatThrownBy(() -> vaultIn("Second", new Broken(Arrays.asList((String) null), null)))
                .hasMessage(name + ".allowedIpRanges() returned a list with null in it (at test-stack)");
    }

    @Test
    void isNamedWhenItAllowsWhatFirewallsDoNotTake() {
        assertThatThrownBy(() -> vaultIn(new Broken(List.of("10.1.0.0/16"), null)))
                .isInstanceOf(ConstructException.class)
                .hasMessage(
                        "io.terralake.usersown.OwnNetworkTests$Broken.allowedIpRanges(): \"10.1.0.0/16\" is a private"
                                + " range, only public addresses can be allowed (at test-stack)");
        assertThatThrownBy(() -> new PublicNetwork(List.of("office")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"office\" is no IPv4 range in CIDR form such as 10.20.0.0/16");
    }

    @Test
    void isNamedWithTheServiceWhenItThrows() {
        assertThatThrownBy(() -> vaultIn(new Broken(List.of(), new IllegalStateException("no hub"))))
                .isInstanceOf(ConstructException.class)
                .hasMessage("io.terralake.usersown.OwnNetworkTests$Broken.connect() failed:"
                        + " java.lang.IllegalStateException: no hub (at test-stack/Vault)")
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Network.of(stack).allowSubnet("/subscriptions/s/subnets/office"))
                .hasMessage("io.terralake.usersown.OwnNetworkTests$Broken.allowSubnet() failed:"
                        + " java.lang.IllegalStateException: no hub (at test-stack)");
    }

    @Test
    void letsOthersSayWhatIsWrongWithTheirConstructs() {
        ConstructException refused = new ConstructException(stack, "no room");
        assertThatThrownBy(() -> vaultIn(new Broken(List.of(), refused))).isSameAs(refused);
    }

    private void vaultIn(Network broken) {
        vaultIn("Vault", broken);
    }

    private void vaultIn(String id, Network broken) {
        stack.share(Network.class, broken);
        new KeyVault(stack, id, KeyVaultProps.builder().build());
    }

    /** A network whose lists may be missing and which connects nothing. */
    private record Broken(
            @Nullable List<String> allowedIpRanges,
            @Nullable RuntimeException failure) implements Network {
        @Override
        public boolean publicAccess() {
            return true;
        }

        @Override
        public List<String> allowedSubnetIds() {
            return List.of();
        }

        @Override
        public void allowSubnet(String subnetId) {
            throw failure;
        }

        @Override
        public void connect(Construct service, String resourceId, String resourceName, PrivateLink... parts) {
            throw failure;
        }
    }

    private static final class OfficeNetwork implements Network {
        private final List<String> subnets = new ArrayList<>();
        private final List<String> connected = new ArrayList<>();

        @Override
        public boolean publicAccess() {
            return true;
        }

        @Override
        public List<String> allowedIpRanges() {
            return List.of("198.51.100.7");
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
