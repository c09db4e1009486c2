package io.terralake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsRuleTests {
    private static final String VAULT = "\"azurerm_key_vault\": {\"Vault\": {}}";

    @Test
    void passesWhatIsTheTargetOfASetting() {
        assertThat(diagnostics("""
                "azurerm_key_vault": {"Vault": {}},
                "azurerm_storage_account": {"Lake": {}},
                "azurerm_monitor_diagnostic_setting": {
                    "VaultLogs": {"target_resource_id": "${azurerm_key_vault.Vault.id}"},
                    "LakeLogs": {"target_resource_id": "${azurerm_storage_account.Lake.id}/blobServices/default"}
                }
                """)).isEmpty();
    }

    @Test
    void findsWhatLogsNowhere() {
        assertThat(diagnostics(VAULT))
                .containsExactly("diagnostics: no azurerm_monitor_diagnostic_setting of the stack has it as its target;"
                        + " Diagnostics.send makes one (at azurerm_key_vault.Vault)");
    }

    @Test
    void aSettingThatOnlySendsToAResourceDoesNotLogIt() {
        assertThat(diagnostics("""
                "azurerm_storage_account": {"Lake": {}},
                "azurerm_monitor_diagnostic_setting": {"Logs": {
                    "target_resource_id": "${azurerm_key_vault.Other.id}",
                    "storage_account_id": "${azurerm_storage_account.Lake.id}"
                }}
                """)).hasSize(1);
    }

    @Test
    void doesNotAskTypesWithoutLogs() {
        assertThat(diagnostics("\"azurerm_subnet\": {\"Endpoints\": {}}")).isEmpty();
    }

    private static List<String> diagnostics(String resources) {
        return Findings.of("diagnostics", resources);
    }
}
