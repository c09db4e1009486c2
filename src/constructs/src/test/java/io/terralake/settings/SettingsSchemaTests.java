package io.terralake.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.assertions.CommittedText;
import io.terralake.assertions.RecordSchema;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsSchemaTests {
    private static final Path SCHEMA =
            Path.of("src/main/resources/io/terralake/settings/EnvironmentSettings.schema.json");

    @Test
    void isWhatTheRecordsSay() {
        CommittedText.at(SCHEMA).verify(RecordSchema.of(EnvironmentSettings.class));
    }

    @Test
    void ofASectionIsWhatItsRecordSays() {
        CommittedText.at(Path.of("src/test/resources/io/terralake/settings/CarsSettings.schema.json"))
                .verify(RecordSchema.of(CarsSettings.class));
        CommittedText.at(Path.of("src/test/resources/io/terralake/settings/FleetSettings.schema.json"))
                .verify(RecordSchema.of(FleetSettings.class));
    }

    @Test
    void hasAPropertyForEachSection() {
        JsonNode schema = SettingsSchema.of(
                        List.of(Section.of("cars", CarsSettings.class), Section.of("bikes", CarsSettings.class)))
                .json();
        assertThat(schema.at("/properties/cars/properties/partitions/maximum").asInt())
                .isEqualTo(32);
        assertThat(schema.at("/properties/bikes/description").asText()).isEqualTo("what used-cars has of its own");
        assertThat(schema.at("/properties/cars").has("$schema")).isFalse();
    }

    @Test
    void refusesTwoSectionsOfOneName() {
        Section<?> section = Section.of("cars", CarsSettings.class);
        assertThatThrownBy(() -> SettingsSchema.of(List.of(section, section)))
                .hasMessage("the section \"cars\" of io.terralake.settings.CarsSettings is taken by other settings");
    }

    @Test
    void refusesASectionThatIsTaken() {
        Section<?> section = Section.of("network", CarsSettings.class);
        assertThatThrownBy(() -> SettingsSchema.of(List.of(section)))
                .hasMessage("the section \"network\" of io.terralake.settings.CarsSettings is taken by other settings");
    }

    @Test
    void refusesASectionWithoutASchema() {
        record Bare() {}
        Section<?> section = Section.of("bare", Bare.class);
        assertThatThrownBy(() -> SettingsSchema.of(List.of(section)))
                .hasMessageMatching(".*Bare has no JSON Schema: put Bare.schema.json beside it,"
                        + " as RecordSchema of terralake-assertions writes it");
    }
}
