package io.terralake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAccessRuleTests {
    @Test
    void passesWhatDeniesByDefault() {
        assertThat(publicAccess("""
                "azurerm_storage_account": {"Lake": {
                    "allow_nested_items_to_be_public": false,
                    "network_rules": {"default_action": "Deny"}
                }},
                "azurerm_storage_container": {"Bronze": {"container_access_type": "private"}},
                "azurerm_key_vault": {"Vault": {"network_acls": [{"default_action": "Deny"}]}},
                "azurerm_mssql_firewall_rule": {"Office": {"start_ip_address": "203.0.113.0", "end_ip_address": "203.0.113.255"}}
                """)).isEmpty();
    }

    @Test
    void findsBlobsThatEveryoneMayRead() {
        assertThat(publicAccess("""
                "azurerm_storage_account": {"Lake": {"network_rules": {"default_action": "Deny"}}},
                "azurerm_storage_container": {"Bronze": {"container_access_type": "blob"}}
                """))
                .containsExactly(
                        "public-access: allow_nested_items_to_be_public is absent, which means true, false is needed"
                                + " (at azurerm_storage_account.Lake)",
                        "public-access: container_access_type is \"blob\", \"private\" is needed"
                                + " (at azurerm_storage_container.Bronze)");
    }

    @Test
    void findsEndpointsThatLetEveryoneIn() {
        assertThat(publicAccess("""
                "azurerm_eventhub_namespace": {"Events": {"network_rulesets": [{"default_action": "Allow"}]}},
                "azurerm_key_vault": {"Vault": {}}
                """))
                .containsExactly(
                        "public-access: network_rulesets[0].default_action is \"Allow\", \"Deny\" is needed"
                                + " (at azurerm_eventhub_namespace.Events)",
                        "public-access: network_acls is absent, which lets everyone in; one with default_action \"Deny\" is needed"
                                + " (at azurerm_key_vault.Vault)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "\"${var.public}\""})
    void aServiceWithoutPublicEndpointNeedsNoFirewall(String value) {
        assertThat(publicAccess("""
                "azurerm_key_vault": {"Vault": {"public_network_access_enabled": %s, "network_acls": {"default_action": "Allow"}}}
                """.formatted(value))).isEmpty();
    }

    @Test
    void rulesOfAnAccountMayBeAResourceOfTheirOwn() {
        assertThat(publicAccess("""
                "azurerm_storage_account": {"Lake": {"allow_nested_items_to_be_public": false}},
                "azurerm_storage_account_network_rules": {"Rules": {
                    "storage_account_id": "${azurerm_storage_account.Lake.id}",
                    "default_action": "Allow"
                }}
                """))
                .containsExactly("public-access: default_action is \"Allow\", \"Deny\" is needed"
                        + " (at azurerm_storage_account_network_rules.Rules)");
    }

    @Test
    void findsAddressRangesOfEveryone() {
        assertThat(publicAccess("""
                "azurerm_mssql_firewall_rule": {"AllAzure": {"start_ip_address": "0.0.0.0", "end_ip_address": "0.0.0.0"}},
                "azurerm_redis_firewall_rule": {"All": {"start_ip": "1.0.0.0", "end_ip": "255.255.255.255"}}
                """))
                .containsExactly(
                        "public-access: start_ip_address is \"0.0.0.0\", a range of addresses that you know is needed"
                                + " (at azurerm_mssql_firewall_rule.AllAzure)",
                        "public-access: end_ip is \"255.255.255.255\", a range of addresses that you know is needed"
                                + " (at azurerm_redis_firewall_rule.All)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "Internet", "0.0.0.0/0"})
    void findsPortsThatAreOpenToTheInternet(String source) {
        assertThat(publicAccess("""
                "azurerm_network_security_group": {"Group": {"security_rule": [
                    {"name": "ssh", "access": "Allow", "direction": "Inbound", "source_address_prefix": "%s"}
                ]}},
                "azurerm_network_security_rule": {"Rule": {
                    "name": "rdp", "access": "Allow", "direction": "Inbound", "source_address_prefixes": ["10.0.0.0/8", "%s"]
                }}
                """.formatted(source, source)))
                .containsExactly(
                        "public-access: rule \"ssh\" lets in \"%s\", a range of addresses that you know is needed"
                                        .formatted(source)
                                + " (at azurerm_network_security_group.Group)",
                        "public-access: rule \"rdp\" lets in \"%s\", a range of addresses that you know is needed"
                                        .formatted(source)
                                + " (at azurerm_network_security_rule.Rule)");
    }

    @ParameterizedTest
    @CsvSource({"Deny, Inbound, *", "Allow, Outbound, *", "Allow, Inbound, VirtualNetwork"})
    void passesRulesThatLetNoStrangerIn(String access, String direction, String source) {
        assertThat(publicAccess("""
                "azurerm_network_security_rule": {"Rule": {
                    "name": "rule", "access": "%s", "direction": "%s", "source_address_prefix": "%s"
                }}
                """.formatted(access, direction, source))).isEmpty();
    }

    @Test
    void findsPublicEndpointsWhereTheSettingsWantNone() {
        String resources = """
                "azurerm_data_factory": {"Factory": {"public_network_enabled": true}},
                "azurerm_mssql_server": {"Sql": {}},
                "azurerm_search_service": {"Search": {"public_network_access_enabled": false}}
                """;
        assertThat(publicAccess(resources)).isEmpty();
        assertThat(Findings.inPrivateMode("public-access", resources))
                .containsExactly(
                        "public-access: public_network_enabled is true, false is needed where the network mode is private"
                                + " (at azurerm_data_factory.Factory)",
                        "public-access: public_network_access_enabled is absent, which means true, false is needed where the network"
                                + " mode is private (at azurerm_mssql_server.Sql)");
    }

    private static List<String> publicAccess(String resources) {
        return Findings.of("public-access", resources);
    }
}
