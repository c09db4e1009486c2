package io.terralake.apimanagement;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.providers.azurerm.api_management.ApiManagementConfig;
import com.hashicorp.cdktf.providers.azurerm.api_management.ApiManagementIdentity;
import com.hashicorp.cdktf.providers.azurerm.api_management.ApiManagementVirtualNetworkConfiguration;
import com.hashicorp.cdktf.providers.azurerm.api_management_named_value.ApiManagementNamedValue;
import com.hashicorp.cdktf.providers.azurerm.api_management_named_value.ApiManagementNamedValueConfig;
import com.hashicorp.cdktf.providers.azurerm.api_management_named_value.ApiManagementNamedValueValueFromKeyVault;
import io.terralake.azure.NamingRule;
import io.terralake.core.ImportedId;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.identity.ManagedIdentity;
import io.terralake.keyvault.IKeyVault;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.monitoring.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.constructs.Construct;

/**
 * An API Management service, with an identity that it shows to backends. Its gateway is public in every network mode: it is there for
 * callers from outside, whom the policies of its APIs have to know.
 */
public final class ApiManagement extends StackPart implements IApiManagement, ManagedIdentity {
    private static final NamingRule NAMING = NamingRule.of(
            "api management service",
            "apim",
            1,
            50,
            "[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?",
            "letters, digits and hyphens inside, a letter first");

    private static final NamingRule NAMED_VALUE =
            NamingRule.of("named value", "", 1, 256, "[A-Za-z0-9._-]+", "letters, digits and '._-'");

    private final com.hashicorp.cdktf.providers.azurerm.api_management.ApiManagement resource;
    private final String serviceId;
    private final String serviceName;
    private final String resourceGroupName;
    private final String principalId;
    private final List<TerraformResource> namedValues = new ArrayList<>();

    public ApiManagement(Construct scope, String id, ApiManagementProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        Tier tier = Objects.requireNonNull(props.tier());
        String subnetId = props.subnetId();
        if (subnetId != null) {
            new ImportedId(this, subnetId, "Microsoft.Network/virtualNetworks/subnets");
        }
        this.resource = new com.hashicorp.cdktf.providers.azurerm.api_management.ApiManagement(
                this,
                "Resource",
                ApiManagementConfig.builder()
                        .name(stack.nameOf(this, NAMING, props.name()))
                        .resourceGroupName(place.resourceGroupName())
                        .location(place.location())
                        .publisherName(TerraformText.literal(props.publisherName()))
                        .publisherEmail(TerraformText.literal(props.publisherEmail()))
                        .skuName("%s_%d".formatted(tier.azureName(), props.units()))
                        .identity(ApiManagementIdentity.builder()
                                .type("SystemAssigned")
                                .build())
                        .virtualNetworkType(subnetId == null ? "None" : "External")
                        .virtualNetworkConfiguration(
                                subnetId == null
                                        ? null
                                        : ApiManagementVirtualNetworkConfiguration.builder()
                                                .subnetId(subnetId)
                                                .build())
                        .tags(stack.tags())
                        .build());
        this.serviceId = resource.getId();
        this.serviceName = resource.getName();
        this.resourceGroupName = resource.getResourceGroupName();
        this.principalId = resource.getIdentity().getPrincipalId();
        stack.protection().retain(resource, props.removalPolicy());
        if (tier != Tier.CONSUMPTION) {
            Diagnostics.send(resource, LogProfile.ALL_LOGS_AND_METRICS.inTablesOfItsOwn());
        }
    }

    /**
     * An existing service.
     *
     * @throws io.terralake.core.ConstructException when the id is not that of a service
     */
    public static IApiManagement fromServiceId(Construct scope, String id, String serviceId) {
        return new ImportedApiManagement(scope, id, serviceId);
    }

    /**
     * Adds a value that policies read as <code>{{name}}</code>. It is no secret: it can be read in the state.
     *
     * @param name its name, 1 to 256 letters, digits and {@code ._-}
     * @throws io.terralake.core.ConstructException when the name is not allowed
     */
    public void addNamedValue(String name, String value) {
        namedValues.add(new ApiManagementNamedValue(
                this, name, namedValue(name).value(TerraformText.literal(value)).build()));
    }

    /**
     * Adds a secret of a vault that policies read as <code>{{name}}</code>. The service reads it as its identity, also a new version.
     *
     * @param name its name, 1 to 256 letters, digits and {@code ._-}
     * @param secret the name of the secret in the vault
     * @throws io.terralake.core.ConstructException when the name is not allowed
     */
    public void addNamedSecret(String name, IKeyVault vault, String secret) {
        ApiManagementNamedValueConfig config = namedValue(name)
                .secret(true)
                .valueFromKeyVault(ApiManagementNamedValueValueFromKeyVault.builder()
                        .secretId(vault.vaultUri() + "secrets/" + TerraformText.literal(secret))
                        .build())
                .build();
        ApiManagementNamedValue added = new ApiManagementNamedValue(this, name, config);
        vault.grantRead(this).applyBefore(added);
        namedValues.add(added);
    }

    /** What policies may read, those that are added later included. */
    List<TerraformResource> namedValues() {
        return namedValues;
    }

    @Override
    public String serviceId() {
        return serviceId;
    }

    @Override
    public String serviceName() {
        return serviceName;
    }

    @Override
    public String serviceResourceGroupName() {
        return resourceGroupName;
    }

    @Override
    public String gatewayUrl() {
        return resource.getGatewayUrl();
    }

    @Override
    public String resourceId() {
        return serviceId;
    }

    @Override
    public String principalId() {
        return principalId;
    }

    /** How many calls were answered with an error of the gateway's or the backend's. */
    public Metric metricFailedRequests() {
        return new Metric("Microsoft.ApiManagement/service", "FailedRequests", Aggregation.TOTAL, serviceId);
    }

    private ApiManagementNamedValueConfig.Builder namedValue(String name) {
        PlatformStack.of(this).nameOf(this, NAMED_VALUE, name);
        return ApiManagementNamedValueConfig.builder()
                .name(name)
                .displayName(name)
                .apiManagementName(serviceName)
                .resourceGroupName(resourceGroupName);
    }
}
