package io.terralake.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.assertions.CommittedText;
import io.terralake.assertions.RecordSchema;
import io.terralake.settings.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sections that the stacks have in an environment's settings. */
class SettingsTests {
    private static final Path RESOURCES = Path.of("src/main/resources/io/terralake/stacks");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            classes = {
                LandingZoneSettings.class,
                UnityCatalogSettings.class,
                LoanVersionsSettings.class,
                UsedCarsSettings.class,
                DeviceImagesSettings.class,
                MlWorkspacesSettings.class,
                ModelEventsSettings.class
            })
    void haveTheSchemaOfTheirRecords(Class<? extends Record> type) {
        CommittedText.at(RESOURCES.resolve(type.getSimpleName() + ".schema.json"))
                .verify(RecordSchema.of(type));
    }

    @Test
    void areInTheSchemaForEditors() {
        CommittedText.at(Path.of("environment.schema.json")).verify(Environment.schema(Main.sections()));
    }

    /** A number that is too large for Java, or a text that no service takes, is said to be so by the schema. */
    @Test
    void limitEveryNumberAndEveryText() throws IOException {
        List<String> unlimited = new ArrayList<>();
        unlimited("", new JsonMapper().readTree(Environment.schema(Main.sections())), unlimited);
        assertThat(unlimited).isEmpty();
    }

    private static void unlimited(String pointer, JsonNode schema, List<String> found) {
        boolean limited = schema.has("enum")
                || switch (schema.path("type").asText()) {
                    case "integer", "number" -> schema.has("minimum") && schema.has("maximum");
                    case "string" -> schema.has("pattern") || schema.has("maxLength");
                    case "array" -> schema.has("maxItems");
                    default -> true;
                };
        if (!limited) {
            found.add(pointer);
        }
        schema.properties().forEach(part -> unlimited(pointer + "/" + part.getKey(), part.getValue(), found));
        if (schema.isArray()) {
            schema.forEach(part -> unlimited(pointer + "/*", part, found));
        }
    }

    /** What replaces what in dev.json, and what is said about it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"monthlyAmount\": 200 | \"monthlyAmount\": 0 | #/landingZone/budget/monthlyAmount: 0 must have a minimum value of 1",
                "\"2026-11\" | \"2026-13\" | #/landingZone/budget/startMonth: \"2026-13\" does not match",
                "\"softDeleteDays\": 7 | \"softDeleteDays\": 400 | #/landingZone/dataLake/softDeleteDays: 400 must have a maximum value of 365",
                "\"coolAfterDays\": 60 | \"coolAfterDays\": -1 | #/landingZone/dataLake/zones/silver/coolAfterDays: -1 must have a minimum value of 0",
                "{ \"coolAfterDays\": 60 } | { \"coolAfterDays\": 9, \"deleteAfterDays\": 8 } | #/landingZone/dataLake/zones/silver: deleteAfterDays is 8, it must be more than coolAfterDays, which is 9",
                "\"gold\" | \"Gold\" | #/landingZone/dataLake/zones/Gold: container name \"Gold\" (4 characters) is not allowed",
                "\"LRS\" | \"ZRS\" | #/landingZone/dataLake/zones/bronze: archiveAfterDays is 90, but ZRS accounts have no archive tier",
                "10.10.4.0/22 | 10.10.4.0/27 | #/landingZone/databricks: \"10.10.4.0/27\" is too small for the machines of Databricks, at least a /26 is needed",
                "10.10.4.0/22 | 10.11.4.0/22 | #/landingZone/databricks: \"10.11.4.0/22\" is outside the address space \"10.10.0.0/16\"",
                "10.10.4.0/22 | 10.10.8.0/24 | #/landingZone/databricks: \"10.10.8.0/22\" overlaps the subnet \"10.10.8.0/24\"",
                "10.10.4.0/22 | 10.10.04.0/22 | #/landingZone/databricks: \"10.10.04.0/22\" is no IPv4 range in CIDR form",
                "203.0.113.0/24 | 0.0.0.0 | #/network/allowedIpRanges/0: \"0.0.0.0\" is no host's address",
                "\"landingZone\" | \"landngZone\" | #: \"landngZone\" is not known: the nearest of 18 are landingZone, location, loanVersions",
                "\"landingZone\" | \"batchJobs\" | #: \"batchJobs\" is not known: the nearest of 18 are",
                "\"landingZone\" | \"batchJobs\" | #/landingZone: required property 'budget' not found",
                "\"workload\" | \"usedCars\": {\"throughputUnits\": 41}, \"workload\" | #/usedCars/throughputUnits: 41 must have a maximum value of 40",
                "\"workload\" | \"usedCars\": {\"throughputUnits\": 5, \"maximumThroughputUnits\": 4}, \"workload\" | #/usedCars/maximumThroughputUnits: 4 is less than throughputUnits, which is 5",
                "\"dataLake\" | \"datalake\" | #/landingZone: \"datalake\" is not known: one of apiManagementSubnet, budget, customerManagedKey, dataLake, databricks, ddosProtectionPlanId, functionSubnet, kubernetesSubnet, sqlAdministrators",
                "\"workload\" | \"loanVersions\": {\"database\": {\"skuName\": \"GP_Gen5_2\", \"autoPauseMinutes\": 60}}, \"workload\" | #/loanVersions/database: autoPauseMinutes is 60, but only serverless sizes",
                "\"workload\" | \"loanVersions\": {\"database\": {\"skuName\": \"S5\"}}, \"workload\" | #/loanVersions/database/skuName: \"S5\" does not match",
                "\"workload\" | \"loanVersions\": {\"database\": {\"skuName\": \"Basic\", \"pointInTimeDays\": 8}}, \"workload\" | #/loanVersions/database: pointInTimeDays is 8, allowed are 1 to 7 for Basic",
                "10.10.12.0/26 | 10.10.12.0/28 | #/landingZone/functionSubnet: \"10.10.12.0/28\" is too small for functions, at least a /27 is needed",
                "10.10.12.0/26 | 10.10.8.0/26 | #/landingZone/functionSubnet: \"10.10.8.0/26\" overlaps the subnet \"10.10.8.0/22\"",
                "\"functionSubnet\" | \"apiManagementSubnet\": \"10.10.13.0/27\", \"functionSubnet\" | #/landingZone/apiManagementSubnet: is for the network mode \"private\" only, the mode is \"public\"",
                "\"workload\" | \"usedCars\": {\"listingsPerRun\": 1001}, \"workload\" | #/usedCars/listingsPerRun: 1001 must have a maximum value of 1000",
                "\"workload\" | \"usedCars\": {\"minutesBetweenRuns\": 0}, \"workload\" | #/usedCars/minutesBetweenRuns: 0 must have a minimum value of 1",
                "\"workload\" | \"usedCars\": {\"cosmos\": {\"maxThroughput\": 1500}}, \"workload\" | #/usedCars/cosmos/maxThroughput: 1500 is not allowed: steps of 1000",
                "\"workload\" | \"usedCars\": {\"apiTier\": \"CONSUMPTION\"}, \"workload\" | #/usedCars/apiTier: CONSUMPTION is not allowed: it does not limit how often a reader calls",
                "\"workload\" | \"usedCars\": {\"readers\": [{\"name\": \"a\", \"objectId\": \"11111111-2222-3333-4444-55555555555A\"}, {\"name\": \"b\", \"objectId\": \"11111111-2222-3333-4444-55555555555a\"}]}, \"workload\" | #/usedCars/readers/1: the group 11111111-2222-3333-4444-55555555555a is there twice, at /readers/0 too",
                "\"workload\" | \"deviceImages\": {\"replication\": \"ZRS\", \"tiering\": {\"archiveAfterDays\": 90}}, \"workload\" | #/deviceImages/tiering: archiveAfterDays is 90, but ZRS accounts have no archive tier",
                "\"workload\" | \"deviceImages\": {\"tiering\": {\"coolAfterDays\": 30, \"deleteAfterDays\": 30}}, \"workload\" | #/deviceImages/tiering: deleteAfterDays is 30, it must be more than coolAfterDays, which is 30",
                "\"workload\" | \"deviceImages\": {\"database\": {\"skuName\": \"GP_Gen5_2\", \"autoPauseMinutes\": 60}}, \"workload\" | #/deviceImages/database: autoPauseMinutes is 60, but only serverless sizes",
                "\"workload\" | \"deviceImages\": {\"uploaders\": [{\"name\": \"a\", \"objectId\": \"11111111-2222-3333-4444-555555555555\"}, {\"name\": \"b\", \"objectId\": \"11111111-2222-3333-4444-555555555555\"}]}, \"workload\" | #/deviceImages/uploaders/1: the group 11111111-2222-3333-4444-555555555555 is there twice, at /uploaders/0 too",
                "\"workload\" | \"deviceImages\": {\"onlineEndpoint\": {\"url\": \"https://images.westeurope.inference.ml.azure.com/score\", \"id\": \"/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w\"}}, \"workload\" | #/deviceImages/onlineEndpoint/id: \"/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w\" is the id of a Microsoft.MachineLearningServices/workspaces, /subscriptions/<id>",
                "\"workload\" | \"deviceImages\": {\"onlineEndpoint\": {\"url\": \"https://images.westeurope.inference.ml.azure.com/score\", \"id\": \"/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/onlineEndpoints/cars\"}}, \"workload\" | #/deviceImages/onlineEndpoint/id: \"cars\" is not the endpoint of https://images.westeurope.inference.ml.azure.com/score",
                "\"workload\" | \"deviceImages\": {\"onlineEndpoint\": {\"url\": \"https://images.example.com/score\", \"id\": \"/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/onlineEndpoints/images\"}}, \"workload\" | #/deviceImages/onlineEndpoint/url: \"https://images.example.com/score\" does not match",
                "\"workload\" | \"deviceImages\": {\"onlineEndpoint\": {\"url\": \"https://images.westeurope.inference.ml.azure.com/score?code=1\", \"id\": \"/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/onlineEndpoints/images\"}}, \"workload\" | #/deviceImages/onlineEndpoint/url: \"https://images.westeurope.inference.ml.azure.com/score?code=1\" does not match",
                "\"workload\" | \"loanVersions\": {\"readers\": [\"a\", \" \"]}, \"workload\" | #/loanVersions/readers/1: \" \" does not match",
                "\"workload\" | \"loanVersions\": {\"runAs\": \"etl\"}, \"workload\" | #/loanVersions/runAs: \"etl\" does not match",
                "\"workload\" | \"unityCatalog\": {\"readers\": [\"\"]}, \"workload\" | #/unityCatalog/readers/0: \"\" does not match",
                "\"workload\" | \"budget\": {}, \"workload\" | #/budget: has moved to #/landingZone/budget",
                "\"workload\" | \"dataLake\": {}, \"workload\" | #/dataLake: has moved to #/landingZone/dataLake",
                "\"workload\" | \"sql\": {\"databases\": {}}, \"workload\" | #/sql/databases: has moved to #/loanVersions/database",
                "\"workload\" | \"sql\": {\"administrators\": {}}, \"workload\" | #/sql/administrators: has moved to #/landingZone/sqlAdministrators",
                "\"budget\" | \"sqlAdministrators\": {\"name\": \" \", \"objectId\": \"11111111-2222-3333-4444-555555555555\"}, \"budget\" | #/landingZone/sqlAdministrators/name: \" \" does not match",
                "\"mode\" | \"databricks\": {}, \"mode\" | #/network/databricks: has moved to #/landingZone/databricks",
            })
    void saysWhereAndWhatIsWrong(String before, String after, String message) throws IOException {
        String dev = Files.readString(Path.of("environments", "dev.json"));
        Path file = Files.writeString(folder.resolve("dev.json"), dev.replace(before, after));
        assertThatThrownBy(() -> Environment.read(file, Main.sections()))
                .hasMessageContaining(file.toString().replace('\\', '/') + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5 | : an object is expected, found number",
                "[] | : an object is expected, found array",
                "null | : an object is expected, found null",
                "{\"landingZone\": null} | #/landingZone: null is not allowed: an object is needed",
                "{\"landingZone\": 5} | #/landingZone: 5 is not allowed: an object is needed",
                "{\"tags\": null} | #/tags: null is not allowed: an object is needed",
            })
    void areAnObject(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("dev.json"), text);
        assertThatThrownBy(() -> Environment.read(file, Main.sections())).hasMessageContaining(file + message);
    }

    /** Prod's copies are in several zones. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    westus | ZRS | Zone | #/landingZone/dataLake/replication: replication ZRS needs availability zones, which westus has none of
                    westus | ZRS | Zone | #/loanVersions/database: zoneRedundant needs availability zones, which westus has none of
                    westus | ZRS | Zone | #/loanVersions/database: backupStorage Zone needs availability zones, which westus has none of
                    polandcentral | GZRS | Zone | #/landingZone/dataLake/replication: replication GZRS needs a paired region, which polandcentral has none of
                    polandcentral | ZRS | GeoZone | #/loanVersions/database: backupStorage GeoZone needs a paired region, which polandcentral has none of
                    """)
    void copiesAreWhereTheRegionHasThem(String region, String replication, String backups, String message)
            throws IOException {
        String prod = Files.readString(Path.of("environments", "prod.json"))
                .replace("westeurope", region)
                .replace("\"ZRS\"", "\"%s\"".formatted(replication))
                .replace("\"Zone\"", "\"%s\"".formatted(backups));
        Path file = Files.writeString(folder.resolve("prod.json"), prod);
        assertThatThrownBy(() -> Environment.read(file, Main.sections()))
                .hasMessageContaining(file.toString().replace('\\', '/') + message);
    }

    /** What API Management reaches functions through, in a network that nobody else gets into. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"apiManagementSubnet\": \"10.20.48.64/27\", | | #/landingZone: \"apiManagementSubnet\" is missing, API Management reaches a private network through it",
                "10.20.48.64/27 | 10.20.48.0/27 | #/landingZone/apiManagementSubnet: \"10.20.48.0/27\" overlaps the subnet \"10.20.48.0/26\"",
                "10.20.48.64/27 | 10.20.48.64/28 | #/landingZone/apiManagementSubnet: \"10.20.48.64/28\" is too small for API Management, at least a /27 is needed",
                "\"cosmos\": | \"apiTier\": \"BASIC_V2\", \"cosmos\": | #/usedCars/apiTier: BASIC_V2 reaches no functions in a private network: STANDARD_V2 and PREMIUM_V2 do",
                "\"westeurope\" | \"westus\" | #/usedCars/cosmos/zoneRedundant: is not possible, West US has no availability zones",
            })
    void leadApiManagementIntoAPrivateNetwork(String before, String after, String message) throws IOException {
        String prod = Files.readString(Path.of("environments", "prod.json"));
        Path file = Files.writeString(folder.resolve("prod.json"), prod.replace(before, after == null ? "" : after));
        assertThatThrownBy(() -> Environment.read(file, Main.sections()))
                .hasMessageContaining(file.toString().replace('\\', '/') + message);
    }

    /** Whoever deploys there is somebody else each time. */
    @Test
    void nameTheGroupThatAdministersSqlWhereDataIsRetained() throws IOException {
        String prod = Files.readString(Path.of("environments", "prod.json"))
                .replaceFirst(",\\s*\"sqlAdministrators\": \\{[^}]*}", "");
        Path file = Files.writeString(folder.resolve("prod.json"), prod);
        assertThatThrownBy(() -> Environment.read(file, Main.sections()))
                .hasMessageEndingWith(
                        "prod.json#/landingZone: \"sqlAdministrators\" is missing, an environment whose data is"
                                + " retained needs the group");
        Path destroyed = Files.writeString(folder.resolve("test.json"), prod.replace("\"retain\"", "\"destroy\""));
        assertThatCode(() -> Environment.read(destroyed, Main.sections())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | 3000000000 | #/landingZone/budget/monthlyAmount: 3000000000 must have a maximum value of 1000000000",
                "200 | 1e30 | #/landingZone/budget/monthlyAmount: 1.0E30 must have a maximum value of 1000000000",
                "\"2026-11\" | \"2017-05\" | #/landingZone/budget/startMonth: \"2017-05\" does not match",
                "\"2026-11\" | \"2026-11\", \"alertPercentages\": [80, 80] | #/landingZone/budget/alertPercentages: budget alerts of [80, 80] are not allowed: each once",
                "\"2026-11\" | \"2026-11\", \"alertPercentages\": [1, 2, 3, 4, 5] | #/landingZone/budget/alertPercentages: must have at most 4 items",
                "\"dailyQuotaGb\": 1 | \"dailyQuotaGb\": 3000000000 | #/monitoring/dailyQuotaGb: 3000000000 must have a maximum value of 100000",
            })
    void haveLimits(String before, String after, String message) throws IOException {
        saysWhereAndWhatIsWrong(before, after, message);
    }

    /** prod's private DNS zones take 15 tags, three of which the stacks set. */
    @Test
    void countTheTagsOfPrivateDnsZones() throws IOException {
        assertThatCode(() -> Environment.read(prodWithTags(12), Main.sections()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Environment.read(prodWithTags(13), Main.sections()))
                .hasMessageEndingWith("prod.json#/tags/tag12: 16 tags are not allowed: 15 at most,"
                        + " those that stacks set themselves among them");
    }

    private Path prodWithTags(int count) throws IOException {
        String more = IntStream.range(2, count)
                .mapToObj(" \"tag%02d\": \"x\","::formatted)
                .collect(Collectors.joining());
        String prod = Files.readString(Path.of("environments", "prod.json"));
        return Files.writeString(folder.resolve("prod.json"), prod.replace("\"tags\": {", "\"tags\": {" + more));
    }

    /** An environment of the version before: one message for each key that moved, and what is wrong in its new place. */
    @Test
    void tellsWhereTheKeysOfAnOldFileBelong() throws IOException {
        Path file = Files.writeString(folder.resolve("old.json"), """
                {
                  "workload": "lakes",
                  "location": "westeurope",
                  "tags": {"owner": "me", "costCentre": "1"},
                  "network": {
                    "mode": "public",
                    "addressSpace": "10.0.0.0/16",
                    "databricks": {"hostSubnet": "10.0.4.0/22", "containerSubnet": "10.0.8.0/22"}
                  },
                  "monitoring": {"alertEmails": ["a@example.com"]},
                  "budget": {"monthlyAmount": 0, "startMonth": "2026-11"},
                  "dataLake": {"zones": {"bronze": {}}}
                }
                """);
        String at = file.toString().replace('\\', '/');
        assertThatThrownBy(() -> Environment.read(file, Main.sections()))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        at + "#/budget: has moved to #/landingZone/budget",
                        at + "#/dataLake: has moved to #/landingZone/dataLake",
                        at + "#/network/databricks: has moved to #/landingZone/databricks",
                        at + "#/landingZone/budget/monthlyAmount: 0 must have a minimum value of 1",
                        at + "#/landingZone: required property 'functionSubnet' not found"));
    }
}
