package io.terralake.functions.modelevents.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.functions.modelevents.TestEvents;
import io.terralake.functions.testing.QuietLog;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(QuietLog.class)
class ServicesTests {
    private static final Map<String, String> SETTINGS = Map.of(
            "EVENTS_STATE_CONTAINER", "https://stevents.blob.core.windows.net/model-events",
            "EVENTS_FILTERS", "{\"experiments\":[\"other\"]}",
            "GITHUB_REPOSITORY", "octo-org/models",
            "GITHUB_APP_ID", "1",
            "GITHUB_INSTALLATION_ID", "2",
            "GITHUB_KEY", "https://kv-dev.vault.azure.net/keys/github-app");

    @Test
    void reachNothingBeforeTheyAreNeeded() {
        Services services = new Services(SETTINGS);
        assertThat(services.handler()).isSameAs(services.handler());
        assertThat(services.handler().handle(TestEvents.runCompleted("1"))).isEmpty();
        assertThat(services.handler().handle("{}").orElseThrow()).contains("/id: is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EVENTS_STATE_CONTAINER",
                "GITHUB_REPOSITORY",
                "GITHUB_APP_ID",
                "GITHUB_INSTALLATION_ID",
                "GITHUB_KEY"
            })
    void tellWhatSettingIsMissing(String name) {
        assertThatThrownBy(() -> new Services(with(name, " ")).handler())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the app setting %s is missing".formatted(name));
    }

    @Test
    void takeATokenInstead() {
        Map<String, String> settings = with("GITHUB_TOKEN", "github_pat_1");
        assertThatThrownBy(() -> new Services(settings).handler())
                .hasMessage("set either the app setting GITHUB_TOKEN, or"
                        + " [GITHUB_APP_ID, GITHUB_INSTALLATION_ID, GITHUB_KEY]");
        settings.keySet().removeIf(name -> name.matches("GITHUB_(APP_ID|INSTALLATION_ID|KEY)"));
        assertThat(new Services(settings).handler()).isNotNull();
        settings.put("GITHUB_TOKEN", "@Microsoft.KeyVault(SecretUri=https://kv-dev.vault.azure.net/secrets/github)");
        assertThatThrownBy(() -> new Services(settings).handler())
                .hasMessage("the app setting GITHUB_TOKEN is a reference to Key Vault that App Service could not read");
        settings.remove("GITHUB_TOKEN");
        assertThatThrownBy(() -> new Services(settings).handler()).hasMessageStartingWith("set either the app setting");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            EVENTS_STATE_CONTAINER | http://stevents.blob.core.windows.net/a-b | EVENTS_STATE_CONTAINER is "http://stevents.blob.core.windows.net/a-b": https://<account>/<container> is allowed
            EVENTS_STATE_CONTAINER | https://stevents.blob.core.windows.net    | EVENTS_STATE_CONTAINER is "https://stevents.blob.core.windows.net": https://<account>/<container> is allowed
            EVENTS_FILTERS         | []                                        | EVENTS_FILTERS is "[]": a JSON object is allowed
            GITHUB_REPOSITORY      | models                                    | the repository is "models": <owner>/<name> is allowed
            GITHUB_API_URL         | http://api.github.com                     | the address of GitHub is "http://api.github.com": an https address is allowed
            GITHUB_KEY             | github-app                                | the key is "github-app": https://<vault>/keys/<name>[/<version>] is allowed
            GITHUB_INSTALLATION_ID | two                                       | the installation is "two": a number is allowed
            """)
    void tellWhatSettingIsWrong(String name, String value, String message) {
        assertThatThrownBy(() -> new Services(with(name, value)).handler())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.put(name, value);
        return settings;
    }
}
