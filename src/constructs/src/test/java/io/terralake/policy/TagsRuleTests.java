package io.terralake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagsRuleTests {
    private static final String TAGS =
            "\"tags\": {\"owner\": \"me\", \"costCentre\": \"1\", \"environment\": \"dev\", \"stack\": \"s\", \"workload\": \"w\"}";

    @Test
    void passesWhatHasTheStacksTags() {
        assertThat(tags("\"azurerm_public_ip\": {\"Ip\": {\"location\": \"westeurope\", %s}}".formatted(TAGS)))
                .isEmpty();
    }

    @Test
    void findsMissingTags() {
        assertThat(tags("""
                "azurerm_public_ip": {"Ip": {"location": "westeurope"}},
                "azurerm_resource_group": {"Group": {"location": "westeurope", "tags": {"owner": "me", "stack": "s"}}},
                "azurerm_private_dns_zone": {"Zone": {"tags": {}}},
                "azapi_resource": {"Any": {"location": "westeurope"}}
                """))
                .containsExactly(
                        "tags: without costCentre, environment, owner, stack, workload; PlatformStack.of(this).tags() has them all"
                                + " (at azapi_resource.Any)",
                        "tags: without costCentre, environment, owner, stack, workload; PlatformStack.of(this).tags() has them all"
                                + " (at azurerm_private_dns_zone.Zone)",
                        "tags: without costCentre, environment, owner, stack, workload; PlatformStack.of(this).tags() has them all"
                                + " (at azurerm_public_ip.Ip)",
                        "tags: without costCentre, environment, workload; PlatformStack.of(this).tags() has them all"
                                + " (at azurerm_resource_group.Group)");
    }

    @Test
    void doesNotAskTypesThatTakeNone() {
        assertThat(tags("""
                "azurerm_data_factory_integration_runtime_azure": {"Runtime": {"location": "westeurope"}},
                "azurerm_role_assignment": {"Grant": {}},
                "time_sleep": {"Wait": {"location": "here"}}
                """)).isEmpty();
    }

    @Test
    void doesNotJudgeExpressions() {
        assertThat(tags("\"azurerm_public_ip\": {\"Ip\": {\"location\": \"westeurope\", \"tags\": \"${local.tags}\"}}"))
                .isEmpty();
    }

    private static List<String> tags(String resources) {
        return Findings.of("tags", resources);
    }
}
