package io.terralake.identity;

import io.terralake.azure.NamingRule;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import software.constructs.Construct;

/** An identity that is there before the resources that it belongs to: for rights that they need when they are made. */
public final class UserAssignedIdentity extends StackPart implements ManagedIdentity {
    private static final NamingRule NAMING = NamingRule.of(
            "user-assigned identity",
            "id",
            3,
            128,
            "[A-Za-z0-9][A-Za-z0-9_-]*",
            "letters, digits, '_' and '-', a letter or digit first");

    private final com.hashicorp.cdktf.providers.azurerm.user_assigned_identity.UserAssignedIdentity resource;
    private final String identityId;

    /** @throws io.terralake.core.ConstructException when the name is not allowed */
    public UserAssignedIdentity(Construct scope, String id, UserAssignedIdentityProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        this.resource = new com.hashicorp.cdktf.providers.azurerm.user_assigned_identity.UserAssignedIdentity(
                this,
                "Resource",
                com.hashicorp.cdktf.providers.azurerm.user_assigned_identity.UserAssignedIdentityConfig.builder()
                        .name(stack.nameOf(this, NAMING, props.name(), props.purpose()))
                        .resourceGroupName(place.resourceGroupName())
                        .location(place.location())
                        .tags(stack.tags())
                        .build());
        this.identityId = resource.getId();
        stack.protection().retain(resource, null);
    }

    @Override
    public String resourceId() {
        return identityId;
    }

    @Override
    public String principalId() {
        return resource.getPrincipalId();
    }
}
