package io.terralake.sql;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.azure.Region;
import io.terralake.core.PlatformStack;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSizingTests {
    private final PlatformStack stack = Stacks.publicStack();

    /** Azure's table of vCores: an eighth of the most, at least a half. */
    @ParameterizedTest
    @CsvSource({
        "GP_S_Gen5_1, 0.5",
        "GP_S_Gen5_2, 0.5",
        "GP_S_Gen5_4, 0.5",
        "GP_S_Gen5_6, 0.75",
        "GP_S_Gen5_8, 1",
        "GP_S_Gen5_10, 1.25",
        "GP_S_Gen5_18, 2.25",
        "GP_S_Gen5_40, 5",
        "GP_S_Gen5_80, 10",
        "HS_S_Gen5_8, 1"
    })
    void givesAServerlessDatabaseTheFewestVcoresOfItsSize(String skuName, String vcores) {
        database(DatabaseSizing.builder().skuName(skuName).build());
        assertThat(stack).hasResource("azurerm_mssql_database", "{min_capacity: %s}".formatted(vcores));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S5 | of S there are 0, 1, 2, 3, 4, 6, 7, 9, 12",
                "S03 | of S there are 0, 1, 2, 3, 4, 6, 7, 9, 12",
                "P3 | of P there are 1, 2, 4, 6, 11, 15",
                "GP_S_Gen5_3 | of GP_S_Gen5_ there are 1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 32, 40, 80",
                "HS_S_Gen5_1 | of HS_S_Gen5_ there are 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 32, 40, 80",
                "GP_Gen5_1 | of GP_Gen5_ there are 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 32, 40, 80, 128",
                "GP_DC_24 | of GP_DC_ there are 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 32, 40",
                "GP_Fsv2_2 | of GP_Fsv2_ there are 8, 10, 12, 14, 16, 18, 20, 24, 32, 36, 72",
                "HS_PRMS_3 | of HS_PRMS_ there are 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 32, 40, 64, 80, 128",
            })
    void refusesASizeThatAFamilyDoesNotHave(String skuName, String message) {
        refuses(
                DatabaseSizing.builder().skuName(skuName),
                "skuName \"%s\" is not offered: %s".formatted(skuName, message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GP_Gen4_2", "BC_S_Gen5_2", "gp_s_gen5_1", "ElasticPool", "DW100c", "Free", "S", "basic"})
    void refusesAFamilyThatAzureDoesNotOfferDatabasesOf(String skuName) {
        assertThat(DatabaseSizing.builder().skuName(skuName).build().problems())
                .singleElement()
                .asString()
                .startsWith("skuName \"%s\" is not offered: ".formatted(skuName));
    }

    /** The settings' schema knows exactly the sizes that the construct knows. */
    @Test
    void hasOneListOfSizes() {
        List<String> families = List.of(
                "S",
                "P",
                "GP_S_Gen5_",
                "HS_S_Gen5_",
                "GP_Gen5_",
                "BC_Gen5_",
                "HS_Gen5_",
                "GP_Fsv2_",
                "GP_DC_",
                "BC_DC_",
                "HS_DC_",
                "HS_PRMS_",
                "HS_MOPRMS_");
        assertThat(families.stream()
                        .flatMap(family -> IntStream.rangeClosed(0, 200).mapToObj(size -> family + size)))
                .allSatisfy(name -> assertThat(name.matches(ComputeSize.REGEX))
                        .as(name)
                        .isEqualTo(DatabaseSizing.builder()
                                .skuName(name)
                                .build()
                                .problems()
                                .isEmpty()));
        assertThat("Basic").matches(ComputeSize.REGEX);
    }

    @Test
    void refusesRetentionThatAzureRefuses() {
        refuses(
                DatabaseSizing.builder().pointInTimeDays(36),
                "pointInTimeDays is 36, allowed are 1 to 35 for GP_S_Gen5_1");
        refuses(
                DatabaseSizing.builder().pointInTimeDays(0),
                "pointInTimeDays is 0, allowed are 1 to 35 for GP_S_Gen5_1");
        refuses(
                DatabaseSizing.builder().skuName("Basic").pointInTimeDays(8),
                "pointInTimeDays is 8, allowed are 1 to 7 for Basic");
        refuses(
                DatabaseSizing.builder().skuName("S0").weeklyBackups(521).monthlyBackups(121),
                "weeklyBackups is 521, allowed are 1 to 520 for S0",
                "monthlyBackups is 121, allowed are 1 to 120 for S0");
    }

    @Test
    void letsHyperscaleNotPause() {
        refuses(
                DatabaseSizing.builder().skuName("HS_S_Gen5_2").autoPauseMinutes(60),
                "autoPauseMinutes is 60, but only serverless sizes such as GP_S_Gen5_1 pause, not HS_S_Gen5_2");
        database(DatabaseSizing.builder().skuName("HS_S_Gen5_2").build());
        assertThat(stack).hasResource("azurerm_mssql_database", "{auto_pause_delay_in_minutes: absent}");
    }

    @Test
    void keepsBackupsOfHyperscaleInTheZonesOfItsData() {
        DatabaseSizingBuilder sizing =
                DatabaseSizing.builder().skuName("HS_Gen5_2").zoneRedundant(true);
        refuses(sizing, "backupStorage is Local, but HS_Gen5_2 databases that are zone-redundant need Zone or GeoZone");
        database(sizing.backupStorage(BackupStorage.GEO_ZONE).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "S12", "GP_DC_2", "GP_Fsv2_8"})
    void knowsWhatCannotBeZoneRedundant(String skuName) {
        refuses(
                DatabaseSizing.builder().skuName(skuName).zoneRedundant(true),
                "%s databases cannot be zone-redundant".formatted(skuName));
    }

    @ParameterizedTest
    @ValueSource(strings = {"master", "TempDB", "lo\tans", "loans "})
    void refusesNamesThatAzureHasOrCannotRead(String name) {
        assertThatThrownBy(() -> database(name, DatabaseSizing.builder().build()))
                .hasMessageStartingWith("sql database name \"%s\"".formatted(name));
    }

    @Test
    void refusesCopiesThatTheRegionDoesNotHave() {
        PlatformStack westUs =
                Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings()).withLocation(Region.WEST_US));
        SqlDatabaseProps props = SqlDatabaseProps.builder()
                .server(new SqlServer(westUs, "Server", SqlServerProps.builder().build()))
                .name("loans")
                .sizing(DatabaseSizing.builder()
                        .skuName("GP_Gen5_2")
                        .zoneRedundant(true)
                        .backupStorage(BackupStorage.ZONE)
                        .build())
                .build();
        assertThatThrownBy(() -> new SqlDatabase(westUs, "Database", props))
                .hasMessage(
                        "zoneRedundant needs availability zones, which westus has none of;"
                                + " backupStorage Zone needs availability zones, which westus has none of (at test-stack/Database)");
        ISqlServer elsewhere = SqlServer.fromServerId(westUs, "Elsewhere", PlatformTeam.SQL_SERVER);
        new SqlDatabase(westUs, "Other", SqlDatabasePropsBuilder.from(props).withServer(elsewhere));
    }

    private static void refuses(DatabaseSizingBuilder sizing, String... problems) {
        assertThat(sizing.build().problems()).containsExactly(problems);
    }

    private void database(DatabaseSizing sizing) {
        database("loans", sizing);
    }

    private void database(String name, DatabaseSizing sizing) {
        new SqlDatabase(
                stack,
                "Database",
                SqlDatabaseProps.builder()
                        .server(SqlServer.fromServerId(stack, "Server", PlatformTeam.SQL_SERVER))
                        .name(name)
                        .sizing(sizing)
                        .build());
    }
}
