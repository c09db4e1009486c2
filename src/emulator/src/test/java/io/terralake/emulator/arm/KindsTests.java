package io.terralake.emulator.arm;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KindsTests {
    private Emulator azure;
    private Client client;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        azure = Emulator.start(EmulatorOptions.defaults());
        client = new Client(azure);
        client.put(GROUP, "{\"location\": \"westeurope\"}");
    }

    @AfterEach
    void stop() throws IOException {
        azure.close();
    }

    @Test
    void whatAzureLeavesOutIsLeftOut() {
        String vm = GROUP + "/providers/Microsoft.Compute/virtualMachines/vm";
        client.put(vm, "{\"properties\": {\"additionalCapabilities\": {\"ultraSSDEnabled\": false}}}");
        assertThat(client.get(vm).json().path("properties").has("additionalCapabilities"))
                .isFalse();
        client.put(vm, "{\"properties\": {\"additionalCapabilities\": {\"ultraSSDEnabled\": true}}}");
        assertThat(client.get(vm)
                        .json()
                        .at("/properties/additionalCapabilities/ultraSSDEnabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anActionTellsWhatStandsInTheResource() {
        String app = GROUP + "/providers/Microsoft.App/containerApps/app";
        client.put(app, "{}");
        assertThat(client.arm("POST", app + "/listSecrets", "").text()).isEqualTo("{}");
        client.put(app, "{\"properties\": {\"configuration\": {\"secrets\": [{\"name\": \"a\", \"value\": \"b\"}]}}}");
        assertThat(client.arm("POST", app + "/listSecrets", "")
                        .json()
                        .at("/value/0/value")
                        .asText())
                .isEqualTo("b");
    }

    @Test
    void aResourceWithoutAnIdentitySaysNothingOfOne() {
        String server = GROUP + "/providers/Microsoft.DBforMySQL/flexibleServers/mysql";
        client.put(server, "{\"identity\": {\"type\": \"None\"}}");
        assertThat(client.get(server).json().has("identity")).isFalse();
    }

    @Test
    void aSlotHasItsOwnConfiguration() {
        String slot = GROUP + "/providers/Microsoft.Web/sites/app/slots/test";
        client.put(GROUP + "/providers/Microsoft.Web/sites/app", "{}");
        client.put(
                slot, "{\"properties\": {\"siteConfig\": {\"appSettings\": [{\"name\": \"a\", \"value\": \"b\"}]}}}");
        assertThat(client.arm("POST", slot + "/config/appsettings/list", "")
                        .json()
                        .at("/properties/a")
                        .asText())
                .isEqualTo("b");
        assertThat(client.arm("POST", slot + "/config/connectionstrings/list", "")
                        .json()
                        .path("properties"))
                .isEmpty();
    }

    @Test
    void aStaticSiteTellsItsSettings() {
        String site = GROUP + "/providers/Microsoft.Web/staticSites/site";
        client.put(site, "{}");
        assertThat(client.arm("POST", site + "/listAppSettings", "").json().path("properties"))
                .isEmpty();
        client.put(site + "/config/appsettings", "{\"properties\": {\"a\": \"b\"}}");
        assertThat(client.arm("POST", site + "/listAppSettings", "")
                        .json()
                        .at("/properties/a")
                        .asText())
                .isEqualTo("b");
    }

    @Test
    void aRunbooksTextIsADraftUntilItIsPublished() {
        String runbook = GROUP + "/providers/Microsoft.Automation/automationAccounts/aa/runbooks/one";
        client.put(GROUP + "/providers/Microsoft.Automation/automationAccounts/aa", "{}");
        client.put(runbook, "{}");
        assertThat(client.put(runbook + "/draft/content", "echo 1").status()).isEqualTo(202);
        assertThat(client.get(runbook + "/draft/content").text()).isEqualTo("echo 1");
        assertThat(client.arm("POST", runbook + "/publish", "").status()).isEqualTo(202);
        assertThat(client.get(runbook + "/content").text()).isEqualTo("echo 1");
        assertThat(client.get(runbook).json().at("/properties/state").asText()).isEqualTo("Published");
    }

    @Test
    void accessPoliciesAreChangedByThemselves() {
        String vault = GROUP + "/providers/Microsoft.KeyVault/vaults/kv-one";
        String policies = "{\"properties\": {\"accessPolicies\": [{\"objectId\": \"%s\", \"permissions\": {}}]}}";
        client.put(vault, policies.formatted("a"));
        client.put(vault + "/accessPolicies/add", policies.formatted("b"));
        client.put(vault + "/accessPolicies/replace", policies.formatted("B"));
        assertThat(client.get(vault).json().at("/properties/accessPolicies")).hasSize(2);
        client.put(vault + "/accessPolicies/remove", policies.formatted("a"));
        assertThat(client.get(vault).json().at("/properties/accessPolicies")).hasSize(1);
        assertThat(client.get(vault)
                        .json()
                        .at("/properties/accessPolicies/0/objectId")
                        .asText())
                .isEqualTo("B");
        assertThat(client.put(vault + "-two/accessPolicies/add", policies.formatted("b"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPlanSaysWhatRunsOnIt() {
        String plan = GROUP + "/providers/Microsoft.Web/serverFarms/plan";
        client.put(plan, "{\"properties\": {\"reserved\": true}}");
        assertThat(client.get(plan).json().path("kind").asText()).isEqualTo("linux");
        client.put(plan, "{}");
        assertThat(client.get(plan).json().path("kind").asText()).isEqualTo("app");
    }

    @Test
    void whatIsSaidOfOnePartGoesBeforeWhatIsSaidOfAll() {
        String app = GROUP + "/providers/Microsoft.Web/sites/app";
        client.put(app, "{}");
        assertThat(client.get(app + "/config/logs")
                        .json()
                        .at("/properties/detailedErrorMessages/enabled")
                        .asText())
                .isEqualTo("false");
        assertThat(client.get(app + "/config/web").json().path("properties")).isEmpty();
    }

    @Test
    void aSecretWithoutAnAddressSaysNothingOfOne() {
        String app = GROUP + "/providers/Microsoft.App/containerApps/app";
        client.put(
                app,
                "{\"properties\": {\"configuration\": {\"secrets\": [{\"name\": \"a\", \"value\": \"b\", \"keyVaultUrl\": \"\"}]}}}");
        assertThat(client.arm("POST", app + "/listSecrets", "")
                        .json()
                        .at("/value/0")
                        .has("keyVaultUrl"))
                .isFalse();
    }

    @Test
    void theThroughputOfAnyKindOfDatabaseIsAResource() {
        String account = GROUP + "/providers/Microsoft.DocumentDB/databaseAccounts/cosmos";
        client.put(account, "{}");
        for (String kind :
                new String[] {"sqlDatabases", "mongodbDatabases", "cassandraKeyspaces", "gremlinDatabases"}) {
            String database = "%s/%s/one".formatted(account, kind);
            client.put(database, "{\"properties\": {\"options\": {\"throughput\": 400}}}");
            assertThat(client.get(database + "/throughputSettings/default")
                            .json()
                            .at("/properties/resource/throughput")
                            .asInt())
                    .as(kind)
                    .isEqualTo(400);
        }
    }
}
