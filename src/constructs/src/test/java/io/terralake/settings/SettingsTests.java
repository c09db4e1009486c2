package io.terralake.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.azure.Region;
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
                "addressSpace": "10.0.0.0/16"
              },
              "monitoring": {"alertEmails": ["a@example.com"]}
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
        assertThat(settings.deployHook()).isEqualTo(DeployHookMode.AFTERWARDS);
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
                "/location | `\"westeurop\"` | #/location: \"westeurop\" is not allowed: the nearest of 53 are westeurope, ",
                "/location | `\"WESTEUROPE\"` | #/location: \"WESTEUROPE\" is not allowed: the nearest of 53 are westeurope, ",
                "/loction | `\"x\"` | #: \"loction\" is not known: the nearest of 11 are location, protection, $schema",
                "/workload | `\"Lakes\"` | #/workload: \"Lakes\" does not match",
                "/workload | `\"lakes\\n\"` | #/workload: \"lakes\\n\" does not match",
                "/subscriptionId | `\"11111111-2222-3333-4444-555555555555\\n\"` | #/subscriptionId: ",
                "/workload | `7` | #/workload: 7 is not allowed: a string is needed",
                "/workload | `null` | #/workload: null is not allowed: a string is needed",
                "/subscriptionId | `\"mine\"` | #/subscriptionId: \"mine\" does not match",
                "/tags | `{\"owner\": \"me\"}` | #/tags: tag \"costCentre\" is missing",
                "/tags/stack | `\"x\"` | #/tags/stack: tag \"stack\" is set by the stacks themselves",
                "/tags/a<b | `\"x\"` | #/tags/a<b: tag name \"a<b\" is not allowed: 1 to 128 characters, none of <>%&\\?/",
                "/tags/a | `\"\"` | #/tags/a: a value of 0 characters is not allowed: 1 to 256",
                "/tags/a | `\"${TfToken[TOKEN.5]}\"` | #/tags/a: \"${TfToken[TOKEN.5]}\" is not allowed: with TfToken[ begins what CDKTF puts something else in for",
                "/tags/#{TfToken[TOKEN.5]} | `\"x\"` | #/tags/#{TfToken[TOKEN.5]}: \"#{TfToken[TOKEN.5]}\" is not allowed: with TfToken[ begins",
                "/monitoring/alertEmails | `[\"TfToken[1]@example.com\"]` | #/monitoring/alertEmails/0: \"TfToken[1]@example.com\" is not allowed: with",
                "/tags/Stack | `\"x\"` | #/tags/Stack: tag \"stack\" is set by the stacks themselves",
                "/tags/Owner | `\"x\"` | #/tags/owner: tags \"Owner\" and \"owner\" are one to Azure, which does not look at case",
                "/tags/microsoftTeam | `\"x\"` | #/tags/microsoftTeam: tag name \"microsoftTeam\" is not allowed: those that begin with azure, microsoft, windows are Azure's",
                "/network/mode | `\"open\"` | #/network/mode: \"open\" is not allowed: one of public, private",
                "/network/allowedIpRanges | `[\"203.0.113.0/33\"]` | #/network/allowedIpRanges/0: \"203.0.113.0/33\" is no IPv4 range",
                "/network/allowedIpRanges | `[\"10.0.0.0/8\"]` | #/network/allowedIpRanges/0: \"10.0.0.0/8\" is a private range",
                "/network/allowedIpRanges | `[\"203.0.113.0/24\", \"203.0.113.7\"]` | #/network/allowedIpRanges/1: \"203.0.113.7\" overlaps \"203.0.113.0/24\"",
                "/network/allowedIpRanges | `[\"020.30.40.0/24\"]` | #/network/allowedIpRanges/0: \"020.30.40.0/24\" is no IPv4 range",
                "/network/allowedIpRanges | `[\"203.0.113.7\", \"0.0.0.0/0\"]` | #/network/allowedIpRanges/1: \"0.0.0.0/0\" is too wide for an allow-list",
                "/network/allowedIpRanges | `[\"2001:0db8:0000:0000::/64\"]` | #/network/allowedIpRanges/0: \"2001:0db8:0000:0000::/64\" must be at most 18 characters long",
                "/network/addressSpace | `\"010.0.0.0/16\"` | #/network/addressSpace: \"010.0.0.0/16\" is no IPv4 range",
                "/network/addressSpace | `\"0.0.0.0/0\"` | #/network/addressSpace: \"0.0.0.0/0\" is too wide for a network",
                "/network/addressSpace | `\"169.254.0.0/16\"` | #/network/addressSpace: \"169.254.0.0/16\" touches 169.254.0.0/16 (link-local)",
                "/network | `{\"mode\": \"private\", \"addressSpace\": \"10.0.0.0/16\", \"endpointSubnet\": \"010.0.0.0/24\"}` | #/network/endpointSubnet: \"010.0.0.0/24\" is no IPv4 range",
                "/network | `{\"mode\": \"private\", \"addressSpace\": \"10.0.0.0/16\", \"endpointSubnet\": \"10.0.0.0/24\", \"reservedRanges\": [\"10.1.0.0/16\", \"10.1.2.0/24\"]}` | #/network/reservedRanges/1: \"10.1.2.0/24\" overlaps \"10.1.0.0/16\"",
                "/network | `{\"mode\": \"private\", \"addressSpace\": \"10.0.0.0/16\", \"endpointSubnet\": \"10.0.0.0/24\", \"reservedRanges\": [\"10.1.0.09/16\"]}` | #/network/reservedRanges/0: \"10.1.0.09/16\" is no IPv4 range",
                "/network/endpointSubnet | `\"10.0.0.0/24\"` | #/network/endpointSubnet: is only for network mode \"private\"",
                "/network/mod | `\"public\"` | #/network: \"mod\" is not known: one of addressSpace, allowedIpRanges, endpointSubnet, mode, reservedRanges",
                "/monitoring/emails | `[]` | #/monitoring: \"emails\" is not known: one of alertEmails, dailyQuotaGb, logRetentionDays",
                "/network/mode | `\"private\"` | #/network: \"endpointSubnet\" is missing, private mode needs it",
                "/network/addressSpace | `\"10.0.0.0\"` | #/network/addressSpace: \"10.0.0.0\" is a single address, a range such as 10.0.0.0/24 is needed",
                "/network | `{\"mode\": \"private\", \"addressSpace\": \"10.0.0.0/16\", \"endpointSubnet\": \"10.1.0.0/24\"}` | #/network/endpointSubnet: \"10.1.0.0/24\" is outside the address space \"10.0.0.0/16\"",
                "/network | `{\"mode\": \"private\", \"addressSpace\": \"10.0.0.0/16\", \"endpointSubnet\": \"10.0.0.0/28\"}` | #/network/endpointSubnet: \"10.0.0.0/28\" is too small for private endpoints, at least a /27 is needed",
                "/network | `{\"mode\": \"private\", \"addressSpace\": \"10.0.0.0/16\", \"endpointSubnet\": \"10.0.0.0/24\", \"reservedRanges\": [\"10.0.128.0/20\"]}` | #/network/addressSpace: \"10.0.0.0/16\" overlaps the reserved range \"10.0.128.0/20\"",
                "/monitoring/alertEmails | `[\"nobody\"]` | #/monitoring/alertEmails/0: \"nobody\" does not match the email pattern",
                "/monitoring/alertEmails | `[]` | #/monitoring/alertEmails: must have at least 1 items",
                "/monitoring/logRetentionDays | `-1` | #/monitoring/logRetentionDays: -1 must have a minimum value of 30",
                "/backend | `{\"storageAccountName\": \"ststate\"}` | #/backend: required property 'containerName' not found",
                "/backend | `{\"storageAccountName\": \"ststate\", \"containerName\": \"c--\", \"resourceGroupName\": \"g\"}` | #/backend/containerName: \"c--\" does not match",
                "/backend | `{\"storageAccountName\": \"ststate\", \"containerName\": \"a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a\", \"resourceGroupName\": \"g\"}` | #/backend/containerName: \"a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a\" does not match",
                "/backend | `{\"storageAccountName\": \"ststate\", \"containerName\": \"state\", \"resourceGroupName\": \"g.\"}` | #/backend/resourceGroupName: \"g.\" does not match",
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
                                "\"workload\"",
                                "\"cars\": {\"dealers\": {\"a\": {\"cars\": 1, \"sold\": 9}, \"b\": {\"cars\": -3}}}, \"workload\""));
        assertThatThrownBy(() -> Environment.read(file, Section.of("cars", CarsSettings.class)))
                .satisfies(thrown -> assertThat(thrown.getMessage().lines())
                        .satisfiesExactlyInAnyOrder(
                                line -> assertThat(line).contains("#/location: \"mars\""),
                                line -> assertThat(line).contains("#/tags/owner: a value of 0 characters"),
                                line -> assertThat(line).contains("#/monitoring/alertEmails/0: \"nobody\""),
                                line -> assertThat(line).contains("#/cars/dealers/b/cars: -3"),
                                line -> assertThat(line).contains("#/cars/dealers/a: sold is 9 of 1 cars")));
    }

    @Test
    void reportsATagThatIsTooLongWithTheOthers() throws IOException {
        Path file = file(
                "dev",
                MINIMAL.replace("\"owner\": \"me\"", "\"owner\": \"%s\", \"a<b\": \"x\"".formatted("m".repeat(257))));
        assertThatThrownBy(() -> Environment.read(file))
                .satisfies(thrown -> assertThat(thrown.getMessage().lines())
                        .satisfiesExactlyInAnyOrder(
                                line -> assertThat(line)
                                        .contains("#/tags/owner: ", "must be at most 256 characters long"),
                                line -> assertThat(line).contains("#/tags/a<b: tag name \"a<b\" is not allowed")));
    }

    @Test
    void reportsTheMistakesOfEveryFileAtOnce() throws IOException {
        file("dev", "{}");
        file("prod", "[]");
        assertThatThrownBy(() -> Environment.readAll(folder)).hasMessageContainingAll("dev.json#:", "prod.json: ");
    }

    @Test
    void namesLineAndColumnOfMalformedJson() throws IOException {
        assertThatThrownBy(() -> Environment.read(file("dev", "{\n  \"workload\" \"x\"\n}")))
                .hasMessageMatching("(?s).*dev\\.json:2:\\d+: Unexpected character .*");
    }

    @Test
    void refusesADuplicateKey() throws IOException {
        Path file = file("dev", MINIMAL.replace("\"costCentre\"", "\"owner\""));
        assertThatThrownBy(() -> Environment.read(file))
                .hasMessageMatching("(?s).*dev\\.json:4:\\d+: Duplicate field 'owner'.*");
    }

    @Test
    void refusesTrailingText() throws IOException {
        assertThatThrownBy(() -> Environment.read(file("dev", MINIMAL + "}"))).hasMessageContaining("dev.json:");
    }

    /** Deeper than Jackson reads, and what is JSON, but no settings. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "` ` | : an object is expected, found nothing",
                "null | : an object is expected, found null",
                "[] | : an object is expected, found array",
                "\"dev\" | : an object is expected, found string"
            })
    void refusesWhatIsNoObject(String text, String message) throws IOException {
        Path dev = file("dev", text);
        assertThatThrownBy(() -> Environment.read(dev))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(dev + message);
        Path deep = file("deep", "[".repeat(5000));
        assertThatThrownBy(() -> Environment.read(deep))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageStartingWith(deep + ": Document nesting depth (1001) exceeds the maximum allowed");
    }

    /** The shortest name of a container with a hyphen in it. */
    @Test
    void takesABackend() throws IOException {
        String backend =
                ", \"backend\": {\"resourceGroupName\": \"rg-state\", \"storageAccountName\": \"ststate\", \"containerName\": \"a-b\"}}";
        Path dev = file("dev", MINIMAL.strip().replaceFirst("}$", backend));
        assertThat(Environment.read(dev).settings().backend())
                .isEqualTo(new BackendSettings("rg-state", "ststate", "a-b", null));
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
