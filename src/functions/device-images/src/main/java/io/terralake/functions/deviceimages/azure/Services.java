package io.terralake.functions.deviceimages.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.terralake.functions.deviceimages.Blobs;
import io.terralake.functions.deviceimages.ImageHandler;
import io.terralake.functions.deviceimages.OnlineEndpoint;
import io.terralake.functions.deviceimages.Score;
import io.terralake.functions.deviceimages.SqlTable;
import io.terralake.functions.deviceimages.storage.BlobContainer;
import io.terralake.functions.messages.Retries;
import io.terralake.functions.settings.Lazy;
import io.terralake.functions.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What an instance of the app keeps between messages, made of its settings when the first message comes. */
final class Services {
    /** {@code batchSize} of host.json. */
    static final int AT_ONCE = 4;

    /** A serverless database that is paused begins to wake at the first attempt. */
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(30);

    /** Then the pool is empty, and a serverless database may pause. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final Settings settings;
    private final Retries retries = new Retries(Retries.Pause.SLEEP);
    private final Supplier<TokenCredential> identity = new Lazy<>(() -> new DefaultAzureCredentialBuilder().build());
    private final Supplier<ImageHandler> handler =
            new Lazy<>(() -> new ImageHandler(blobs(), score(), new SqlTable(database(), retries)));

    Services(Map<String, String> environment) {
        this.settings = new Settings(environment);
    }

    /** @throws IllegalStateException when a setting is missing */
    ImageHandler handler() {
        return handler.get();
    }

    private Blobs blobs() {
        return new BlobContainer(new BlobServiceClientBuilder()
                .endpoint(settings.get("IMAGES_BLOB_ENDPOINT"))
                .credential(identity.get())
                .buildClient()
                .getBlobContainerClient(settings.get("IMAGES_CONTAINER")));
    }

    Score score() {
        if (!settings.has("IMAGES_SCORE_URL")) {
            return Score.PIXEL_SUM;
        }
        TokenRequestContext context = new TokenRequestContext().addScopes(OnlineEndpoint.SCOPE);
        return new OnlineEndpoint(
                settings.get("IMAGES_SCORE_URL"),
                () -> identity.get().getTokenSync(context).getToken(),
                OnlineEndpoint.client(),
                retries);
    }

    private DataSource database() {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(sqlServer());
        pool.setMaximumPoolSize(AT_ONCE);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(IDLE.toMillis());
        pool.setConnectionTimeout(LONGEST_CONNECT.toMillis());
        // A database that is away when the app starts is away for the first messages only.
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }

    /** By the app's identity. Every value is a property of its own: in a URL, a name could say more than a name. */
    SQLServerDataSource sqlServer() {
        SQLServerDataSource source = new SQLServerDataSource();
        source.setServerName(settings.get("IMAGES_SQL_SERVER"));
        source.setDatabaseName(settings.get("IMAGES_SQL_DATABASE"));
        source.setEncrypt("true");
        source.setTrustServerCertificate(false);
        source.setAuthentication("ActiveDirectoryDefault");
        source.setLoginTimeout((int) LONGEST_CONNECT.toSeconds());
        return source;
    }
}
