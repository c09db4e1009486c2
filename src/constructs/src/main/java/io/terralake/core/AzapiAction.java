package io.terralake.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import software.constructs.Construct;

/**
 * A call to a resource of Azure whose life Terraform does not manage: one that Azure makes by itself, or cannot delete.
 *
 * @see <a href="https://github.com/Azure/terraform-provider-azapi/blob/main/docs/resources/resource_action.md">azapi_resource_action</a>
 */
public final class AzapiAction extends TerraformResource {

    /** @throws ConstructException when the body has a number that would not arrive as it is */
    public AzapiAction(Construct scope, String id, AzapiActionProps props) {
        super(
                scope,
                id,
                TerraformResourceConfig.builder()
                        .terraformResourceType("azapi_resource_action")
                        .build());
        RequiredFields.check(this, props);
        AzapiProvider.ensure(PlatformStack.of(scope));
        addOverride("type", props.type());
        addOverride("resource_id", TerraformText.literal(props.resourceId()));
        addOverride("method", props.method().name());
        addOverride("when", Objects.requireNonNull(props.when()).name().toLowerCase(Locale.ROOT));
        ObjectNode body = props.body();
        if (body != null) {
            addOverride("body", JsonBody.of(this, body));
        }
        if (Objects.requireNonNull(props.ignoreNotFound())) {
            addOverride("ignore_not_found", true);
        }
        List<String> exported = Objects.requireNonNull(props.responseExportValues());
        if (!exported.isEmpty()) {
            addOverride("response_export_values", TerraformText.literal(exported));
        }
    }

    /**
     * A text of the response, as a token.
     *
     * @param path one of the exported paths
     */
    public String output(String path) {
        return getStringAttribute("output." + path);
    }
}
