package io.terralake.core;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroupConfig;
import io.terralake.assertions.Match;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.monitoring.LogSink;
import io.terralake.network.Network;
import io.terralake.settings.BackendSettings;
import io.terralake.settings.Environment;
import io.terralake.settings.EnvironmentSettings;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.settings.TagSettings;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.testing.Stacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class PlatformStackTests {

    @Test
    void usesEntraForStorageAndLeavesTheSubscriptionToTheEnvironment() {
        assertThat(Stacks.publicStack()).hasProvider("azurerm", "{storage_use_azuread: true, subscription_id: absent}");
    }

    @Test
    void takesTheSubscriptionFromTheSettings() {
        String subscription = "11111111-2222-3333-4444-555555555555";
        PlatformStack stack =
                Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings()).withSubscriptionId(subscription));
        assertThat(stack).hasProvider("azurerm", Map.of("subscription_id", subscription));
    }

    @Test
    void keepsLocalStateBesideCdktfJsonWhateverTheFolder() {
        assertThat(Stacks.publicStack())
                .matchesAt("/terraform/backend/local/path", "../../../terraform.test-stack.tfstate");
    }

    @Test
    void keepsRemoteStateByEntraIdentityWithoutAKey() {
        PlatformStack stack = Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings())
                .withBackend(new BackendSettings("rg-state", "ststate", "tfstate", null)));
        assertThat(stack).matchesAt("/terraform/backend/azurerm", Match.json("""
                exactly({
                  resource_group_name: 'rg-state',
                  storage_account_name: 'ststate',
                  container_name: 'tfstate',
                  key: 'test-stack.tfstate',
                  use_azuread_auth: true,
                })
                """));
    }

    @Test
    void tagsWithSettingsEnvironmentStackAndWorkload() {
        assertThat(Stacks.publicStack()).hasResource("azurerm_resource_group", """
                {
                  name: 'rg-lakes-test-weu',
                  tags: exactly({
                    costCentre: '1',
                    environment: 'test',
                    owner: 'tests',
                    stack: 'stack',
                    workload: 'lakes',
                  }),
                }
                """);
    }

    @Test
    void writesTagsAsTheyAre() {
        PlatformStack stack = Stacks.stack(tagged(Map.of("owner", "${var.x}", "costCentre", "50%{off}", "${a}", "$")));
        assertThat(stack).hasResource("azurerm_resource_group", """
                {tags: exactly({
                  '$${a}': '$',
                  costCentre: '50%%{off}',
                  environment: 'test',
                  owner: '$${var.x}',
                  stack: 'stack',
                  workload: 'lakes',
                })}
                """);
    }

    @Test
    void refusesTagsThatAzureWouldRefuse() {
        assertThatThrownBy(() -> Stacks.stack(tagged(Map.of("Stack", "x"))))
                .hasMessage(
                        "tags \"Stack\" and \"stack\" are one to Azure, which does not look at case (at test-stack)");
    }

    @Test
    void refusesTagsThatStorageAccountsAndPrivateDnsZonesWouldRefuse() {
        PlatformStack longName = Stacks.stack(tagged(Map.of("n".repeat(129), "x")));
        assertThatThrownBy(() ->
                        new DataLake(longName, "Lake", DataLakeProps.builder().build()))
                .hasMessageEndingWith(" is not allowed: 1 to 128 characters, none of <>%&\\?/ (at test-stack/Lake)");
        PlatformStack blank = Stacks.privateStack(tagged(Map.of("cost centre", "x")));
        assertThatThrownBy(() ->
                        new KeyVault(blank, "Vault", KeyVaultProps.builder().build()))
                .hasMessage("tag name \"cost centre\" is not allowed: 1 to 512 characters, letters, digits and '_.-',"
                        + " no digit first (at test-stack/Network/Dns-vault)");
    }

    private static EnvironmentSettings tagged(Map<String, String> tags) {
        return EnvironmentSettingsBuilder.from(Stacks.settings()).withTags(new TagSettings(tags));
    }

    @Test
    void sharesAnotherStacksPlatform() {
        PlatformStack zone = Stacks.publicStack();
        zone.share(LogSink.class, Stacks.LOGS);
        PlatformStack product = product(zone, "product", zone.platform());
        new KeyVault(
                product, "Vault", KeyVaultProps.builder().name("kv-product").build());
        assertThat(product)
                .hasResourceCount("azurerm_resource_group", 0)
                .hasResource(
                        "azurerm_key_vault", "{resource_group_name: textLike('${data.terraform_remote_state.**}')}")
                .hasResource("data.terraform_remote_state", "{config: {path: '../../../terraform.test-stack.tfstate'}}")
                .hasResourceCount("azurerm_monitor_diagnostic_setting", 1);
    }

    @Test
    void findsTheStackFromBelow() {
        PlatformStack stack = Stacks.publicStack();
        KeyVault vault = new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat((Object) PlatformStack.of(vault)).isSameAs(stack);
    }

    @Test
    void refusesToBeLookedForInAnotherKindOfStack() {
        TerraformStack other = new TerraformStack(Testing.app(), "other");
        ResourceGroup group = new ResourceGroup(
                other,
                "g",
                ResourceGroupConfig.builder().name("g").location("l").build());
        assertThatThrownBy(() -> PlatformStack.of(group))
                .hasMessage("Terralake constructs need a PlatformStack above them (at other/g)");
    }

    @Test
    void namesTheConstructWhoseNameIsTooLong() {
        PlatformStack stack = Stacks.publicStack();
        assertThatThrownBy(() -> new KeyVault(
                        stack,
                        "Vault",
                        KeyVaultProps.builder()
                                .name("kv-with-a-name-beyond-the-limit")
                                .build()))
                .hasMessage("key vault name \"kv-with-a-name-beyond-the-limit\" (31 characters) is not allowed:"
                        + " 3 to 24 characters, letters, digits and single hyphens inside (at test-stack/Vault)");
    }

    @Test
    void needsANetworkInPrivateMode() {
        PlatformStack stack = Stacks.stack(Stacks.privateSettings());
        assertThatThrownBy(() -> Network.of(stack))
                .hasMessage("the environment's network mode is \"private\": share a PrivateNetwork first"
                        + " (at test-stack)");
    }

    @Test
    void refusesAnEnvironmentNameThatMakesAnIllegalId() {
        assertThatThrownBy(() -> new Environment("Dev_1", Stacks.settings()))
                .hasMessage("environment name \"Dev_1\" is not allowed: 2 to 8 lower-case letters and digits,"
                        + " a letter first");
    }

    @Test
    void findsWhatItSharesByItsType() {
        PlatformStack stack = Stacks.publicStack();
        assertThat(stack.find(LogSink.class)).isEmpty();
        stack.share(LogSink.class, Stacks.LOGS);
        assertThat(stack.find(LogSink.class)).containsSame(Stacks.LOGS);
        LogSink other = () -> "other";
        stack.share(LogSink.class, other);
        assertThat(stack.find(LogSink.class)).containsSame(other);
    }

    @Test
    void sharesWithAProductWhatItHasByThen() {
        PlatformStack zone = Stacks.publicStack();
        zone.share(LogSink.class, Stacks.LOGS);
        Platform platform = zone.platform();
        zone.share(String.class, "later");
        PlatformStack one = product(zone, "one", platform);
        PlatformStack two = product(zone, "two", platform);
        one.share(Integer.class, 1);
        one.share(LogSink.class, () -> "own");
        assertThat(one.find(String.class)).isEmpty();
        assertThat(one.find(Integer.class)).contains(1);
        assertThat(two.find(Integer.class)).isEmpty();
        assertThat(two.find(LogSink.class)).containsSame(Stacks.LOGS);
        assertThat(zone.find(LogSink.class)).containsSame(Stacks.LOGS);
    }

    @Test
    void doesWhatIsLeftOnceBeforeItIsSynthesized() {
        PlatformStack stack = Stacks.publicStack();
        List<String> done = new ArrayList<>();
        stack.beforeSynth(() -> {
            done.add("first");
            stack.beforeSynth(() -> {
                done.add("third, which the first added");
                new ResourceGroup(
                        stack,
                        "Late",
                        ResourceGroupConfig.builder().name("late").location("l").build());
            });
        });
        stack.beforeSynth(() -> done.add("second"));
        assertThat(done).isEmpty();
        assertThat(stack).hasResource("azurerm_resource_group", "{name: 'late'}");
        stack.prepareStack();
        assertThat(done).containsExactly("first", "second", "third, which the first added");
    }

    @Test
    void makesAResourceThatWaitsWaitWithAllThatWasAddedToIt() {
        PlatformStack stack = Stacks.publicStack();
        KeyVault vault = new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        DependsOn.add(vault, List.of(stack.resourceGroup()));
        stack.share(LogSink.class, Stacks.LOGS);
        assertThat(stack)
                .allResources(
                        "azurerm_monitor_diagnostic_setting", "{depends_on: ['azurerm_resource_group.ResourceGroup']}");
    }

    private static PlatformStack product(PlatformStack zone, String name, Platform platform) {
        return new PlatformStack((Construct) zone.getNode().getScope(), name, zone.environment(), platform);
    }
}
