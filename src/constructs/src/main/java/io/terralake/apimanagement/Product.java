package io.terralake.apimanagement;

import com.hashicorp.cdktf.providers.azurerm.api_management_product.ApiManagementProduct;
import com.hashicorp.cdktf.providers.azurerm.api_management_product.ApiManagementProductConfig;
import io.terralake.azure.NamingRule;
import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import software.constructs.Construct;

/** APIs that callers subscribe to together. */
public final class Product extends StackPart {
    private static final NamingRule NAMING = NamingRule.of(
            "product", "", 1, 80, "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?", "letters, digits and hyphens inside");

    private final ApiManagementProduct resource;

    /** @throws io.terralake.core.ConstructException when the name is not allowed */
    public Product(Construct scope, String id, ProductProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        IApiManagement service = props.service();
        this.resource = new ApiManagementProduct(
                this,
                "Resource",
                ApiManagementProductConfig.builder()
                        .productId(PlatformStack.of(this).nameOf(this, NAMING, props.name()))
                        .apiManagementName(Contract.ask(this, service, "serviceName", service::serviceName))
                        .resourceGroupName(Contract.ask(
                                this, service, "serviceResourceGroupName", service::serviceResourceGroupName))
                        .displayName(TerraformText.literal(props.displayName()))
                        .subscriptionRequired(true)
                        .approvalRequired(props.approvalRequired())
                        .published(true)
                        .build());
    }

    /** Its id, which makes who uses it wait for it. */
    public String productId() {
        return resource.getProductId();
    }
}
