package io.terralake.apimanagement;

import com.hashicorp.cdktf.providers.azurerm.api_management_api.ApiManagementApi;
import com.hashicorp.cdktf.providers.azurerm.api_management_api.ApiManagementApiConfig;
import com.hashicorp.cdktf.providers.azurerm.api_management_api.ApiManagementApiImport;
import com.hashicorp.cdktf.providers.azurerm.api_management_api_policy.ApiManagementApiPolicy;
import com.hashicorp.cdktf.providers.azurerm.api_management_api_policy.ApiManagementApiPolicyConfig;
import com.hashicorp.cdktf.providers.azurerm.api_management_product_api.ApiManagementProductApi;
import com.hashicorp.cdktf.providers.azurerm.api_management_product_api.ApiManagementProductApiConfig;
import io.terralake.azure.NamingRule;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.DependsOn;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import java.util.List;
import java.util.function.Supplier;
import software.constructs.Construct;

/** An API from its OpenAPI document, with the policy that all calls go through. HTTPS only. */
public final class Api extends StackPart {
    private static final NamingRule NAMING = NamingRule.of(
            "api", "", 1, 80, "[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?", "letters, digits and '_-' inside");
    private static final NamingRule PATH =
            NamingRule.of("api path", "", 1, 400, "[\\w.-]+(/[\\w.-]+)*", "letters, digits and '._-' between slashes");

    private final IApiManagement service;
    private final String path;

    /**
     * @throws ConstructException when name or path are not allowed, the document is no OpenAPI, the policy no policy, or the
     *     backend not reached by HTTPS
     */
    public Api(Construct scope, String id, ApiProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.service = props.service();
        this.path = PlatformStack.of(this).nameOf(this, PATH, props.path());
        String serviceName = Contract.ask(this, service, "serviceName", service::serviceName);
        String group = Contract.ask(this, service, "serviceResourceGroupName", service::serviceResourceGroupName);
        OpenApiDocument document = document(props);
        ApiManagementApi resource = new ApiManagementApi(
                this,
                "Resource",
                ApiManagementApiConfig.builder()
                        .name(PlatformStack.of(this).nameOf(this, NAMING, props.name()))
                        .apiManagementName(serviceName)
                        .resourceGroupName(group)
                        .displayName(TerraformText.literal(document.title()))
                        // The import sets it; else the next plan would take it away.
                        .description(
                                document.description() == null ? null : TerraformText.literal(document.description()))
                        .revision("1")
                        .path(path)
                        .protocols(List.of("https"))
                        .serviceUrl(backend(props))
                        .subscriptionRequired(props.productId() != null)
                        .importValue(ApiManagementApiImport.builder()
                                .contentFormat("openapi+json")
                                .contentValue(TerraformText.literal(props.openApi()))
                                .build())
                        .build());
        ApiManagementApiPolicy policy = new ApiManagementApiPolicy(
                this,
                "Policy",
                ApiManagementApiPolicyConfig.builder()
                        .apiName(resource.getName())
                        .apiManagementName(serviceName)
                        .resourceGroupName(group)
                        .xmlContent(TerraformText.literal(policy(props)))
                        .build());
        if (service instanceof ApiManagement own) {
            // A policy that names a value that is not there yet is refused.
            PlatformStack.of(this).beforeSynth(() -> DependsOn.add(policy, own.namedValues()));
        }
        if (props.productId() != null) {
            new ApiManagementProductApi(
                    this,
                    "Product",
                    ApiManagementProductApiConfig.builder()
                            .apiName(resource.getName())
                            .productId(TerraformText.literal(props.productId()))
                            .apiManagementName(serviceName)
                            .resourceGroupName(group)
                            .build());
        }
    }

    /** Where callers find it, such as {@code https://apim-tlake-dev-weu.azure-api.net/market/v1}. */
    public String url() {
        return "%s/%s".formatted(service.gatewayUrl(), path);
    }

    private OpenApiDocument document(ApiProps props) {
        return checked(() -> OpenApiDocument.read(props.openApi()));
    }

    private String policy(ApiProps props) {
        return checked(() -> PolicyDocument.check(props.policy()));
    }

    private String backend(ApiProps props) {
        if (!props.backendUrl().startsWith("https://")) {
            throw new ConstructException(
                    this,
                    "backend \"%s\" is not allowed: an address that starts with https://"
                            .formatted(props.backendUrl()));
        }
        return TerraformText.literal(props.backendUrl());
    }

    private <T> T checked(Supplier<T> check) {
        try {
            return check.get();
        } catch (IllegalArgumentException e) {
            throw new ConstructException(this, String.valueOf(e.getMessage()));
        }
    }
}
