package io.terralake.core;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.azure.Region;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class PlaceTests {
    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void putsWhatIsBelowItInARegionAndAResourceGroupOfItsOwn() {
        Place place = new Place(
                stack,
                "East",
                PlaceProps.builder().purpose("ml").region(Region.EAST_US).build());
        new KeyVault(
                new Construct(place, "Part"), "Vault", KeyVaultProps.builder().build());
        new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        assertThat(stack)
                .hasResource(
                        "azurerm_resource_group",
                        "{name: 'rg-lakes-ml-test-eus', location: 'eastus', tags: {environment: 'test'}}")
                .hasResource("azurerm_key_vault", """
                        {
                          name: 'kv-lakes-test-eus',
                          location: 'eastus',
                          resource_group_name: textLike('${azurerm_resource_group.East_ResourceGroup_*.name}'),
                        }
                        """)
                .hasResource("azurerm_key_vault", """
                        {
                          name: 'kv-lakes-test-weu',
                          location: 'westeurope',
                          resource_group_name: '${azurerm_resource_group.ResourceGroup.name}',
                        }
                        """);
    }

    /** The nearest one counts, whatever the others are called. */
    @Test
    void canBeInAnotherPlace() {
        Place east = place(stack, "East", Region.EAST_US);
        Place north = place(east, "North", Region.NORTH_EUROPE);
        place(stack, "East2", Region.EAST_US_2);
        assertThat(Placement.of(new Construct(north, "Vault")).location()).isEqualTo("northeurope");
        assertThat(Placement.of(new Construct(east, "Vault")).location()).isEqualTo("eastus");
        assertThat(Placement.of(new Construct(stack, "Eas")).location()).isEqualTo("westeurope");
        assertThat(Placement.of(new Construct(stack, "East3")).location()).isEqualTo("westeurope");
    }

    @Test
    void staysInTheRegionOfWhatItIsInUnlessItSaysAnother() {
        Place place = new Place(
                place(stack, "East", Region.EAST_US),
                "Place",
                PlaceProps.builder().purpose("b").name("rg-mine").build());
        assertThat(Placement.of(place).location()).isEqualTo("eastus");
        assertThat(stack).hasResource("azurerm_resource_group", "{name: 'rg-mine', location: 'eastus'}");
    }

    /** An endpoint's address is the network's. */
    @Test
    void leavesPrivateEndpointsInTheNetworksRegion() {
        PlatformStack closed = Stacks.privateStack();
        new KeyVault(
                place(closed, "East", Region.EAST_US),
                "Vault",
                KeyVaultProps.builder().build());
        assertThat(closed)
                .hasResource("azurerm_key_vault", "{location: 'eastus'}")
                .hasResource("azurerm_private_endpoint", """
                        {
                          name: 'pep-kv-lakes-test-eus-vault',
                          location: 'westeurope',
                          resource_group_name: '${azurerm_resource_group.ResourceGroup.name}',
                        }
                        """);
    }

    @Test
    void refusesANameThatAzureRefuses() {
        PlaceProps props = PlaceProps.builder().purpose("ml").name("rg.").build();
        assertThatThrownBy(() -> new Place(stack, "East", props))
                .hasMessage("resource group name \"rg.\" (3 characters) is not allowed: 1 to 90 characters, letters,"
                        + " digits and '._()-', no dot at the end (at test-stack/East)");
    }

    private static Place place(Construct scope, String id, Region region) {
        return new Place(
                scope, id, PlaceProps.builder().purpose("x").region(region).build());
    }
}
