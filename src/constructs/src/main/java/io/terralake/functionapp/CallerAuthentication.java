package io.terralake.functionapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.AzapiUpdateResource;
import io.terralake.core.AzapiUpdateResourceProps;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.entra.IApplication;
import io.terralake.identity.CheckedPrincipal;
import io.terralake.identity.Deployer;
import io.terralake.identity.PrincipalType;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/**
 * Who may call: programs that were let in, with a token for the application. App Service checks it before a function sees the request.
 *
 * @see <a href="https://learn.microsoft.com/azure/app-service/configure-authentication-provider-aad">Configure Microsoft Entra
 *     authentication</a>
 */
final class CallerAuthentication extends StackPart {
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final IApplication application;
    private final String functionAppId;
    private final List<CheckedPrincipal> callers = new ArrayList<>();

    CallerAuthentication(Construct app, String id, IApplication application, String functionAppId) {
        super(app, id);
        this.application = application;
        this.functionAppId = functionAppId;
        PlatformStack.of(this).beforeSynth(this::addSettings);
    }

    void allow(CheckedPrincipal caller) {
        caller.principalType()
                .filter(type -> type != PrincipalType.SERVICE_PRINCIPAL)
                .ifPresent(type -> {
                    throw new ConstructException(
                            this,
                            "\"%s\" is a %s: only programs are let in, people call by an API in front of the app"
                                    .formatted(caller.principalName(), type));
                });
        if (callers.stream().noneMatch(known -> known.isSame(caller))) {
            callers.add(caller);
        }
    }

    private void addSettings() {
        new AzapiUpdateResource(
                this,
                "Resource",
                AzapiUpdateResourceProps.builder()
                        .type("Microsoft.Web/sites/config@2024-04-01")
                        .name("authsettingsV2")
                        .parentId(functionAppId)
                        .body(body())
                        .build());
    }

    private ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode settings = body.putObject("properties");
        settings.putObject("platform").put("enabled", true).put("runtimeVersion", "~1");
        settings.putObject("globalValidation")
                .put("requireAuthentication", true)
                .put("unauthenticatedClientAction", "Return401");
        settings.putObject("httpSettings").put("requireHttps", true);
        settings.putObject("login").putObject("tokenStore").put("enabled", false);
        ObjectNode entra = settings.putObject("identityProviders").putObject("azureActiveDirectory");
        entra.put("enabled", true)
                .putObject("registration")
                .put("clientId", application.clientId())
                .put(
                        "openIdIssuer",
                        "https://login.microsoftonline.com/%s/v2.0"
                                .formatted(Deployer.of(this).tenantId()));
        ObjectNode validation = entra.putObject("validation");
        ArrayNode audiences = validation.putArray("allowedAudiences");
        application.audiences().forEach(audiences::add);
        ArrayNode identities = validation
                .putObject("defaultAuthorizationPolicy")
                .putObject("allowedPrincipals")
                .putArray("identities");
        callers.forEach(caller -> identities.add(caller.principalId()));
        if (callers.isEmpty()) {
            // An empty list would let in everybody who has a token.
            identities.add(NOBODY);
        }
        return body;
    }
}
