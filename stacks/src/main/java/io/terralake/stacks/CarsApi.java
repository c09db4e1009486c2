package io.terralake.stacks;

import io.terralake.apimanagement.Api;
import io.terralake.apimanagement.ApiManagement;
import io.terralake.apimanagement.ApiManagementProps;
import io.terralake.apimanagement.ApiManagementSubnet;
import io.terralake.apimanagement.ApiProps;
import io.terralake.apimanagement.Tier;
import io.terralake.core.PlatformStack;
import io.terralake.core.PolicyExceptions;
import io.terralake.core.StackPart;
import io.terralake.identity.Deployer;
import io.terralake.network.Network;
import io.terralake.settings.EnvironmentSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * Where readers come in: API Management lets those through whose token has the role, not too often, and goes on to the functions by its
 * own identity. The page is served beside the API, so that the browser asks its own host; it holds no data.
 */
final class CarsApi extends StackPart {
    private static final String FILES = "/used-cars/api/";

    private final ApiManagement service;

    /**
     * @param tier one that limits rates by key
     * @param subnet through which the functions are reached in a private network
     */
    CarsApi(Construct scope, String id, CarsFunctions functions, Tier tier, @Nullable ApiManagementSubnet subnet) {
        super(scope, id);
        EnvironmentSettings settings = PlatformStack.of(this).environment().settings();
        this.service = new ApiManagement(
                this,
                "Service",
                ApiManagementProps.builder()
                        .publisherName(settings.workload())
                        .publisherEmail(settings.monitoring().alertEmails().get(0))
                        .tier(tier)
                        .subnetId(subnet == null ? null : subnet.subnetId())
                        .build());
        if (!Network.of(this).publicAccess()) {
            PolicyExceptions.allow(
                    service, "public-access", "readers come from outside of the network, with tokens of Entra");
        }
        service.addNamedValue("used-cars-tenant", Deployer.of(this).tenantId());
        service.addNamedValue("used-cars-client", functions.application().clientId());
        functions.app().grantInvoke(service, CarsFunctions.READ);
        add(functions, "Api", "used-cars", "v1", "openapi.json", "policy.xml");
        Api page = add(functions, "Page", "used-cars-dashboard", "dashboard", "dashboard.json", "dashboard.xml");
        functions.application().addPage(page.url() + "/");
    }

    private Api add(CarsFunctions functions, String id, String name, String path, String document, String policy) {
        return new Api(
                this,
                id,
                ApiProps.builder()
                        .service(service)
                        .name(name)
                        .path("used-cars/" + path)
                        .openApi(read(document))
                        .policy(read(policy))
                        .backendUrl("https://%s/%s".formatted(functions.app().hostName(), path))
                        .build());
    }

    private static String read(String file) {
        try (InputStream content = Objects.requireNonNull(CarsApi.class.getResourceAsStream(FILES + file), file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
