package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.assertions.Match;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoanVersionsTests {

    @Test
    void devPausesAndMayBeDestroyed() {
        assertThat(Platform.app().stack("dev-loan-versions"))
                .hasResource(
                        "azurerm_mssql_database",
                        Map.of(
                                "name",
                                "loans",
                                "sku_name",
                                "GP_S_Gen5_1",
                                "auto_pause_delay_in_minutes",
                                60,
                                "zone_redundant",
                                false,
                                "lifecycle",
                                Match.absent()))
                .hasNoAnnotations();
    }

    @Test
    void prodIsZoneRedundantAndKeepsBackupsAndData() {
        assertThat(Platform.app().stack("prod-loan-versions"))
                .hasResource(
                        "azurerm_mssql_database",
                        Map.of(
                                "sku_name", "GP_Gen5_2",
                                "auto_pause_delay_in_minutes", Match.absent(),
                                "zone_redundant", true,
                                "storage_account_type", "Zone",
                                "short_term_retention_policy", Map.of("retention_days", 35),
                                "long_term_retention_policy",
                                        Map.of("weekly_retention", "P12W", "monthly_retention", "P24M"),
                                "lifecycle", Map.of("prevent_destroy", true)))
                .hasResourceCount("azurerm_management_lock", 1);
    }

    @Test
    void standsOnTheLandingZoneThroughItsState() {
        assertThat(Platform.app().stack("dev-loan-versions"))
                .hasResourceCount("azurerm_resource_group", 0)
                .hasResource(
                        "data.terraform_remote_state",
                        Map.of("config", Map.of("path", "../../../terraform.dev-landing-zone.tfstate")))
                .hasResource(
                        "azurerm_mssql_database",
                        Map.of("server_id", Match.matching("\\$\\{data\\.terraform_remote_state\\..*}")))
                .hasResourceCount("azurerm_monitor_diagnostic_setting", 1);
    }
}
