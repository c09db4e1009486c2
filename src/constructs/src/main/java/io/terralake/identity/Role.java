package io.terralake.identity;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.providers.azurerm.role_assignment.RoleAssignment;
import com.hashicorp.cdktf.providers.azurerm.role_assignment.RoleAssignmentConfig;
import io.terralake.core.TerraformText;
import software.constructs.Construct;

/**
 * A role of Azure that grants assign. A service declares those that its grants need; {@link #named} is any other.
 *
 * @see <a href="https://learn.microsoft.com/azure/role-based-access-control/built-in-roles">Azure built-in roles</a>
 */
public interface Role {

    /** The role's name in Azure, such as {@code Key Vault Secrets User}. */
    String azureName();

    /**
     * A role by its name.
     *
     * @param azureName a built-in role's, or that of a custom role that exists in the subscription
     */
    static Role named(String azureName) {
        return () -> azureName;
    }

    /**
     * Makes the role assignment, for a grant. Roles that are a service's own, such as those for data of Cosmos DB, are assigned in
     * its way.
     *
     * @param scope the grant, whose main resource the assignment is
     * @param scopeId the Azure id of what the role is for
     */
    default TerraformResource assign(Construct scope, String scopeId, Principal principal) {
        return new RoleAssignment(
                scope,
                "Resource",
                RoleAssignmentConfig.builder()
                        .scope(TerraformText.literal(scopeId))
                        .roleDefinitionName(TerraformText.literal(azureName()))
                        .principalId(principal.principalId())
                        .principalType(principal
                                .principalType()
                                .map(PrincipalType::azureName)
                                .orElse(null))
                        .build());
    }
}
