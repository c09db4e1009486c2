package io.terralake.functions.deviceimages.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import io.terralake.functions.deviceimages.OnlineEndpoint;
import io.terralake.functions.deviceimages.Score;
import io.terralake.functions.deviceimages.TestBlobs;
import io.terralake.functions.testing.QuietLog;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(QuietLog.class)
class ServicesTests {
    private static final Map<String, String> SETTINGS = Map.of(
            "IMAGES_BLOB_ENDPOINT", "https://stimagesdev.blob.core.windows.net/",
            "IMAGES_CONTAINER", "images",
            "IMAGES_SQL_SERVER", "sql-dev.database.windows.net",
            "IMAGES_SQL_DATABASE", "images;user=sa");

    @ParameterizedTest
    @ValueSource(strings = {"IMAGES_BLOB_ENDPOINT", "IMAGES_CONTAINER", "IMAGES_SQL_SERVER", "IMAGES_SQL_DATABASE"})
    void tellWhatSettingIsMissing(String name) {
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.put(name, " ");
        assertThatThrownBy(() -> new Services(settings).handler())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the app setting %s is missing".formatted(name));
    }

    @Test
    void reachNothingBeforeTheyAreNeeded() {
        Services services = new Services(SETTINGS);
        assertThat(services.handler()).isSameAs(services.handler());
        assertThat(services.handler().handle(TestBlobs.event("a.txt"))).isEmpty();
        assertThat(services.handler().handle("{}").orElseThrow()).contains("the event has no /eventType");
    }

    @Test
    void logInToTheDatabaseByIdentity() {
        SQLServerDataSource database = new Services(SETTINGS).sqlServer();
        assertThat(database.getServerName()).isEqualTo("sql-dev.database.windows.net");
        assertThat(database.getDatabaseName()).isEqualTo("images;user=sa");
        assertThat(database.getUser()).isNull();
        assertThat(database.getAuthentication()).isEqualTo("ActiveDirectoryDefault");
        assertThat(database.getEncrypt()).isEqualTo("true");
        assertThat(database.getTrustServerCertificate()).isFalse();
        assertThat(database.getURL()).isEqualTo("jdbc:sqlserver://");
    }

    @Test
    void askAnEndpointWhenOneIsNamed() {
        assertThat(new Services(SETTINGS).score()).isSameAs(Score.PIXEL_SUM);
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.put("IMAGES_SCORE_URL", "https://images.westeurope.inference.ml.azure.com/score");
        assertThat(new Services(settings).score()).isInstanceOf(OnlineEndpoint.class);
        settings.put("IMAGES_SCORE_URL", "http://images.westeurope.inference.ml.azure.com/score");
        assertThatThrownBy(() -> new Services(settings).score())
                .hasMessage("the address of the endpoint is no https address:"
                        + " \"http://images.westeurope.inference.ml.azure.com/score\"");
    }
}
