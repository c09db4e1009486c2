package io.terralake.stacks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.StackPart;
import io.terralake.entra.AppRole;
import io.terralake.entra.Application;
import io.terralake.entra.ApplicationProps;
import io.terralake.functionapp.AppSetting;
import io.terralake.functionapp.FunctionApp;
import io.terralake.functionapp.FunctionAppProps;
import io.terralake.functionapp.IFunctionSubnet;
import io.terralake.identity.Role;
import io.terralake.identity.RoleGrant;
import io.terralake.keyvault.IKeyVault;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** The function that starts a workflow of GitHub for each event: of the queue, or of those who send over HTTP. */
final class ModelEventsFunctions extends StackPart {
    private static final String SEND = "Events.Send";

    /** Signs with a key, and does not read it. */
    private static final Role SIGNS = Role.named("Key Vault Crypto User");

    private final FunctionApp app;

    /**
     * @param subnet where the function sends from
     * @param store where messages are
     * @param vault where the key of the GitHub App or the token is
     */
    ModelEventsFunctions(
            Construct scope,
            String id,
            IFunctionSubnet subnet,
            ModelEventsStore store,
            IKeyVault vault,
            ModelEventsSettings settings) {
        super(scope, id);
        Application application = new Application(
                this,
                "Application",
                ApplicationProps.builder()
                        .purpose("model-events")
                        .roles(List.of(AppRole.ofPrograms(SEND, "Sends events that start workflows")))
                        .build());
        this.app = new FunctionApp(
                this,
                "App",
                FunctionAppProps.builder()
                        .purpose("github")
                        .subnet(subnet)
                        .application(application)
                        // The fewest that can be: GitHub lets nobody dispatch much faster.
                        .maximumInstances(40)
                        .settings(settings(store, vault, settings))
                        .build());
        // Takes messages, and puts those into the queue that come over HTTP.
        store.queue().grantProcess(app);
        store.poison().grantSend(app);
        store.dispatches().grantWrite(app);
        GitHubAppSettings gitHub = settings.gitHubApp();
        if (gitHub != null) {
            RoleGrant.of(this, "%s/keys/%s".formatted(vault.vaultId(), gitHub.key()), SIGNS, app);
        }
        settings.senders().forEach(program -> app.grantInvoke(program.principal(), SEND));
        app.publish("src/functions/model-events/target/model-events.zip");
    }

    private static Map<String, AppSetting> settings(
            ModelEventsStore store, IKeyVault vault, ModelEventsSettings settings) {
        String account = store.dispatches().lake().accountName();
        Map<String, AppSetting> all = new TreeMap<>(Map.of(
                "EVENTS__queueServiceUri", AppSetting.of("https://%s.queue.core.windows.net".formatted(account)),
                "EVENTS__credential", AppSetting.of("managedidentity"),
                "EVENTS_QUEUE", AppSetting.of(store.queue().queueName()),
                "EVENTS_POISON_QUEUE", AppSetting.of(store.poison().queueName()),
                "EVENTS_STATE_CONTAINER",
                        AppSetting.of("https://%s.blob.core.windows.net/%s"
                                .formatted(account, store.dispatches().zoneName())),
                "EVENTS_FILTERS", AppSetting.of(filters(settings).toString()),
                "GITHUB_REPOSITORY", AppSetting.of(String.valueOf(settings.repository()))));
        all.putAll(login(vault, settings.gitHubApp(), settings.tokenSecret()));
        return all;
    }

    private static Map<String, AppSetting> login(
            IKeyVault vault, @Nullable GitHubAppSettings gitHub, @Nullable String tokenSecret) {
        return gitHub == null
                ? Map.of("GITHUB_TOKEN", AppSetting.secret(vault, String.valueOf(tokenSecret)))
                : Map.of(
                        "GITHUB_APP_ID", AppSetting.of(gitHub.appId()),
                        "GITHUB_INSTALLATION_ID", AppSetting.of(gitHub.installationId()),
                        "GITHUB_KEY", AppSetting.of("%skeys/%s".formatted(vault.vaultUri(), gitHub.key())));
    }

    private static ObjectNode filters(ModelEventsSettings settings) {
        ObjectNode filters = JsonNodeFactory.instance.objectNode();
        if (!settings.experiments().isEmpty()) {
            settings.experiments().forEach(filters.putArray("experiments")::add);
        }
        settings.runStates().forEach(filters.putArray("runStates")::add);
        LakeFolderSettings training = settings.training();
        if (training != null) {
            filters.putArray("containers").add(training.zone());
            filters.put("pathPrefix", training.folder() + "/");
        }
        return filters;
    }
}
