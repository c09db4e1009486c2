package io.terralake.registration.arm;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.exception.ManagementException;
import com.azure.core.management.profile.AzureProfile;
import com.azure.core.util.Context;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.resourcemanager.resources.ResourceManager;
import com.azure.resourcemanager.resources.fluent.ResourcesClient;
import com.azure.resourcemanager.resources.fluent.models.GenericResourceInner;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** ARM by azure-resourcemanager's generic resources. Throttled and failed calls are tried again, as ARM asks. */
public final class AzureArm implements Arm {
    /** Any subscription does: ids name their own. */
    private static final String SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int NOT_FOUND = 404;

    private final ResourcesClient resources;
    private final ArmCollections collections;
    private final Advice advice;

    private AzureArm(ResourcesClient resources, ArmCollections collections, Advice advice) {
        this.resources = resources;
        this.collections = collections;
        this.advice = advice;
    }

    /**
     * How ARM is reached.
     *
     * @param endpoint its address; null for that of Azure's public cloud
     * @param token a ready token; null for the identity of the machine, the environment or the Azure CLI
     * @param firstDelay the wait before the first further try; it doubles with each
     * @param tries further tries
     * @param advice what refusals advise
     */
    public record Options(
            @Nullable String endpoint, @Nullable String token, Duration firstDelay, int tries, Advice advice) {
        private static final Duration FIRST_DELAY = Duration.ofMillis(800);
        private static final int TRIES = 5;

        /** Five further tries, waiting 25 seconds in all. */
        public static Options patient(@Nullable String endpoint, @Nullable String token, Advice advice) {
            return new Options(endpoint, token, FIRST_DELAY, TRIES, advice);
        }
    }

    /**
     * Connects; nothing is sent yet.
     *
     * @param options where ARM is, and how it is called
     * @param http what sends the requests
     * @return a connection that asks for a token with its first call
     */
    public static AzureArm connect(Options options, HttpClient http) {
        AzureEnvironment environment = environment(options);
        HttpPipeline pipeline = pipeline(options, http);
        ResourcesClient resources = ResourceManager.authenticate(
                        pipeline, new AzureProfile(null, SUBSCRIPTION, environment))
                .withSubscription(SUBSCRIPTION)
                .serviceClient()
                .getResources();
        return new AzureArm(
                resources,
                new ArmCollections(pipeline, environment.getResourceManagerEndpoint(), options.advice()),
                options.advice());
    }

    /**
     * What signs requests with a token for ARM and tries again what may come back, for services that take such tokens.
     *
     * @param options its retries and its token
     * @param http what sends the requests
     */
    public static HttpPipeline pipeline(Options options, HttpClient http) {
        RetryPolicy retries = new RetryPolicy(new RetryOptions(new ExponentialBackoffOptions()
                        .setMaxRetries(options.tries())
                        .setBaseDelay(options.firstDelay())
                        .setMaxDelay(Duration.ofMinutes(1)))
                .setShouldRetryCondition(RetryRule::mayComeBack));
        return new HttpPipelineBuilder()
                .httpClient(http)
                .policies(
                        retries,
                        new BearerTokenAuthenticationPolicy(
                                credential(options.token()),
                                environment(options).getManagementEndpoint() + "/.default"))
                .build();
    }

    private static AzureEnvironment environment(Options options) {
        Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
        if (options.endpoint() != null) {
            String endpoint = options.endpoint().replaceAll("/+$", "") + "/";
            endpoints.put("resourceManagerEndpointUrl", endpoint);
            endpoints.put("managementEndpointUrl", endpoint);
        }
        return new AzureEnvironment(endpoints);
    }

    @Override
    public Optional<JsonNode> get(String id, String apiVersion) {
        try {
            GenericResourceInner found = resources
                    .getByIdWithResponse(path(id), apiVersion, Context.NONE)
                    .getValue();
            return Optional.of(JSON.valueToTree(found.properties()));
        } catch (ManagementException e) {
            if (e.getResponse().getStatusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw explained(e, id);
        } catch (RuntimeException e) {
            throw ArmException.unreachable(e);
        }
    }

    @Override
    public List<JsonNode> list(String id, String apiVersion) {
        return answered(() -> collections.list(path(id), apiVersion));
    }

    @Override
    public Optional<List<JsonNode>> firstPage(String id, String apiVersion, Map<String, String> query) {
        try {
            return Optional.of(answered(() -> collections.firstPage(path(id), apiVersion, query)));
        } catch (ArmException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void put(String id, String apiVersion, JsonNode properties) {
        try {
            resources.createOrUpdateById(
                    path(id),
                    apiVersion,
                    new GenericResourceInner()
                            .withProperties(
                                    JSON.convertValue(properties, new TypeReference<Map<String, Object>>() {})));
        } catch (ManagementException e) {
            throw explained(e, id);
        } catch (RuntimeException e) {
            throw ArmException.unreachable(e);
        }
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (ArmException e) {
            throw e;
        } catch (RuntimeException e) {
            throw ArmException.unreachable(e);
        }
    }

    /** The client puts the slash that ids begin with itself; letters of other alphabets are encoded. */
    private static String path(String id) {
        try {
            return new URI(null, null, id, null).toASCIIString().replaceFirst("^/", "");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"%s\" is no Azure id".formatted(id), e);
        }
    }

    private static TokenCredential credential(@Nullable String token) {
        if (token == null) {
            return new DefaultAzureCredentialBuilder().build();
        }
        // How long it lasts, only ARM knows.
        return request -> Mono.just(new AccessToken(token, OffsetDateTime.now().plusHours(1)));
    }

    private ArmException explained(ManagementException e, String id) {
        int status = e.getResponse().getStatusCode();
        String said = e.getValue() == null || e.getValue().getCode() == null
                ? "HTTP %d".formatted(status)
                : "%s: %s".formatted(e.getValue().getCode(), e.getValue().getMessage());
        return ArmException.refused(status, said, id, advice);
    }
}
