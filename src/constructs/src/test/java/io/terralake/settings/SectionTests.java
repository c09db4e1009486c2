package io.terralake.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections of single stacks in an environment's settings. */
class SectionTests {
    private static final Section<CarsSettings> CARS = new Section<>(
            "cars",
            CarsSettings.class,
            Map.of(
                    "/hub/partitions", "/cars/partitions",
                    "/hub/dealers", "/cars/dealers",
                    "/dealers", "/cars/dealers"));

    @TempDir
    Path folder;

    @Test
    void areReadIntoTheirRecords() throws IOException {
        Environment environment = Environment.read(file("\"cars\": {\"partitions\": 8}"), CARS);
        assertThat(environment.section(CARS)).isEqualTo(new CarsSettings(8, Map.of()));
    }

    @Test
    void areEmptyWhenAFileLeavesThemOut() throws IOException {
        Environment environment = Environment.read(file("\"instance\": \"1\""), CARS);
        assertThat(environment.section(CARS)).isEqualTo(new CarsSettings(4, Map.of()));
    }

    @Test
    void mustBeNamedWhenTheEnvironmentIsRead() throws IOException {
        Environment without = Environment.read(file("\"instance\": \"1\""));
        assertThatThrownBy(() -> without.section(CARS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("environment \"dev\" was read without the section \"cars\", there are []:"
                        + " give it to Environment.read");
        Environment with = Environment.read(file("\"instance\": \"1\""), CARS);
        assertThatThrownBy(() -> with.section(Section.of("bikes", CarsSettings.class)))
                .hasMessage("environment \"dev\" was read without the section \"bikes\", there are [cars]:"
                        + " give it to Environment.read");
    }

    /** What else the file says, and what is said about it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"cars\": 7 | #/cars: 7 is not allowed: an object is needed",
                "\"cars\": null | #/cars: null is not allowed: an object is needed",
                "\"cars\": [] | #/cars: an array is not allowed: an object is needed",
                "\"cars\": {\"partitions\": 33} | #/cars/partitions: 33 must have a maximum value of 32",
                "\"cars\": {\"dealers\": {\"a\": {\"cars\": 1, \"sold\": 2}}} | #/cars/dealers/a: sold is 2 of 1 cars",
                "\"cars\": {\"partition\": 1} | #/cars: \"partition\" is not known: one of dealers, partitions",
                "\"cars\": {\"dealers\": {\"a\": {\"car\": 1}}} | #/cars/dealers/a: \"car\" is not known: one of cars, sold",
                "\"cras\": {} | #: \"cras\" is not known: the nearest of 12 are cars, tags, $schema",
                "\"hub\": {\"partitions\": 8} | #/hub/partitions: has moved to #/cars/partitions",
                "\"hub\": {\"partition\": 8} | #: \"hub\" is not known: the nearest of 12 are tags, cars, $schema",
            })
    void areJudgedWithTheRestOfTheFile(String more, String message) throws IOException {
        Path file = file(more);
        assertThatThrownBy(() -> Environment.read(file, CARS))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(at(file) + message);
    }

    @Test
    void andTheRestNameUnknownKeysOnEveryLevelAtOnce() throws IOException {
        Path file = file(
                "\"cras\": {}, \"cars\": {\"partition\": 1, \"dealers\": {\"a\": {\"car\": 1}}}",
                "\"mode\": \"public\", \"allowed\": []");
        assertThatThrownBy(() -> Environment.read(file, CARS))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        at(file) + "#/network: \"allowed\" is not known: one of addressSpace, allowedIpRanges,"
                                + " endpointSubnet, mode, reservedRanges",
                        at(file) + "#/cars/dealers/a: \"car\" is not known: one of cars, sold",
                        at(file) + "#/cars: \"partition\" is not known: one of dealers, partitions",
                        at(file) + "#: \"cras\" is not known: the nearest of 12 are cars, tags, $schema"));
    }

    @Test
    void areJudgedByWhatEveryEnvironmentHas() throws IOException {
        Path file =
                file("\"cars\": {\"partitions\": 20}", "\"mode\": \"private\", \"endpointSubnet\": \"10.0.0.0/24\"");
        assertThatThrownBy(() -> Environment.read(file, CARS))
                .hasMessage(at(file) + "#/cars/partitions: 20 is too many in private mode, 16 at most");
    }

    @Test
    void areJudgedOnTheirOwnWhenTheRestIsMalformed() throws IOException {
        Path file = file("\"cars\": {\"dealers\": {\"a\": {\"cars\": 1, \"sold\": 2}}}", "\"mode\": \"open\"");
        assertThatThrownBy(() -> Environment.read(file, CARS))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        at(file) + "#/network/mode: \"open\" is not allowed: one of public, private",
                        at(file) + "#/cars/dealers/a: sold is 2 of 1 cars"));
    }

    @Test
    void areAskedForTheirRulesWhereverTheyHaveSome() throws IOException {
        Path file = file("\"fleets\": {\"list\": [{\"size\": 1}, {\"size\": 13}],"
                + " \"byName\": {\"a/b\": {\"size\": 13}, \"c\": {\"size\": \"x\"}}}");
        assertThatThrownBy(() -> Environment.read(file, FleetSettings.SECTION))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        at(file) + "#/fleets/byName/c/size: \"x\" is not allowed: an integer is needed",
                        at(file) + "#/fleets/list/1/size: 13 is unlucky",
                        at(file) + "#/fleets/byName/a~1b/size: 13 is unlucky"));
    }

    @Test
    void sayWhatTheirConstructorsRefuse() throws IOException {
        Path file =
                file("\"fleets\": {\"list\": [{\"size\": 1}, {\"size\": -1}], \"byName\": {\"a\": {\"size\": -2}}}");
        assertThatThrownBy(() -> Environment.read(file, FleetSettings.SECTION))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        at(file) + "#/fleets/list/1: size -1 is not allowed: 0 or more",
                        at(file) + "#/fleets/byName/a: size -2 is not allowed: 0 or more"));
    }

    @Test
    void areNamedWhenTheyFail() throws IOException {
        String name = "io.terralake.settings.FleetSettings";
        Path constructor = file("\"fleets\": {\"list\": [{\"size\": 98}]}");
        assertThatThrownBy(() -> Environment.read(constructor, FleetSettings.SECTION))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessage(at(constructor) + "#/fleets/list/0: " + name
                        + "$Fleet failed: java.lang.IllegalStateException: no fleet");
        Path check = file("\"fleets\": {\"list\": [{\"size\": 99}]}");
        assertThatThrownBy(() -> Environment.read(check, FleetSettings.SECTION))
                .hasMessage(at(check) + "#/fleets/list/0: " + name
                        + "$Fleet.check() failed: java.lang.IllegalStateException: no rule");
        Path base = file("\"fleets\": {\"list\": []}");
        assertThatThrownBy(() -> Environment.read(base, FleetSettings.SECTION))
                .hasMessage(
                        at(base) + "#/fleets: " + name + ".check() failed: java.lang.IllegalStateException: no list");
    }

    @Test
    void tellWhereEachOldKeyBelongsAndJudgeItThere() throws IOException {
        Path file = file("\"hub\": {\"partitions\": 33, \"dealers\": {\"a\": {\"car\": 1}}}");
        assertThatThrownBy(() -> Environment.read(file, CARS))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        at(file) + "#/hub/dealers: has moved to #/cars/dealers",
                        at(file) + "#/hub/partitions: has moved to #/cars/partitions",
                        at(file) + "#/cars/dealers/a: \"car\" is not known: one of cars, sold",
                        at(file) + "#/cars/partitions: 33 must have a maximum value of 32"));
    }

    @Test
    void keepWhatStandsInTheNewPlaceBesideAnOldKey() throws IOException {
        Path file = file("\"hub\": {\"partitions\": 33}, \"cars\": {\"partitions\": 8}");
        assertThatThrownBy(() -> Environment.read(file, CARS))
                .hasMessage(at(file) + "#/hub/partitions: has moved to #/cars/partitions");
    }

    @Test
    void takeTwoOldKeysOfOnePlace() throws IOException {
        Path file = file("\"dealers\": {}, \"hub\": {\"dealers\": {}}");
        assertThatThrownBy(() -> Environment.read(file, CARS))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        at(file) + "#/dealers: has moved to #/cars/dealers",
                        at(file) + "#/hub/dealers: has moved to #/cars/dealers"));
    }

    @Test
    void leaveWhatIsInTheWayOfAnOldKey() throws IOException {
        Path file = file("\"hub\": {\"partitions\": 8}, \"cars\": 7");
        assertThatThrownBy(() -> Environment.read(file, CARS))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        at(file) + "#/hub/partitions: has moved to #/cars/partitions",
                        at(file) + "#/cars: 7 is not allowed: an object is needed"));
    }

    @Test
    void leaveAnOldKeyWhoseParentIsNoObject() throws IOException {
        Path file = file("\"hub\": [8]");
        assertThatThrownBy(() -> Environment.read(file, CARS))
                .hasMessage(at(file) + "#: \"hub\" is not known: the nearest of 12 are tags, cars, $schema");
    }

    @Test
    void tellWhereTheOnlyKeyOfAFileBelongs() throws IOException {
        Path file = Files.writeString(folder.resolve("dev.json"), "{\"dealers\": {}}");
        assertThatThrownBy(() -> Environment.read(file, CARS))
                .hasMessageStartingWith(at(file) + "#/dealers: has moved to #/cars/dealers" + System.lineSeparator())
                .hasMessageContaining(at(file) + "#: required property 'workload' not found");
    }

    private Path file(String more) throws IOException {
        return file(more, "\"mode\": \"public\"");
    }

    private Path file(String more, String network) throws IOException {
        return Files.writeString(folder.resolve("dev.json"), """
                {
                  "workload": "lakes",
                  "location": "westeurope",
                  "tags": {"owner": "me", "costCentre": "1"},
                  "network": {%s, "addressSpace": "10.0.0.0/16"},
                  "monitoring": {"alertEmails": ["a@example.com"]},
                  %s
                }
                """.formatted(network, more));
    }

    private static String at(Path file) {
        return file.toString().replace('\\', '/');
    }
}
