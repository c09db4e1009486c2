package io.terralake.settings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
