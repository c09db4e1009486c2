package io.terralake.core;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.constructs.Construct;

/**
 * Any resource of Azure by its own JSON, where azurerm has none or does not carry the whole of it. Microsoft's schema of the
 * type checks the body when Terraform plans; a plan compares what was written and nothing else. No bindings are needed.
 *
 * @see <a href="https://github.com/Azure/terraform-provider-azapi/blob/main/docs/resources/resource.md">azapi_resource</a>
 */
public final class AzapiResource extends TerraformResource {
    private static final String TYPE = "azapi_resource";

    /** @throws ConstructException when the body has a number that would not arrive as it is */
    public AzapiResource(Construct scope, String id, AzapiResourceProps props) {
        super(
                scope,
                id,
                TerraformResourceConfig.builder()
                        .terraformResourceType(TYPE)
                        .lifecycle(props.lifecycle())
                        .build());
        RequiredFields.check(this, props);
        AzapiProvider.ensure(PlatformStack.of(scope));
        addOverride("type", props.type());
        addOverride("name", TerraformText.literal(props.name()));
        addOverride("parent_id", TerraformText.literal(props.parentId()));
        addOverride("body", JsonBody.of(this, props.body()));
        if (!Objects.requireNonNull(props.schemaValidation())) {
            addOverride("schema_validation_enabled", false);
        }
        if (Objects.requireNonNull(props.ignoreCasing())) {
            addOverride("ignore_casing", true);
        }
        addPlace(props);
        List<String> exported = Objects.requireNonNull(props.responseExportValues());
        if (!exported.isEmpty()) {
            addOverride("response_export_values", TerraformText.literal(exported));
        }
    }

    /** The Azure id of the resource, as a token. */
    public String resourceId() {
        return getStringAttribute("id");
    }

    /** The object id of the identity of its own, as a token. */
    public String principalId() {
        return getStringAttribute("identity[0].principal_id");
    }

    /** The name of the resource, as a token that makes who uses it wait for it. */
    public String resourceName() {
        return getStringAttribute("name");
    }

    /**
     * A text of the response, as a token.
     *
     * @param path one of the exported paths
     */
    public String output(String path) {
        return getStringAttribute("output." + path);
    }

    /**
     * Takes over what azurerm managed at the same construct path, without touching it in Azure: Terraform moves the state.
     * Needs Terraform 1.8.
     *
     * @param azurermType the type that it had, such as {@code azurerm_data_factory_pipeline}
     */
    public void moveFromAzurerm(String azurermType) {
        String name = "." + getFriendlyUniqueId();
        PlatformStack.of(this).move(azurermType + name, TYPE + name);
    }

    private void addPlace(AzapiResourceProps props) {
        if (props.location() != null) {
            addOverride("location", TerraformText.literal(props.location()));
        }
        Map<String, String> tags = Objects.requireNonNull(props.tags());
        if (!tags.isEmpty()) {
            addOverride("tags", TerraformText.literal(tags));
        }
        if (Objects.requireNonNull(props.systemAssignedIdentity())) {
            addOverride("identity", List.of(Map.of("type", "SystemAssigned")));
        }
    }
}
