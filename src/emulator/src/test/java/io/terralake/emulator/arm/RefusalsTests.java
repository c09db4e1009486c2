package io.terralake.emulator.arm;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each refusal refuses, and lets through when it is switched off. */
class RefusalsTests {
    private static final String PLACE = "{\"location\": \"westeurope\"}";
    private static final String LAKE = GROUP + "/providers/Microsoft.Storage/storageAccounts/lake";
    private static final String NETWORK = GROUP + "/providers/Microsoft.Network/virtualNetworks/vnet";
    private Emulator azure;
    private Client client;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        start(Set.of());
    }

    private void start(Set<String> allowed) throws IOException, GeneralSecurityException {
        if (azure != null) {
            azure.close();
        }
        azure = Emulator.start(new EmulatorOptions(0, null, allowed, EmulatorOptions.PROPAGATION));
        client = new Client(azure);
        client.put(GROUP, PLACE);
    }

    @AfterEach
    void stop() throws IOException {
        azure.close();
    }

    @Test
    void aGroupThatIsNotThere() throws Exception {
        String elsewhere = LAKE.replace("/rg/", "/other/");
        assertThat(client.put(elsewhere, PLACE).error())
                .isEqualTo("404 ResourceGroupNotFound: Resource group 'other' could not be found.");
        start(Set.of("ResourceGroupNotFound"));
        assertThat(client.put(elsewhere, PLACE).status()).isEqualTo(200);
    }

    @Test
    void aParentThatIsNotThere() throws Exception {
        String container = LAKE + "/blobServices/default/containers/bronze";
        assertThat(client.put(container, "{}").error())
                .startsWith("404 ParentResourceNotFound: Failed to perform 'write' on resource(s) of type"
                        + " 'Microsoft.Storage/storageAccounts/blobServices/containers'");
        start(Set.of("ParentResourceNotFound"));
        assertThat(client.put(container, "{}").status()).isEqualTo(200);
    }

    @Test
    void anIllegalName() throws Exception {
        String dashed = LAKE + "-1";
        assertThat(client.put(dashed, PLACE).error())
                .isEqualTo(
                        "400 InvalidResourceName: The name 'lake-1' is not valid for Microsoft.Storage/storageAccounts:"
                                + " it must match [a-z0-9]{3,24}.");
        start(Set.of("InvalidResourceName"));
        assertThat(client.put(dashed, PLACE).status()).isEqualTo(200);
    }

    @Test
    void aNameThatIsTaken() throws Exception {
        String other = GROUP.replace("/rg", "/rg2");
        client.put(LAKE, PLACE);
        client.put(other, PLACE);
        assertThat(client.put(LAKE.replace(GROUP, other), PLACE).error())
                .isEqualTo("409 NameNotAvailable: The name 'lake' is already taken by %s.".formatted(LAKE));
        assertThat(client.put(LAKE, PLACE).status()).isEqualTo(200);
        start(Set.of("NameNotAvailable"));
        client.put(LAKE, PLACE);
        client.put(other, PLACE);
        assertThat(client.put(LAKE.replace(GROUP, other), PLACE).status()).isEqualTo(200);
    }

    @Test
    void theNameOfADeletedVault() throws Exception {
        String vault = GROUP + "/providers/Microsoft.KeyVault/vaults/kv-data";
        String deleted =
                "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/kv-data";
        client.put(vault, PLACE);
        client.delete(vault);
        assertThat(client.get(deleted).json().at("/properties/vaultId").asText())
                .isEqualTo(vault);
        assertThat(client.put(vault, PLACE).error())
                .isEqualTo(
                        "409 ConflictError: A service with the name 'kv-data' exists in deleted state: recover it, or purge it.");
        assertThat(client.put(vault, "{\"location\": \"westeurope\", \"properties\": {\"createMode\": \"recover\"}}")
                        .status())
                .isEqualTo(200);
        client.delete(vault);
        assertThat(client.arm("POST", deleted + "/purge", "").status()).isEqualTo(200);
        assertThat(client.put(vault, PLACE).status()).isEqualTo(200);
        start(Set.of("SoftDeleted"));
        client.put(vault, PLACE);
        client.delete(vault);
        assertThat(client.put(vault, PLACE).status()).isEqualTo(200);
    }

    @Test
    void aProtectedVaultIsNotPurged() {
        String vault = GROUP + "/providers/Microsoft.KeyVault/vaults/kv-data";
        client.put(vault, "{\"location\": \"westeurope\", \"properties\": {\"enablePurgeProtection\": true}}");
        client.delete(vault);
        assertThat(client.arm(
                                "POST",
                                "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.KeyVault/locations/westeurope/deletedVaults/kv-data/purge",
                                "")
                        .error())
                .isEqualTo("409 DeletedVaultPurge: Purge is not allowed: the vault has purge protection enabled.");
    }

    @Test
    void whatALockProtects() throws Exception {
        String container = LAKE + "/blobServices/default/containers/bronze";
        String lock = LAKE + "/providers/Microsoft.Authorization/locks/keep";
        client.put(LAKE, PLACE);
        client.put(container, "{}");
        client.put(lock, "{\"properties\": {\"level\": \"CanNotDelete\"}}");
        assertThat(client.delete(container).error())
                .startsWith("409 ScopeLocked: The scope '%s' cannot".formatted(container));
        assertThat(client.delete(GROUP).status()).isEqualTo(409);
        assertThat(client.delete(lock).status()).isEqualTo(204);
        assertThat(client.delete(container).status()).isEqualTo(204);
        start(Set.of("ScopeLocked"));
        client.put(LAKE, PLACE);
        client.put(lock, "{}");
        assertThat(client.delete(LAKE).status()).isEqualTo(204);
    }

    @Test
    void aRoleAssignedTwice() throws Exception {
        String assignments = GROUP + "/providers/Microsoft.Authorization/roleAssignments/";
        String reader = "{\"properties\": {\"principalId\": \"p\", \"roleDefinitionId\": \"/r\"}}";
        client.put(assignments + "1", reader);
        assertThat(client.put(assignments + "2", reader).error())
                .isEqualTo("409 RoleAssignmentExists: The role assignment already exists.");
        assertThat(client.put(assignments + "2", reader.replace("/r", "/w")).status())
                .isEqualTo(200);
        start(Set.of("RoleAssignmentExists"));
        client.put(assignments + "1", reader);
        assertThat(client.put(assignments + "2", reader).status()).isEqualTo(200);
    }

    @Test
    void aBudgetOfThePast() throws Exception {
        String budget = GROUP + "/providers/Microsoft.Consumption/budgets/monthly";
        String past = "{\"properties\": {\"timePeriod\": {\"startDate\": \"2020-01-01T00:00:00Z\"}}}";
        assertThat(client.put(budget, past).error())
                .isEqualTo(
                        "400 400: Invalid budget start date 2020-01-01T00:00:00Z: it must be on or after the current month.");
        assertThat(client.put(budget, past.replace("2020", "9999")).status()).isEqualTo(200);
        assertThat(client.put(budget, past).status())
                .as("one that is there may have begun")
                .isEqualTo(200);
        start(Set.of("BudgetStartDate"));
        assertThat(client.put(budget, past).status()).isEqualTo(200);
    }

    @Test
    void aSubnetInUse() throws Exception {
        String subnet = endpointInSubnet();
        assertThat(client.delete(subnet).error())
                .startsWith("400 InUseSubnetCannotBeDeleted: Subnet %s is in use by ".formatted(subnet));
        assertThat(client.delete(NETWORK).status()).isEqualTo(400);
        client.delete(GROUP + "/providers/Microsoft.Network/privateEndpoints/pe");
        assertThat(client.delete(subnet).status()).isEqualTo(204);
        start(Set.of("InUseSubnetCannotBeDeleted"));
        assertThat(client.delete(endpointInSubnet()).status()).isEqualTo(204);
    }

    private String endpointInSubnet() {
        String subnet = NETWORK + "/subnets/one";
        client.put(NETWORK, PLACE);
        client.put(subnet, "{\"properties\": {\"addressPrefix\": \"10.0.0.0/24\"}}");
        client.put(
                GROUP + "/providers/Microsoft.Network/privateEndpoints/pe",
                "{\"properties\": {\"subnet\": {\"id\": \"%s\"}}}".formatted(subnet));
        return subnet;
    }

    @Test
    void subnetsThatAreTooSmallOrOverlap() throws Exception {
        client.put(NETWORK, PLACE);
        client.put(NETWORK + "/subnets/one", "{\"properties\": {\"addressPrefix\": \"10.0.0.0/24\"}}");
        assertThat(client.put(NETWORK + "/subnets/two", "{\"properties\": {\"addressPrefixes\": [\"10.0.0.128/25\"]}}")
                        .error())
                .isEqualTo(
                        "400 NetcfgSubnetRangesOverlap: Subnet 'two' is not valid because its IP address range overlaps with that"
                                + " of an existing subnet 'one'.");
        assertThat(client.put(NETWORK + "/subnets/two", "{\"properties\": {\"addressPrefix\": \"10.0.1.0/30\"}}")
                        .error())
                .isEqualTo("400 NetcfgInvalidSubnet: Subnet 'two' is not valid: the smallest is a /29.");
        assertThat(client.put(NETWORK + "/subnets/two", "{\"properties\": {\"addressPrefix\": \"10.0.1.0/29\"}}")
                        .status())
                .isEqualTo(200);
        start(Set.of("NetcfgSubnetRangesOverlap"));
        client.put(NETWORK, PLACE);
        assertThat(client.put(NETWORK + "/subnets/two", "{\"properties\": {\"addressPrefix\": \"10.0.1.0/30\"}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatAFactoryStillNames() throws Exception {
        String dataset = datasetInUse();
        assertThat(client.delete(dataset).error())
                .isEqualTo("400 BadRequest: The document cannot be deleted since it is referenced by copy.");
        client.delete(GROUP + "/providers/Microsoft.DataFactory/factories/adf/pipelines/copy");
        assertThat(client.delete(dataset).status()).isEqualTo(204);
        start(Set.of("ReferencedByOthers"));
        assertThat(client.delete(datasetInUse()).status()).isEqualTo(204);
    }

    private String datasetInUse() {
        String factory = GROUP + "/providers/Microsoft.DataFactory/factories/adf";
        client.put(factory, PLACE);
        client.put(factory + "/datasets/files", "{\"properties\": {}}");
        client.put(
                factory + "/pipelines/copy",
                "{\"properties\": {\"activities\": [{\"inputs\": [{\"type\": \"DatasetReference\", \"referenceName\": \"files\"}]}]}}");
        return factory + "/datasets/files";
    }

    @Test
    void twoEndpointsOfADatabricksWorkspaceAtOnce() throws Exception {
        Client.Answer first = endpoint("one");
        assertThat(endpoint("two").error()).startsWith("409 ConcurrentUpdateError: The workspace /subscriptions/");
        client.send(
                "GET",
                first.response().headers().firstValue("Azure-AsyncOperation").orElseThrow(),
                "");
        assertThat(endpoint("two").status()).isEqualTo(200);
        start(Set.of("ConcurrentUpdateError"));
        endpoint("one");
        assertThat(endpoint("two").status()).isEqualTo(200);
    }

    private Client.Answer endpoint(String name) {
        return client.put(
                GROUP + "/providers/Microsoft.Network/privateEndpoints/" + name,
                "{\"properties\": {\"privateLinkServiceConnections\": [{\"properties\": {\"privateLinkServiceId\":"
                        + " \"%s/providers/Microsoft.Databricks/workspaces/dbw\"}}]}}".formatted(GROUP));
    }

    @Test
    void eachHasItsSource() {
        assertThat(Refused.all())
                .hasSize(14)
                .allSatisfy(refused -> assertThat(refused.source()).startsWith("https://"));
    }
}
