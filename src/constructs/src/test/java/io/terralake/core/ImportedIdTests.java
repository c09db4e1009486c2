package io.terralake.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.DefaultTokenResolver;
import com.hashicorp.cdktf.ResolveOptions;
import com.hashicorp.cdktf.StringConcat;
import com.hashicorp.cdktf.Tokenization;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;
import io.terralake.databricks.DatabricksSubnets;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.eventgrid.SystemTopic;
import io.terralake.keyvault.KeyVault;
import io.terralake.monitoring.ActionGroup;
import io.terralake.monitoring.LogAnalytics;
import io.terralake.network.DnsZones;
import io.terralake.network.ImportedNetworkProps;
import io.terralake.network.PrivateNetwork;
import io.terralake.network.VirtualNetwork;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlServer;
import io.terralake.storage.DataLake;
import io.terralake.storage.Queue;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is imported: its id is checked alike. */
class ImportedIdTests {
    private static final String HUB =
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub/providers/";
    private static final String FORM = "/subscriptions/<id>/resourceGroups/<name>/providers/";

    private final PlatformStack stack = Stacks.publicStack();

    /** What can be imported, by the id of which form. */
    private enum Import {
        ACTION_GROUP("Microsoft.Insights/actionGroups/<name>", ActionGroup::fromActionGroupId),
        DATA_LAKE("Microsoft.Storage/storageAccounts/<name>", DataLake::fromAccountId),
        DATABRICKS_SUBNETS(
                "Microsoft.Network/virtualNetworks/<name>/subnets/<name>",
                (stack, id, given) -> DatabricksSubnets.fromSubnetIds(stack, id, given, PlatformTeam.CONTAINER_SUBNET)),
        DATABRICKS_WORKSPACE("Microsoft.Databricks/workspaces/<name>", DatabricksWorkspace::fromWorkspaceId),
        KEY_VAULT("Microsoft.KeyVault/vaults/<name>", KeyVault::fromVaultId),
        LOG_ANALYTICS("Microsoft.OperationalInsights/workspaces/<name>", LogAnalytics::fromWorkspaceId),
        PRIVATE_NETWORK(
                "Microsoft.Network/virtualNetworks/<name>",
                (stack, id, given) -> PrivateNetwork.fromVirtualNetworkId(
                        stack,
                        id,
                        ImportedNetworkProps.builder()
                                .virtualNetworkId(given)
                                .endpointSubnetId(PlatformTeam.ENDPOINT_SUBNET)
                                .dnsZones(DnsZones.byPolicy())
                                .build())),
        QUEUE("Microsoft.Storage/storageAccounts/<name>/queueServices/<name>/queues/<name>", Queue::fromQueueId),
        SQL_DATABASE("Microsoft.Sql/servers/<name>/databases/<name>", SqlDatabase::fromDatabaseId),
        SQL_SERVER("Microsoft.Sql/servers/<name>", SqlServer::fromServerId),
        SYSTEM_TOPIC(
                "Microsoft.EventGrid/systemTopics/<name>",
                (stack, id, given) -> SystemTopic.fromSystemTopicId(stack, id, given, PlatformTeam.SUBSCRIPTION)),
        VIRTUAL_NETWORK("Microsoft.Network/virtualNetworks/<name>", VirtualNetwork::fromVirtualNetworkId);

        private final String form;
        private final Factory factory;

        Import(String form, Factory factory) {
            this.form = form;
            this.factory = factory;
        }

        Object from(PlatformStack stack, String id) {
            return factory.from(stack, "Imported", id);
        }
    }

    private interface Factory {
        Object from(PlatformStack stack, String id, String imported);
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheIdOfAnotherType(Import imported) {
        assertThatThrownBy(() -> imported.from(stack, HUB + "Microsoft.Web/sites/shop"))
                .isInstanceOf(ConstructException.class)
                .hasMessage("\"" + HUB + "Microsoft.Web/sites/shop\" is the id of a Microsoft.Web/sites, " + FORM
                        + imported.form + " is needed (at test-stack/Imported)");
    }

    @ParameterizedTest
    @EnumSource
    void refusesASlashAtTheEnd(Import imported) {
        String id = HUB + imported.form.replace("<name>", "one") + "/";
        assertThatThrownBy(() -> imported.from(stack, id))
                .hasMessage("\"" + id + "\" is not the id of a resource (it ends with a slash), " + FORM + imported.form
                        + " is needed (at test-stack/Imported)");
    }

    @ParameterizedTest
    @EnumSource
    void refusesAName(Import imported) {
        assertThatThrownBy(() -> imported.from(stack, "one"))
                .hasMessage("\"one\" is not the id of a resource, " + FORM + imported.form
                        + " is needed (at test-stack/Imported)");
    }

    @ParameterizedTest
    @EnumSource
    void takesATokenOnTrust(Import imported) {
        assertThat(imported.from(stack, stack.resourceGroup().getId())).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"DATABRICKS_SUBNETS", "DATABRICKS_WORKSPACE", "PRIVATE_NETWORK", "VIRTUAL_NETWORK"})
    void refusesAnotherSubscriptionWhereResourcesAreMadeInOrReadFromIt(Import imported) {
        String own = "99999999-2222-3333-4444-555555555555";
        PlatformStack elsewhere =
                Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings()).withSubscriptionId(own));
        String id = HUB + imported.form.replace("<name>", "one");
        assertThatThrownBy(() -> imported.from(elsewhere, id))
                .hasMessageStartingWith("\"" + id + "\" is in another subscription than the environment, " + own + ": ")
                .hasMessageEndingWith(
                        switch (imported) {
                            case DATABRICKS_SUBNETS ->
                                "a workspace is made in the subscription of its network (at test-stack/Imported)";
                            case DATABRICKS_WORKSPACE ->
                                "Terraform reads the workspace's address there (at test-stack/Imported)";
                            case PRIVATE_NETWORK ->
                                "private endpoints are made in the subscription of their network (at test-stack/Imported)";
                            default -> "subnets are made in the subscription of their network (at test-stack/Imported)";
                        });
    }

    @ParameterizedTest
    @EnumSource(names = {"ACTION_GROUP", "DATA_LAKE", "KEY_VAULT", "LOG_ANALYTICS", "SQL_DATABASE", "SQL_SERVER"})
    void takesAnotherSubscriptionElsewhere(Import imported) {
        PlatformStack elsewhere = Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings())
                .withSubscriptionId("99999999-2222-3333-4444-555555555555"));
        assertThat(imported.from(elsewhere, HUB + imported.form.replace("<name>", "one")))
                .isNotNull();
    }

    @Test
    void knowsTheNamesInAnId() {
        ImportedId id = new ImportedId(stack, PlatformTeam.SQL_DATABASE, "microsoft.sql/Servers/databases");
        assertThat(id.resourceGroupName()).isEqualTo("rg-hub");
        assertThat(id.name(0)).isEqualTo("sql-hub");
        assertThat(id.name(1)).isEqualTo("loans");
        assertThat(id.idOf(0)).isEqualTo(PlatformTeam.SQL_SERVER);
        assertThat(id.idOf(1)).isEqualTo(PlatformTeam.SQL_DATABASE);
    }

    @Test
    void letsTerraformFindTheNamesInAToken() {
        ResourceGroup group = stack.resourceGroup();
        ImportedId id = new ImportedId(stack, group.getId(), "Microsoft.Sql/servers/databases");
        assertThat(resolved(id.resourceGroupName()))
                .isEqualTo("${element(split(\"/\", azurerm_resource_group.ResourceGroup.id), 4)}");
        assertThat(resolved(id.name(1)))
                .isEqualTo("${element(split(\"/\", azurerm_resource_group.ResourceGroup.id), 10)}");
        assertThat(resolved(id.idOf(0)))
                .isEqualTo("${join(\"/\", slice(split(\"/\", azurerm_resource_group.ResourceGroup.id), 0, 9))}");
    }

    @Test
    void acceptsAnySubscriptionWhenTheEnvironmentNamesNone() {
        ImportedId id = new ImportedId(stack, PlatformTeam.VAULT, "Microsoft.KeyVault/vaults");
        assertThat(id.requireOwnSubscription("it is read there")).isSameAs(id);
    }

    private Object resolved(String token) {
        return Tokenization.resolve(
                token,
                ResolveOptions.builder()
                        .scope(stack)
                        .resolver(new DefaultTokenResolver(new StringConcat()))
                        .preparing(false)
                        .build());
    }
}
