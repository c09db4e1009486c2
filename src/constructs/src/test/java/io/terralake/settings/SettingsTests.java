package io.terralake.settings;

import io.terralake.azure.Region;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.storage.Replication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTests {
    private static final String MINIMAL = """
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
              "budget": {"monthlyAmount": 100, "startMonth": "2026-11"},
              "dataLake": {"zones": {"bronze": {}}}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void readsWhatIsNeededAndFillsInTheRest() throws IOException {
        Environment environment = Environment.read(file("dev", MINIMAL));
        assertThat(environment.name()).isEqualTo("dev");
        EnvironmentSettings settings = environment.settings();
        assertThat(settings.location()).isEqualTo(Region.WEST_EUROPE);
        assertThat(settings.protection()).isEqualTo(new ProtectionSettings(RemovalPolicy.RETAIN, false));
        assertThat(settings.dataLake().replication()).isEqualTo(Replication.LRS);
        assertThat(settings.backend()).isNull();
    }

    @Test
    void readsEveryEnvironmentOfAFolderByName() throws IOException {
        file("prod", MINIMAL);
        file("dev", MINIMAL);
        assertThat(Environment.readAll(folder)).extracting(Environment::name).containsExactly("dev", "prod");
    }

    /** Each change to the minimal file, and what is said about it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/location | `\"westeurop\"` | #/location: \"westeurop\" is not allowed: the nearest of 53 values are westeurope, ",
                "/loction | `\"x\"` | #: property 'loction' is not defined",
                "/workload | `\"Lakes\"` | #/workload: \"Lakes\" does not match",
                "/workload | `7` | #/workload: 7 integer found, string expected",
                "/workload | `null` | #/workload: null null found, string expected",
                "/subscriptionId | `\"mine\"` | #/subscriptionId: \"mine\" does not match",
                "/tags | `{\"owner\": \"me\"}` | #/tags: tag \"costCentre\" is missing",
                "/tags/stack | `\"x\"` | #/tags/stack: tag \"stack\" is set by the stacks themselves",
                "/tags/a<b | `\"x\"` | #/tags/a<b: tag name \"a<b\" is not allowed: 1 to 128 characters, none of <>%&\\?/",
                "/tags/a | `\"\"` | #/tags/a: a value of 0 characters is not allowed: 1 to 256",
                "/network/mode | `\"open\"` | #/network/mode: \"open\" is not allowed: one of public, private",
                "/network/allowedIpRanges | `[\"203.0.113.0/33\"]` | #/network/allowedIpRanges/0: \"203.0.113.0/33\" is no IPv4 range",
                "/network/allowedIpRanges | `[\"10.0.0.0/8\"]` | #/network/allowedIpRanges/0: \"10.0.0.0/8\" is a private range",
                "/network/allowedIpRanges | `[\"203.0.113.0/24\", \"203.0.113.7\"]` | #/network/allowedIpRanges/1: \"203.0.113.7\" overlaps \"203.0.113.0/24\"",
                "/network/endpointSubnet | `\"10.0.0.0/24\"` | #/network/endpointSubnet: is only for network mode \"private\"",
                "/network/mode | `\"private\"` | #/network: \"endpointSubnet\" is missing, private mode needs it",
                "/network/addressSpace | `\"10.0.0.0\"` | #/network/addressSpace: \"10.0.0.0\" is a single address, a range such as 10.0.0.0/24 is needed",
                "/network/databricks/hostSubnet | `\"10.0.4.0/27\"` | #/network/databricks: \"10.0.4.0/27\" is too small for the machines of Databricks, at least a /26 is needed",
                "/network/databricks/hostSubnet | `\"10.1.4.0/22\"` | #/network/databricks: \"10.1.4.0/22\" is outside the address space \"10.0.0.0/16\"",
                "/network/databricks/hostSubnet | `\"10.0.8.0/24\"` | #/network/databricks: \"10.0.8.0/22\" overlaps the subnet \"10.0.8.0/24\"",
                "/network | `{\"mode\": \"private\", \"addressSpace\": \"10.0.0.0/16\", \"endpointSubnet\": \"10.1.0.0/24\", \"databricks\": {\"hostSubnet\": \"10.0.4.0/22\", \"containerSubnet\": \"10.0.8.0/22\"}}` | #/network/endpointSubnet: \"10.1.0.0/24\" is outside the address space \"10.0.0.0/16\"",
                "/network | `{\"mode\": \"private\", \"addressSpace\": \"10.0.0.0/16\", \"endpointSubnet\": \"10.0.0.0/28\", \"databricks\": {\"hostSubnet\": \"10.0.4.0/22\", \"containerSubnet\": \"10.0.8.0/22\"}}` | #/network/endpointSubnet: \"10.0.0.0/28\" is too small for private endpoints, at least a /27 is needed",
                "/network | `{\"mode\": \"private\", \"addressSpace\": \"10.0.0.0/16\", \"endpointSubnet\": \"10.0.0.0/24\", \"reservedRanges\": [\"10.0.128.0/20\"], \"databricks\": {\"hostSubnet\": \"10.0.4.0/22\", \"containerSubnet\": \"10.0.8.0/22\"}}` | #/network/addressSpace: \"10.0.0.0/16\" overlaps the reserved range \"10.0.128.0/20\"",
                "/network | `{\"mode\": \"private\", \"addressSpace\": \"10.0.0.0/16\", \"endpointSubnet\": \"10.0.4.0/24\", \"databricks\": {\"hostSubnet\": \"10.0.4.0/22\", \"containerSubnet\": \"10.0.8.0/22\"}}` | #/network/databricks: \"10.0.4.0/22\" overlaps the subnet \"10.0.4.0/24\"",
                "/monitoring/alertEmails | `[\"nobody\"]` | #/monitoring/alertEmails/0: \"nobody\" does not match the email pattern",
                "/monitoring/alertEmails | `[]` | #/monitoring/alertEmails: must have at least 1 items",
                "/monitoring/logRetentionDays | `-1` | #/monitoring/logRetentionDays: -1 must have a minimum value of 30",
                "/budget/monthlyAmount | `0` | #/budget/monthlyAmount: 0 must have a minimum value of 1",
                "/budget/startMonth | `\"2026-13\"` | #/budget/startMonth: \"2026-13\" does not match",
                "/dataLake/softDeleteDays | `400` | #/dataLake/softDeleteDays: 400 must have a maximum value of 365",
                "/dataLake/zones | `{\"bronze\": {\"coolAfterDays\": -1}}` | #/dataLake/zones/bronze/coolAfterDays: -1 must have a minimum value of 0",
                "/dataLake/zones | `{\"bronze\": {\"coolAfterDays\": 9, \"deleteAfterDays\": 8}}` | #/dataLake/zones/bronze: deleteAfterDays is 8, it must be more than coolAfterDays, which is 9",
                "/dataLake/zones | `{\"Bronze\": {}}` | #/dataLake/zones/Bronze: container name \"Bronze\" (6 characters) is not allowed",
                "/dataLake | `{\"replication\": \"ZRS\", \"zones\": {\"bronze\": {\"archiveAfterDays\": 9}}}` | #/dataLake/zones/bronze: archiveAfterDays is 9, but ZRS accounts have no archive tier",
                "/backend | `{\"storageAccountName\": \"ststate\"}` | #/backend: required property 'containerName' not found",
                "/backend | `{\"storageAccountName\": \"ststate\", \"containerName\": \"c--\", \"resourceGroupName\": \"g\"}` | #/backend/containerName: \"c--\" does not match",
            })
    void saysWhereAndWhatIsWrong(String pointer, String value, String message) throws IOException {
        ObjectNode document = (ObjectNode) SettingsReader.JSON.readTree(MINIMAL);
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = document.at(pointer.substring(0, slash));
        ((ObjectNode) parent).set(pointer.substring(slash + 1), SettingsReader.JSON.readTree(value));
        Path file = file("dev", document.toString());
        assertThatThrownBy(() -> Environment.read(file))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(file.toString().replace('\\', '/') + message);
    }

    @Test
    void reportsEveryMistakeOfAFileAtOnce() throws IOException {
        Path file = file(
                "dev",
                MINIMAL.replace("\"westeurope\"", "\"mars\"")
                        .replace("\"me\"", "\"\"")
                        .replace("a@example.com", "nobody")
                        .replace(
                                "{\"bronze\": {}}",
                                "{\"bronze\": {\"coolAfterDays\": 9, \"coldAfterDays\": 1}, \"gold\": {\"coolAfterDays\": -3}}"));
        assertThatThrownBy(() -> Environment.read(file))
                .satisfies(thrown -> assertThat(thrown.getMessage().lines())
                        .satisfiesExactlyInAnyOrder(
                                line -> assertThat(line).contains("#/location: \"mars\""),
                                line -> assertThat(line).contains("#/tags/owner: a value of 0 characters"),
                                line -> assertThat(line).contains("#/monitoring/alertEmails/0: \"nobody\""),
                                line -> assertThat(line).contains("#/dataLake/zones/gold/coolAfterDays: -3"),
                                line -> assertThat(line).contains("#/dataLake/zones/bronze: coldAfterDays is 1")));
    }

    @Test
    void reportsTheMistakesOfEveryFileAtOnce() throws IOException {
        file("dev", "{}");
        file("prod", "[]");
        assertThatThrownBy(() -> Environment.readAll(folder)).hasMessageContainingAll("dev.json#:", "prod.json#:");
    }

    @Test
    void namesLineAndColumnOfMalformedJson() throws IOException {
        assertThatThrownBy(() -> Environment.read(file("dev", "{\n  \"workload\" \"x\"\n}")))
                .hasMessageMatching("(?s).*dev\\.json:2:\\d+: Unexpected character .*");
    }

    @Test
    void refusesADuplicateZone() throws IOException {
        Path file = file("dev", MINIMAL.replace("{\"bronze\": {}}", "{\"bronze\": {}, \"bronze\": {}}"));
        assertThatThrownBy(() -> Environment.read(file))
                .hasMessageMatching("(?s).*dev\\.json:12:\\d+: Duplicate field 'bronze'.*");
    }

    @Test
    void refusesTrailingText() throws IOException {
        assertThatThrownBy(() -> Environment.read(file("dev", MINIMAL + "}"))).hasMessageContaining("dev.json:");
    }

    @Test
    void namesAMissingFile() {
        assertThatThrownBy(() -> Environment.read(folder.resolve("dev.json")))
                .hasMessageEndingWith("dev.json: no such file");
    }

    @Test
    void namesAMissingOrEmptyFolder() {
        assertThatThrownBy(() -> Environment.readAll(folder.resolve("none")))
                .hasMessageEndingWith("none: no such folder, environments are files in it");
        assertThatThrownBy(() -> Environment.readAll(folder))
                .hasMessageEndingWith(": no <environment>.json in this folder");
    }

    @Test
    void refusesAFileNameThatMakesAnIllegalId() throws IOException {
        Path file = file("Dev-1", MINIMAL);
        assertThatThrownBy(() -> Environment.read(file))
                .hasMessageEndingWith("Dev-1.json: environment name \"Dev-1\" is not allowed:"
                        + " 2 to 8 lower-case letters and digits, a letter first");
    }

    private Path file(String environment, String content) throws IOException {
        return Files.writeString(folder.resolve(environment + ".json"), content);
    }
}
