package io.terralake.core;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import software.constructs.Construct;

/**
 * Settings of a resource that Azure makes together with another one, such as the publishing credentials of an app: Terraform changes
 * what was written, and leaves it as it is when it destroys.
 *
 * @see <a href="https://github.com/Azure/terraform-provider-azapi/blob/main/docs/resources/update_resource.md">azapi_update_resource</a>
 */
public final class AzapiUpdateResource extends TerraformResource {

    /** @throws ConstructException when the body has a number that would not arrive as it is */
    public AzapiUpdateResource(Construct scope, String id, AzapiUpdateResourceProps props) {
        super(
                scope,
                id,
                TerraformResourceConfig.builder()
                        .terraformResourceType("azapi_update_resource")
                        .build());
        RequiredFields.check(this, props);
        AzapiProvider.ensure(PlatformStack.of(scope));
        addOverride("type", props.type());
        addOverride("name", TerraformText.literal(props.name()));
        addOverride("parent_id", TerraformText.literal(props.parentId()));
        addOverride("body", JsonBody.of(this, props.body()));
    }
}
