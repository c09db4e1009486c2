package io.terralake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsRuleTests {
    @ParameterizedTest
    @CsvSource({
        "min_tls_version, TLS1_2",
        "min_tls_version, TLS1_3",
        "minimum_tls_version, 1.2",
        "minimal_tls_version, Tls12",
        "scm_minimum_tls_version, 1.3",
        "tls_version, TLS12",
        "minimum_tls_version, ${var.tls}"
    })
    void passesNewVersions(String argument, String version) {
        assertThat(tls("\"azurerm_some\": {\"S\": {\"site_config\": {\"%s\": \"%s\"}}}".formatted(argument, version)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "min_tls_version, TLS1_0",
        "minimum_tls_version, 1.1",
        "minimum_tls_version, Disabled",
        "minimal_tls_version, Tls",
        "tls_version, None",
        "ssl_minimal_tls_version_enforced, TLSEnforcementDisabled"
    })
    void findsOldVersions(String argument, String version) {
        assertThat(tls("\"azurerm_some\": {\"S\": {\"%s\": \"%s\"}}".formatted(argument, version)))
                .containsExactly("tls: %s is \"%s\", TLS 1.2 or newer is needed (at azurerm_some.S)"
                        .formatted(argument, version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https_only", "https_traffic_only_enabled", "ssl_enforcement_enabled"})
    void findsConnectionsThatNeedNotBeEncrypted(String argument) {
        assertThat(tls("\"azurerm_some\": {\"S\": {\"%s\": false}}".formatted(argument)))
                .containsExactly("tls: %s is false, true is needed (at azurerm_some.S)".formatted(argument));
    }

    @Test
    void findsPortsAndProtocolsWithoutEncryption() {
        assertThat(tls("""
                "azurerm_some": {"S": {
                    "non_ssl_port_enabled": true,
                    "security": [{"frontend_tls10_enabled": true, "backend_tls11_enabled": false}],
                    "default_database": {"client_protocol": "Plaintext"}
                }}
                """))
                .containsExactly(
                        "tls: non_ssl_port_enabled is true, false is needed (at azurerm_some.S)",
                        "tls: security[0].frontend_tls10_enabled is true, false is needed (at azurerm_some.S)",
                        "tls: default_database.client_protocol is \"Plaintext\", \"Encrypted\" is needed (at azurerm_some.S)");
    }

    @Test
    void findsUnsafeDefaultsOfTheProvider() {
        assertThat(tls("\"azurerm_redis_cache\": {\"Cache\": {}}, \"azurerm_linux_web_app\": {\"App\": {}}"))
                .containsExactly(
                        "tls: https_only is absent, which means false, true is needed (at azurerm_linux_web_app.App)",
                        "tls: minimum_tls_version is absent, which means \"1.0\", TLS 1.2 or newer is needed"
                                + " (at azurerm_redis_cache.Cache)");
    }

    @Test
    void reliesOnSafeDefaultsOfTheProvider() {
        assertThat(tls("\"azurerm_storage_account\": {\"Lake\": {}}, \"azurerm_mssql_server\": {\"Sql\": {}}"))
                .isEmpty();
    }

    private static List<String> tls(String resources) {
        return Findings.of("tls", resources);
    }
}
