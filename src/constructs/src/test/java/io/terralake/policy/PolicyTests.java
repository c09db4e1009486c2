package io.terralake.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTests {
    @Test
    void findsNothingInAnEmptyStack() {
        assertThat(Policy.standard().check("dev-lake", Findings.json("{}"))).isEmpty();
    }

    @Test
    void reportsAllAtOnceByThePathOfTheConstruct() {
        assertThat(lines(Policy.standard(), """
                {"resource": {
                    "azurerm_redis_cache": {"Cache_1": {
                        "//": {"metadata": {"path": "dev-lake/Cache/Resource"}},
                        "access_keys_authentication_enabled": true,
                        "minimum_tls_version": "1.1"
                    }},
                    "azurerm_storage_container": {"Bronze_2": {
                        "//": {"metadata": {"path": "dev-lake/Bronze"}},
                        "container_access_type": "container"
                    }}
                }}
                """))
                .containsExactly(
                        "public-access: container_access_type is \"container\", \"private\" is needed (at dev-lake/Bronze)",
                        "diagnostics: no azurerm_monitor_diagnostic_setting of the stack has it as its target; Diagnostics.send"
                                + " makes one (at dev-lake/Cache/Resource)",
                        "local-auth: access_keys_authentication_enabled is true, false is needed (at dev-lake/Cache/Resource)",
                        "tls: minimum_tls_version is \"1.1\", TLS 1.2 or newer is needed (at dev-lake/Cache/Resource)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "names         | {'azurerm_some': {'S': {'name': 'n'}, 'A': {'name': 'n'}}}",
                "tags          | {'azurerm_some': {'S': {'location': 'westeurope'}}}",
                "secrets       | {'azurerm_some': {'S': {'password': 'p'}}}",
                "portable      | {'azurerm_some': {'S': {'file': '/home/me/a.jar'}}}",
                "public-access | {'azurerm_some': {'S': {'container_access_type': 'blob'}}}",
                "tls           | {'azurerm_some': {'S': {'https_only': false}}}",
                "local-auth    | {'azurerm_some': {'S': {'local_auth_enabled': true}}}",
                "diagnostics   | {'azurerm_key_vault': {'S': {'network_acls': {'default_action': 'Deny'}}}}"
            })
    void everyRuleHasExceptions(String rule, String broken) {
        String exceptedFrom =
                "{'//': {'terralake': {'exceptions': [{'path': 'dev-lake/S', 'rule': '%s', 'reason': 'r'}]}}, 'resource': %s}";
        String resources = broken.replace("{'S': {", "{'S': {'//': {'metadata': {'path': 'dev-lake/S/Resource'}}, ");
        assertThat(lines(Policy.standard(), "{'resource': %s}".formatted(resources)))
                .hasSize(1)
                .allMatch(line -> line.startsWith(rule + ": "));
        assertThat(lines(Policy.standard(), exceptedFrom.formatted(rule, resources)))
                .isEmpty();
        assertThat(lines(Policy.standard(), exceptedFrom.formatted(rule, "{}")))
                .containsExactly("exceptions: nothing needs the exception from %s (at dev-lake/S)".formatted(rule));
    }

    @Test
    void anExceptionCoversNoConstructThatOnlyBeginsTheSame() {
        assertThat(lines(Policy.standard(), """
                {"//": {"terralake": {"exceptions": [{"path": "dev-lake/Lake", "rule": "tls", "reason": "old readers"}]}},
                 "resource": {"azurerm_some": {
                    "A": {"//": {"metadata": {"path": "dev-lake/Lake"}}, "min_tls_version": "TLS1_0"},
                    "B": {"//": {"metadata": {"path": "dev-lake/Lake2"}}, "min_tls_version": "TLS1_0"}
                }}}
                """))
                .containsExactly("tls: min_tls_version is \"TLS1_0\", TLS 1.2 or newer is needed (at dev-lake/Lake2)");
    }

    @Test
    void anExceptionNeedsAReasonAndAnExistingRule() {
        assertThat(lines(Policy.standard(), """
                {"//": {"terralake": {"exceptions": [
                    {"path": "dev-lake/S", "rule": "tls", "reason": " "},
                    {"path": "dev-lake", "rule": "tsl", "reason": "old readers"}
                 ]}},
                 "resource": {"azurerm_some": {"S": {"//": {"metadata": {"path": "dev-lake/S"}}, "min_tls_version": "TLS1_0"}}}}
                """))
                .containsExactly(
                        "exceptions: the exception from tls has no reason (at dev-lake/S)",
                        "exceptions: rule \"tsl\" is not known, the policy has diagnostics, local-auth, names, portable, public-access,"
                                + " secrets, tags, tls (at dev-lake)");
    }

    @Test
    void takesRulesOfAUser() {
        Policy policy = Policy.standard().with(new OwnRule("no-public-ip", List.of("a public address is not allowed")));
        assertThat(lines(policy, "{'resource': {'azurerm_subnet': {'S': {}}}}"))
                .containsExactly("no-public-ip: a public address is not allowed (at azurerm_subnet.S)");
    }

    @Test
    void aRuleThatFailsIsAFinding() {
        Policy policy = Policy.standard().with(new OwnRule("throws", null)).with(new PolicyRule() {
            @Override
            public String id() {
                return "null";
            }

            @Override
            public List<String> check(PolicyResource resource) {
                return null;
            }

            @Override
            public List<String> checkOutsideResources(PolicyStack stack) {
                return Arrays.asList((String) null);
            }
        });
        assertThat(lines(policy, "{'resource': {'azurerm_subnet': {'S': {}}}}"))
                .containsExactly(
                        "null: io.terralake.policy.PolicyTests$1.check() returned null (at azurerm_subnet.S)",
                        "throws: io.terralake.policy.PolicyTests$OwnRule.check() failed: java.lang.IllegalStateException: no list"
                                + " (at azurerm_subnet.S)",
                        "null: io.terralake.policy.PolicyTests$1.checkOutsideResources() returned a list with null in it"
                                + " (at dev-lake)");
    }

    @Test
    void hasEachRuleOnce() {
        assertThatThrownBy(() -> Policy.standard().with(new TlsRule())).hasMessage("rule \"tls\" is there already");
        assertThatThrownBy(() -> Policy.standard().with(new OwnRule(null, List.of())))
                .hasMessage("io.terralake.policy.PolicyTests$OwnRule.id() returned null");
        assertThat(lines(
                        Policy.standard().without("tls"),
                        "{'resource': {'azurerm_some': {'S': {'https_only': false}}}}"))
                .isEmpty();
        assertThatThrownBy(() -> Policy.standard().without("tsl"))
                .hasMessage(
                        "rule \"tsl\" is not known, the policy has diagnostics, local-auth, names, portable, public-access, secrets,"
                                + " tags, tls");
    }

    private static List<String> lines(Policy policy, String json) {
        return policy.check("dev-lake", Findings.json(json.replace('\'', '"'))).stream()
                .map(Finding::toString)
                .toList();
    }

    private record OwnRule(@Nullable String id, @Nullable List<String> findings) implements PolicyRule {
        @Override
        public List<String> check(PolicyResource resource) {
            if (findings == null) {
                throw new IllegalStateException("no list");
            }
            return findings;
        }
    }
}
