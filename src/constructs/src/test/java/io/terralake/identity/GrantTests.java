package io.terralake.identity;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroupConfig;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.sql.ISqlDatabase;
import io.terralake.sql.SqlDatabase;
import io.terralake.storage.AccessControl;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.Zone;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class GrantTests {
    private static final Principal READERS = Principal.group("readers", "11111111-2222-3333-4444-555555555555");

    @Test
    void assignsTheRoleAndWaitsForItToWork() {
        PlatformStack stack = Stacks.publicStack();
        vault(stack).grantRead(READERS);
        assertThat(stack).hasResource("azurerm_role_assignment", """
                {
                  role_definition_name: 'Key Vault Secrets User',
                  principal_id: '11111111-2222-3333-4444-555555555555',
                  principal_type: 'Group',
                  scope: textLike('${azurerm_key_vault.*.id}'),
                }
                """).hasResource("time_sleep", """
                        {
                          create_duration: '120s',
                          triggers: {role_assignment: textLike('${azurerm_role_assignment.*.id}')},
                        }
                        """);
    }

    @Test
    void makesADependantWaitForAssignmentAndPropagation() {
        PlatformStack stack = Stacks.publicStack();
        Grant grant = vault(stack).grantWrite(READERS);
        ResourceGroup dependant = dependant(stack);
        grant.applyBefore(dependant);
        assertThat(stack).hasResource("azurerm_resource_group", """
                {
                  name: 'd',
                  depends_on: arrayWith(textLike('azurerm_role_assignment.*'), textLike('time_sleep.*')),
                }
                """);
    }

    @Test
    void givesTheSameGrantOnce() {
        PlatformStack stack = Stacks.publicStack();
        KeyVault vault = vault(stack);
        assertThat((Object) vault.grantRead(READERS)).isSameAs(vault.grantRead(READERS));
        assertThat(stack).hasResourceCount("azurerm_role_assignment", 1);
    }

    @Test
    void knowsAPrincipalByItsObjectIdWhateverItIsCalled() {
        PlatformStack stack = Stacks.publicStack();
        KeyVault vault = vault(stack);
        Principal sameGroup = Principal.group("analysts", READERS.principalId());
        assertThat((Object) vault.grantRead(READERS)).isSameAs(vault.grantRead(sameGroup));
        Principal upperCase = Principal.group("again", "AAAAAAAA-2222-3333-4444-555555555555");
        Principal lowerCase = Principal.group("other", "aaaaaaaa-2222-3333-4444-555555555555");
        assertThat((Object) vault.grantRead(upperCase)).isSameAs(vault.grantRead(lowerCase));
        assertThat((Object) RoleGrant.of(vault, vault.vaultId(), Role.named("key vault secrets user"), READERS))
                .isSameAs(vault.grantRead(READERS));
        assertThat(stack).hasResourceCount("azurerm_role_assignment", 2);
    }

    /** Azure has one assignment of a role to a principal for a resource, however many constructs stand for it. */
    @Test
    void knowsAResourceByItsIdWhateverStandsForIt() {
        PlatformStack stack = Stacks.publicStack();
        Grant first = DataLake.fromAccountId(stack, "One", PlatformTeam.LAKE).grantRead(READERS);
        Grant second = DataLake.fromAccountId(stack, "Two", PlatformTeam.LAKE.toUpperCase(Locale.ROOT))
                .grantRead(READERS);
        assertThat((Object) second).isSameAs(first);
        DataLake.fromAccountId(stack, "Three", PlatformTeam.LAKE).grantWrite(READERS);
        assertThat(stack).hasResourceCount("azurerm_role_assignment", 2);
    }

    @Test
    void refusesAnObjectIdOfTwoTypes() {
        PlatformStack stack = Stacks.publicStack();
        KeyVault vault = vault(stack);
        vault.grantRead(READERS);
        Principal user = Principal.user("me", READERS.principalId());
        assertThatThrownBy(() -> vault.grantRead(user))
                .isInstanceOf(ConstructException.class)
                .hasMessage(
                        "the Group \"readers\" and the User \"me\" have the same object id, which is one principal's"
                                + " (at test-stack/Vault)");
        ISqlDatabase database = SqlDatabase.fromDatabaseId(stack, "Database", PlatformTeam.SQL_DATABASE);
        database.grantRead(user);
        assertThatThrownBy(() -> database.grantWrite(READERS))
                .hasMessage(
                        "the User \"me\" and the Group \"readers\" have the same object id, which is one principal's"
                                + " (at test-stack/Database)");
    }

    @Test
    void refusesTwoPrincipalsOfOneName() {
        KeyVault vault = vault(Stacks.publicStack());
        vault.grantRead(READERS);
        assertThatThrownBy(() -> vault.grantRead(Principal.group("readers", "22222222-2222-3333-4444-555555555555")))
                .isInstanceOf(ConstructException.class)
                .hasMessage("two grants would be called \"KeyVaultSecretsUser-readers\":"
                        + " Key Vault Secrets User of what Terraform knows to 11111111-2222-3333-4444-555555555555,"
                        + " and Key Vault Secrets User of what Terraform knows to 22222222-2222-3333-4444-555555555555;"
                        + " give principals and resources different names (at test-stack/Vault)");
    }

    @Test
    void refusesTwoRolesAndTwoScopesThatWouldShareAName() {
        PlatformStack stack = Stacks.publicStack();
        RoleGrant.of(stack, "/subscriptions/s", Role.named("Cost Reader"), READERS);
        assertThatThrownBy(() -> RoleGrant.of(stack, "/subscriptions/s", Role.named("CostReader"), READERS))
                .hasMessageContainingAll(
                        ": Cost Reader of /subscriptions/s to 1", ", and CostReader of /subscriptions/s to 1");
        assertThatThrownBy(() -> RoleGrant.of(stack, "/subscriptions/other", Role.named("Cost Reader"), READERS))
                .hasMessageContaining(", and Cost Reader of /subscriptions/other to 1");
    }

    /** A grant of a construct is called after the resource, without its stack. */
    @Test
    void refusesTwoResourcesOfOneNameInDifferentStacks() {
        PlatformStack zone = Stacks.publicStack();
        PlatformStack product = new PlatformStack(
                (Construct) zone.getNode().getScope(), "product", zone.environment(), zone.platform());
        Identity job = new Identity(product, "Job");
        vault(zone).grantRead(job);
        KeyVault own = new KeyVault(
                product, "Vault", KeyVaultProps.builder().name("kv-own").build());
        assertThatThrownBy(() -> own.grantRead(job))
                .hasMessageStartingWith("two grants would be called \"KeyVaultSecretsUser-Vault\": ")
                .hasMessageEndingWith(" (at test-product/Vault)");
    }

    /** A landing zone that needed a product would come before and after it. */
    @Test
    void belongsToAProductsResourceWhenALandingZonesIdentityIsGrantedIt() {
        PlatformStack zone = Stacks.publicStack();
        Identity factory = new Identity(zone, "Factory");
        PlatformStack product = new PlatformStack(
                (Construct) zone.getNode().getScope(), "product", zone.environment(), zone.platform());
        KeyVault vault = vault(product);
        vault.grantRead(factory);
        vault.grantRead(factory);
        assertThat(zone).hasResourceCount("azurerm_role_assignment", 0);
        assertThat(product)
                .hasResourceCount("azurerm_role_assignment", 1)
                .hasResource("azurerm_role_assignment", "{scope: textLike('${azurerm_key_vault.*.id}')}");
    }

    @Test
    void comparesTokensByWhatTheyStandFor() {
        PlatformStack stack = Stacks.publicStack();
        KeyVault vault = vault(stack);
        ResourceGroup one = dependant(stack);
        vault.grantRead(Principal.servicePrincipal("a", one.getId()));
        vault.grantRead(Principal.servicePrincipal("a", one.getId()));
        vault.grantRead(Principal.servicePrincipal("b", one.getId()));
        vault.grantRead(Principal.servicePrincipal("c", stack.resourceGroup().getId()));
        assertThatThrownBy(() -> vault.grantRead(
                        Principal.servicePrincipal("a", stack.resourceGroup().getName())))
                .hasMessageContaining("to what Terraform knows, and");
        assertThat(stack).hasResourceCount("azurerm_role_assignment", 2);
    }

    @Test
    void belongsToAPrincipalThatIsAConstruct() {
        PlatformStack stack = Stacks.publicStack();
        RoleGrant grant = RoleGrant.of(
                vault(stack), "/subscriptions/s", Role.named("Key Vault Secrets User"), new Identity(stack, "Job"));
        assertThat(grant.getNode().getPath()).isEqualTo("test-stack/Job/KeyVaultSecretsUser-Vault");
    }

    @Test
    void leavesTheTypeOfTheDeployerToAzure() {
        PlatformStack stack = Stacks.publicStack();
        vault(stack).grantWrite(Deployer.of(stack));
        assertThat(stack)
                .hasResourceCount("data.azurerm_client_config", 1)
                .hasResource(
                        "azurerm_role_assignment",
                        "{principal_id: '${data.azurerm_client_config.Deployer.object_id}', principal_type: absent}");
    }

    @Test
    void refusesAnObjectIdThatIsNone() {
        assertThatThrownBy(() -> Principal.group("readers", "readers@example.com"))
                .hasMessage("object id \"readers@example.com\" of principal \"readers\" is not a GUID such as"
                        + " 11111111-2222-3333-4444-555555555555");
    }

    @Test
    void makesADependantWaitForAnAccessControlList() {
        PlatformStack stack = Stacks.publicStack();
        ResourceGroup dependant = dependant(stack);
        Zone zone = new DataLake(stack, "Lake", DataLakeProps.builder().build())
                .addZone(
                        "silver",
                        ZoneProps.builder().accessControl(AccessControl.ACL).build());
        Grant grant = zone.grantAcl(READERS, "r-x");
        assertThat((Object) grant.applyBefore(dependant)).isSameAs(grant);
        assertThat(stack).hasResource("azurerm_resource_group", """
                {
                  name: 'd',
                  depends_on: [textLike('azurerm_storage_data_lake_gen2_filesystem.Lake_silver_*')],
                }
                """);
    }

    @Test
    void makesADependantWaitForSeveralGrants() {
        PlatformStack stack = Stacks.publicStack();
        ResourceGroup dependant = dependant(stack);
        KeyVault vault = vault(stack);
        vault.grantRead(READERS).applyBefore(dependant);
        vault.grantWrite(READERS).applyBefore(dependant).applyBefore(dependant);
        assertThat(stack).hasResource("azurerm_resource_group", """
                {
                  name: 'd',
                  depends_on: [
                    textLike('azurerm_role_assignment.Vault_KeyVaultSecretsUser-readers_*'),
                    textLike('time_sleep.Vault_KeyVaultSecretsUser-readers_*'),
                    textLike('azurerm_role_assignment.Vault_KeyVaultSecretsOfficer-readers_*'),
                    textLike('time_sleep.Vault_KeyVaultSecretsOfficer-readers_*'),
                  ],
                }
                """);
    }

    @Test
    void makesNothingWaitForAGrantThatWorksAfterTheDeployment() {
        PlatformStack stack = Stacks.publicStack();
        ResourceGroup dependant = dependant(stack);
        Grant grant = SqlDatabase.fromDatabaseId(stack, "Database", PlatformTeam.SQL_DATABASE)
                .grantRead(READERS);
        assertThatThrownBy(() -> grant.applyBefore(dependant))
                .hasMessage("nothing can wait for a grant in the database \"test-stack/Database\":"
                        + " the deploy hook gives it after the deployment (at test-stack/Dependant)");
    }

    @Test
    void assignsARoleByItsName() {
        PlatformStack stack = Stacks.publicStack();
        RoleGrant.of(stack, "/subscriptions/s", Role.named("Cost Management Reader"), READERS);
        assertThat(stack)
                .hasResource(
                        "azurerm_role_assignment",
                        "{role_definition_name: 'Cost Management Reader', scope: '/subscriptions/s'}");
    }

    private static ResourceGroup dependant(PlatformStack stack) {
        return new ResourceGroup(
                stack,
                "Dependant",
                ResourceGroupConfig.builder().name("d").location("l").build());
    }

    private static KeyVault vault(PlatformStack stack) {
        return new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
    }

    /** A construct with an identity, as services have it. */
    private static final class Identity extends Construct implements Principal {
        Identity(Construct scope, String id) {
            super(scope, id);
        }

        @Override
        public String principalId() {
            return "22222222-2222-3333-4444-555555555555";
        }

        @Override
        public Optional<PrincipalType> principalType() {
            return Optional.of(PrincipalType.SERVICE_PRINCIPAL);
        }

        @Override
        public String principalName() {
            return "Job";
        }
    }
}
