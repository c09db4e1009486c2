package io.terralake.functions.modelevents.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.storage.blob.BlobContainerClientBuilder;
import io.terralake.functions.messages.Retries;
import io.terralake.functions.modelevents.Claims;
import io.terralake.functions.modelevents.EventHandler;
import io.terralake.functions.modelevents.Filters;
import io.terralake.functions.modelevents.github.GitHub;
import io.terralake.functions.modelevents.github.GitHubApp;
import io.terralake.functions.modelevents.github.KeyVaultKey;
import io.terralake.functions.modelevents.github.Login;
import io.terralake.functions.modelevents.github.Rest;
import io.terralake.functions.modelevents.storage.BlobClaims;
import io.terralake.functions.settings.Lazy;
import io.terralake.functions.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What an instance of the app keeps between messages, made of its settings when the first message comes. */
final class Services {
    private static final String GITHUB = "https://api.github.com";
    private static final String TOKEN = "GITHUB_TOKEN";
    private static final List<String> APP = List.of("GITHUB_APP_ID", "GITHUB_INSTALLATION_ID", "GITHUB_KEY");

    /** How App Service hands a reference over that it could not read. */
    private static final String UNREAD = "@Microsoft.KeyVault(";

    private final Settings settings;
    private final HttpClient client = Rest.client();
    private final Supplier<TokenCredential> identity = new Lazy<>(() -> new DefaultAzureCredentialBuilder().build());
    private final Supplier<EventHandler> handler = new Lazy<>(() -> new EventHandler(
            filters(),
            claims(),
            new GitHub(api(), setting("GITHUB_REPOSITORY"), login(), InstantSource.system()),
            new Retries(Retries.Pause.SLEEP)));

    Services(Map<String, String> environment) {
        this.settings = new Settings(environment);
    }

    /**
     * What handles messages.
     *
     * @throws IllegalStateException when a setting is missing
     * @throws IllegalArgumentException when one is wrong
     */
    EventHandler handler() {
        return handler.get();
    }

    private String setting(String name) {
        return settings.get(name);
    }

    private Filters filters() {
        return settings.has("EVENTS_FILTERS") ? Filters.of(setting("EVENTS_FILTERS")) : Filters.NONE;
    }

    private Claims claims() {
        String address = setting("EVENTS_STATE_CONTAINER");
        if (!address.matches("https://[^/?#@]+/[a-z0-9-]{3,63}")) {
            throw new IllegalArgumentException(
                    "EVENTS_STATE_CONTAINER is \"%s\": https://<account>/<container> is allowed".formatted(address));
        }
        return new BlobClaims(new BlobContainerClientBuilder()
                .endpoint(address)
                .credential(identity.get())
                .buildClient());
    }

    private Rest api() {
        String address = settings.has("GITHUB_API_URL") ? setting("GITHUB_API_URL") : GITHUB;
        return new Rest("GitHub", URI.create(address), client);
    }

    private Login login() {
        boolean app = APP.stream().anyMatch(settings::has);
        if (app == settings.has(TOKEN)) {
            throw new IllegalStateException("set either the app setting %s, or %s".formatted(TOKEN, APP));
        }
        return app ? app() : Login.of(token());
    }

    private String token() {
        String token = setting(TOKEN);
        if (token.startsWith(UNREAD)) {
            throw new IllegalStateException(
                    "the app setting %s is a reference to Key Vault that App Service could not read".formatted(TOKEN));
        }
        return token;
    }

    private Login app() {
        TokenRequestContext context = new TokenRequestContext().addScopes(KeyVaultKey.SCOPE);
        KeyVaultKey key = new KeyVaultKey(
                setting("GITHUB_KEY"),
                () -> identity.get().getTokenSync(context).getToken(),
                client);
        return new GitHubApp(
                api(),
                setting("GITHUB_APP_ID"),
                setting("GITHUB_INSTALLATION_ID"),
                setting("GITHUB_REPOSITORY"),
                key,
                InstantSource.system());
    }
}
