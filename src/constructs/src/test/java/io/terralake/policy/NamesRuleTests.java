package io.terralake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformStack;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesRuleTests {
    @Test
    void findsTwoResourcesOfOneNameInOnePlace() {
        assertThat(names("""
                "azurerm_mssql_database": {
                    "A": {"name": "loans", "server_id": "${azurerm_mssql_server.S.id}"},
                    "B": {"name": "Loans", "server_id": "${azurerm_mssql_server.S.id}"}
                },
                "azapi_resource": {
                    "C": {"name": "c", "parent_id": "/p", "type": "Microsoft.Web/sites@2024-04-01"},
                    "D": {"name": "c", "parent_id": "/p", "type": "Microsoft.Web/sites@2023-01-01"}
                }
                """))
                .containsExactly(
                        "names: name is \"c\", as that of azapi_resource.C: resources of a type in one place have different"
                                + " names, whatever their case (at azapi_resource.D)",
                        "names: name is \"Loans\", as that of azurerm_mssql_database.A: resources of a type in one place have"
                                + " different names, whatever their case (at azurerm_mssql_database.B)");
    }

    @Test
    void passesTheSameNameElsewhereOrOfAnotherType() {
        assertThat(names("""
                "azurerm_mssql_database": {
                    "A": {"name": "loans", "server_id": "${azurerm_mssql_server.S.id}"},
                    "B": {"name": "loans", "server_id": "${azurerm_mssql_server.T.id}"},
                    "C": {"name": "${var.name}", "server_id": "${azurerm_mssql_server.T.id}"},
                    "D": {"name": "${var.name}", "server_id": "${azurerm_mssql_server.T.id}"}
                },
                "azurerm_management_lock": {
                    "E": {"name": "keep", "scope": "${azurerm_mssql_database.A.id}"},
                    "F": {"name": "keep", "scope": "${azurerm_mssql_database.B.id}"}
                },
                "azapi_resource": {
                    "G": {"name": "g", "parent_id": "/p", "type": "Microsoft.Web/sites@2024-04-01"},
                    "H": {"name": "g", "parent_id": "/p", "type": "Microsoft.Web/serverfarms@2024-04-01"}
                },
                "databricks_job": {"I": {"name": "i"}, "J": {"name": "i"}},
                "azurerm_role_assignment": {"K": {"scope": "/s"}, "L": {"scope": "/s"}}
                """)).isEmpty();
    }

    /** A name that is derived has nothing of the construct's id in it. */
    @Test
    void findsTwoConstructsOfOneDerivedName() {
        PlatformStack stack = Stacks.publicStack();
        new KeyVault(stack, "One", KeyVaultProps.builder().build());
        new KeyVault(stack, "Two", KeyVaultProps.builder().build());
        assertThat(Policy.standard()
                        .check("test-stack", SynthesizedStack.of(stack).json()))
                .extracting(Finding::toString)
                .filteredOn(line -> line.startsWith("names: "))
                .containsExactly(
                        "names: name is \"kv-lakes-test-weu\", as that of azurerm_key_vault.One_8A44B909: resources of a type in"
                                + " one place have different names, whatever their case (at azurerm_key_vault.Two_20CDA8F5)");
    }

    private static List<String> names(String resources) {
        return Findings.of("names", resources);
    }
}
