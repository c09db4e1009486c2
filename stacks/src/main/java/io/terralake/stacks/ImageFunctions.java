package io.terralake.stacks;

import io.terralake.core.StackPart;
import io.terralake.functionapp.AppSetting;
import io.terralake.functionapp.FunctionApp;
import io.terralake.functionapp.FunctionAppProps;
import io.terralake.functionapp.IFunctionSubnet;
import io.terralake.identity.Role;
import io.terralake.identity.RoleGrant;
import io.terralake.sql.ISqlDatabase;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** The function that sums the pixels of images. Nobody calls it: it takes messages from a queue. */
final class ImageFunctions extends StackPart {
    /**
     * The least of the built-in roles that may ask an online endpoint.
     *
     * @see <a href="https://learn.microsoft.com/azure/machine-learning/how-to-authenticate-online-endpoint">Authenticate clients for online
     *     endpoints</a>
     */
    private static final Role SCORES = Role.named("AzureML Data Scientist");

    /**
     * @param subnet where the function sends from
     * @param store where images and messages are
     * @param database where the sums go
     * @param endpoint who scores an image; its sum is its score where there is none
     */
    ImageFunctions(
            Construct scope,
            String id,
            IFunctionSubnet subnet,
            ImageStore store,
            ISqlDatabase database,
            @Nullable OnlineEndpointSettings endpoint) {
        super(scope, id);
        FunctionApp app = new FunctionApp(
                this,
                "PixelSums",
                FunctionAppProps.builder()
                        .purpose("pixels")
                        .subnet(subnet)
                        // The fewest that can be: more would only wait for the database.
                        .maximumInstances(40)
                        .settings(settings(store, database, endpoint))
                        .build());
        store.events().grantProcess(app);
        store.poison().grantSend(app);
        database.grantExecute(app, "[dbo].[usp_SaveImage]");
        if (endpoint != null) {
            RoleGrant.of(this, endpoint.id(), SCORES, app);
        }
        app.publish("src/functions/device-images/target/device-images.zip");
    }

    private static Map<String, AppSetting> settings(
            ImageStore store, ISqlDatabase database, @Nullable OnlineEndpointSettings endpoint) {
        String account = store.images().lake().accountName();
        Map<String, AppSetting> settings = new TreeMap<>(Map.of(
                "IMAGES__queueServiceUri", AppSetting.of("https://%s.queue.core.windows.net".formatted(account)),
                "IMAGES__credential", AppSetting.of("managedidentity"),
                "IMAGES_QUEUE", AppSetting.of(store.events().queue().queueName()),
                "IMAGES_POISON_QUEUE", AppSetting.of(store.poison().queueName()),
                "IMAGES_BLOB_ENDPOINT", AppSetting.of("https://%s.blob.core.windows.net/".formatted(account)),
                "IMAGES_CONTAINER", AppSetting.of(store.images().zoneName()),
                "IMAGES_SQL_SERVER", AppSetting.of(database.host()),
                "IMAGES_SQL_DATABASE", AppSetting.of(database.databaseName())));
        if (endpoint != null) {
            settings.put("IMAGES_SCORE_URL", AppSetting.of(endpoint.url()));
        }
        return settings;
    }
}
