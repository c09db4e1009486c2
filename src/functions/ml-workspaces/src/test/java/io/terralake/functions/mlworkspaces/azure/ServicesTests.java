package io.terralake.functions.mlworkspaces.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.registration.testing.UnsteadyArm;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings: nothing is sent when they are read. */
class ServicesTests {
    private static final Map<String, String> SETTINGS = Map.of(
            "REGISTRATION_WORKSPACES", UnsteadyArm.workspace("ml-ws-1"),
            "REGISTRATION_STORAGE_ACCOUNTS", "sourcedata",
            "AzureWebJobsStorage__accountName", "stfunc");

    @Test
    void areMadeOfTheSettings() {
        Services services = new Services(SETTINGS);
        assertThat(services.api(id -> {})).isNotNull();
        assertThat(services.handler()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REGISTRATION_WORKSPACES          |              | the app setting REGISTRATION_WORKSPACES is missing
            REGISTRATION_STORAGE_ACCOUNTS    |              | the app setting REGISTRATION_STORAGE_ACCOUNTS is missing
            AzureWebJobsStorage__accountName |              | the app setting AzureWebJobsStorage__accountName is missing
            AzureWebJobsStorage__accountName | evil.host/x? | the app setting AzureWebJobsStorage__accountName: "evil.host/x?" is not allowed: 3 to 24 lower-case letters and digits
            """)
    void sayWhichSettingIsWrong(String name, String value, String message) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put(name, value == null ? "" : value);
        assertThatThrownBy(() -> new Services(settings).handler()).hasMessage(message);
    }
}
