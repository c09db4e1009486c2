package io.terralake.functions.mlworkspaces.azure;

import com.azure.core.http.HttpClient;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.storage.blob.BlobContainerClientBuilder;
import io.terralake.functions.mlworkspaces.AcceptedHandler;
import io.terralake.functions.mlworkspaces.AcceptedRequests;
import io.terralake.functions.mlworkspaces.Registrar;
import io.terralake.functions.mlworkspaces.RegistrationsApi;
import io.terralake.functions.mlworkspaces.Targets;
import io.terralake.functions.mlworkspaces.storage.BlobRequests;
import io.terralake.functions.settings.Lazy;
import io.terralake.functions.settings.Settings;
import io.terralake.registration.arm.Advice;
import io.terralake.registration.arm.AzureArm;
import io.terralake.registration.input.Forms;
import io.terralake.registration.secrets.Secrets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What an instance of the app keeps between requests, made of its settings when it is first needed. */
final class Services {
    /** What helps callers. */
    private static final Advice ADVICE = new Advice("send the request again", "send the request again later");

    private static final String ACCOUNT = "AzureWebJobsStorage__accountName";

    private final Settings settings;
    private final Supplier<Registrar> registrar;
    private final Supplier<AcceptedRequests> requests = new Lazy<>(this::blobs);

    Services(Map<String, String> environment) {
        this.settings = new Settings(environment);
        this.registrar = new Lazy<>(() -> new Registrar(
                Targets.of(settings.get("REGISTRATION_WORKSPACES"), settings.get("REGISTRATION_STORAGE_ACCOUNTS")),
                AzureArm.connect(AzureArm.Options.patient(null, null, ADVICE), HttpClient.createDefault()),
                Secrets.of(environment, Set.of())::redact));
    }

    /**
     * What answers a request.
     *
     * @param queue gets the id of what is accepted
     * @throws IllegalStateException when a setting is missing
     * @throws IllegalArgumentException when one is wrong
     */
    RegistrationsApi api(Consumer<String> queue) {
        return new RegistrationsApi(
                registrar.get(), requests.get(), queue, InstantSource.system(), RegistrationsApi.LONGEST);
    }

    /** What handles messages; throws as {@link #api} does. */
    AcceptedHandler handler() {
        return new AcceptedHandler(registrar.get(), requests.get());
    }

    private AcceptedRequests blobs() {
        String account = settings.get(ACCOUNT);
        Forms.STORAGE_ACCOUNT.problem(account).ifPresent(problem -> {
            throw new IllegalArgumentException("the app setting %s: %s".formatted(ACCOUNT, problem));
        });
        return new BlobRequests(new BlobContainerClientBuilder()
                .endpoint("https://%s.blob.core.windows.net/registrations".formatted(account))
                .credential(new DefaultAzureCredentialBuilder().build())
                .buildClient());
    }
}
