package io.terralake.core;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import software.constructs.Construct;

/**
 * A resource that Azure makes by itself, some time after another one, and leaves: Terraform does not know it, and it would keep the
 * resource group from being destroyed. Nothing happens when Terraform applies; when it destroys, the resource is deleted if it is there.
 *
 * @see <a href="https://registry.terraform.io/providers/Azure/azapi/2.12.0/docs/resources/resource_action">azapi_resource_action</a>
 */
public final class AzureByproduct extends TerraformResource {

    public AzureByproduct(Construct scope, String id, AzureByproductProps props) {
        super(
                scope,
                id,
                TerraformResourceConfig.builder()
                        .terraformResourceType("azapi_resource_action")
                        .build());
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        AzapiProvider.ensure(stack);
        addOverride("type", props.type());
        addOverride(
                "resource_id",
                "%s/providers/%s/%s"
                        .formatted(
                                stack.resourceGroup().getId(),
                                props.type().split("@")[0],
                                TerraformText.literal(props.name())));
        addOverride("method", "DELETE");
        addOverride("when", "destroy");
        addOverride("ignore_not_found", true);
    }
}
