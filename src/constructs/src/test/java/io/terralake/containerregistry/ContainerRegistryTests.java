package io.terralake.containerregistry;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.azure.Region;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerRegistryTests {
    private static final Principal READERS = Principal.group("readers", "11111111-2222-3333-4444-555555555555");

    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void hasNoAdministratorAndNoAnonymousPulls() {
        registry(stack, ContainerRegistryProps.builder());
        assertThat(stack).hasResource("azurerm_container_registry", """
                {
                  name: 'crlakestestweu',
                  sku: 'Standard',
                  admin_enabled: false,
                  anonymous_pull_enabled: false,
                  public_network_access_enabled: true,
                  network_rule_set: absent,
                  data_endpoint_enabled: false,
                  zone_redundancy_enabled: false,
                  retention_policy_in_days: absent,
                }
                """);
    }

    @Test
    void isReachedFromInsideOnlyInPrivateMode() {
        PlatformStack closed = Stacks.privateStack();
        registry(closed, ContainerRegistryProps.builder());
        assertThat(closed)
                .hasResource("azurerm_container_registry", """
                        {
                          sku: 'Premium',
                          public_network_access_enabled: false,
                          network_rule_set: [{default_action: 'Deny', ip_rule: []}],
                          network_rule_bypass_option: 'AzureServices',
                          data_endpoint_enabled: true,
                          zone_redundancy_enabled: true,
                        }
                        """)
                .hasResource(
                        "azurerm_private_endpoint", "{private_service_connection: {subresource_names: ['registry']}}")
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.azurecr.io'}");
    }

    @Test
    void hasAFirewallWhenItIsPremium() {
        ContainerRegistry registry = registry(
                stack, ContainerRegistryProps.builder().sku(RegistrySku.PREMIUM).retentionDays(30));
        assertThat(registry.isPremium()).isTrue();
        assertThat(stack).hasResource("azurerm_container_registry", """
                {
                  public_network_access_enabled: true,
                  network_rule_set: [{default_action: 'Deny', ip_rule: [{action: 'Allow', ip_range: '203.0.113.0/24'}]}],
                  retention_policy_in_days: 30,
                }
                """);
    }

    @Test
    void grantsPullAndPush() {
        IContainerRegistry registry = ContainerRegistry.fromRegistryId(
                stack, "Hub", PlatformTeam.id("Microsoft.ContainerRegistry/registries/crhub"));
        registry.grantPull(READERS);
        registry.grantPush(READERS);
        assertThat(registry.loginServer()).isEqualTo("crhub.azurecr.io");
        assertThat(stack)
                .hasResource(
                        "azurerm_role_assignment", "{role_definition_name: 'AcrPull', scope: textLike('**/crhub')}")
                .hasResource("azurerm_role_assignment", "{role_definition_name: 'AcrPush'}");
    }

    @Test
    void refusesWhatNeedsAPremiumRegistry() {
        String end = " needs a PREMIUM registry (at test-stack/Registry)";
        assertThatThrownBy(() -> registry(
                        Stacks.privateStack(), ContainerRegistryProps.builder().sku(RegistrySku.BASIC)))
                .hasMessage("private endpoints" + end);
        assertThatThrownBy(() -> registry(
                        Stacks.publicStack(), ContainerRegistryProps.builder().zoneRedundant(true)))
                .hasMessage("zone redundancy" + end);
        assertThatThrownBy(() -> registry(
                        Stacks.publicStack(), ContainerRegistryProps.builder().retentionDays(7)))
                .hasMessage("retention of untagged manifests" + end);
    }

    @Test
    void refusesZonesWhereThereAreNone() {
        PlatformStack west =
                Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings()).withLocation(Region.WEST_US));
        assertThatThrownBy(() -> registry(
                        west,
                        ContainerRegistryProps.builder()
                                .sku(RegistrySku.PREMIUM)
                                .zoneRedundant(true)))
                .hasMessage("a zone-redundant registry needs availability zones, which westus has none of"
                        + " (at test-stack/Registry)");
    }

    @Test
    void refusesARetentionThatIsNone() {
        assertThatThrownBy(() ->
                        ContainerRegistryProps.builder().retentionDays(366).build())
                .hasMessage("retention of untagged manifests of 366 is not allowed: 0 to 365 days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd", "cr-lakes", "cr_lakes"})
    void refusesNamesThatAzureRefuses(String name) {
        assertThatThrownBy(
                        () -> registry(stack, ContainerRegistryProps.builder().name(name)))
                .hasMessage(
                        "container registry name \"%s\" (%d characters) is not allowed: 5 to 50 characters, letters and digits"
                                        .formatted(name, name.length())
                                + " (at test-stack/Registry)");
    }

    private static ContainerRegistry registry(PlatformStack stack, ContainerRegistryPropsBuilder props) {
        return new ContainerRegistry(stack, "Registry", props.build());
    }
}
