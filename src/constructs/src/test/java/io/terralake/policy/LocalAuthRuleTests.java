package io.terralake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalAuthRuleTests {
    @Test
    void passesWhatKnowsIdentitiesOnly() {
        assertThat(localAuth("""
                "azurerm_storage_account": {"Lake": {"shared_access_key_enabled": false, "local_user_enabled": false}},
                "azurerm_application_insights": {"Insights": {"local_authentication_disabled": true}},
                "azurerm_eventhub_namespace": {"Events": {"local_authentication_enabled": "${var.keys}"}},
                "azurerm_mssql_server": {"Sql": {"azuread_administrator": [{"azuread_authentication_only": true}]}},
                "azurerm_express_route_port": {"Port": {"admin_enabled": true}}
                """)).isEmpty();
    }

    @Test
    void findsKeysAndPasswords() {
        assertThat(localAuth("""
                "azurerm_container_registry": {"Images": {"admin_enabled": true}},
                "azurerm_mssql_server": {"Sql": {"azuread_administrator": {"azuread_authentication_only": false}}},
                "azurerm_servicebus_namespace": {"Bus": {"local_auth_enabled": true}}
                """))
                .containsExactly(
                        "local-auth: admin_enabled is true, false is needed (at azurerm_container_registry.Images)",
                        "local-auth: azuread_administrator.azuread_authentication_only is false, true is needed"
                                + " (at azurerm_mssql_server.Sql)",
                        "local-auth: local_auth_enabled is true, false is needed (at azurerm_servicebus_namespace.Bus)");
    }

    @Test
    void findsUnsafeDefaultsOfTheProvider() {
        assertThat(localAuth("""
                "azurerm_application_insights": {"Insights": {}},
                "azurerm_mssql_server": {"Sql": {}},
                "azurerm_storage_account": {"Lake": {"local_user_enabled": false}}
                """))
                .containsExactly(
                        "local-auth: local_authentication_disabled is absent, which means false, true is needed"
                                + " (at azurerm_application_insights.Insights)",
                        "local-auth: azuread_administrator.azuread_authentication_only is absent, which means false,"
                                + " true is needed (at azurerm_mssql_server.Sql)",
                        "local-auth: shared_access_key_enabled is absent, which means true, false is needed"
                                + " (at azurerm_storage_account.Lake)");
    }

    private static List<String> localAuth(String resources) {
        return Findings.of("local-auth", resources);
    }
}
