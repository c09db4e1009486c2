package io.terralake.identity;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.providers.azurerm.role_assignment.RoleAssignment;
import com.hashicorp.cdktf.providers.azurerm.role_assignment.RoleAssignmentConfig;
import com.hashicorp.cdktf.providers.time.sleep.Sleep;
import com.hashicorp.cdktf.providers.time.sleep.SleepConfig;
import io.terralake.core.DependsOn;
import io.terralake.core.TerraformText;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * A role assignment and the wait until Azure honours it everywhere. What needs the access comes after it:
 * {@code lake.grantRead(job).applyBefore(run)}.
 *
 * <p>The grant belongs to the principal when that is a construct, so that a data product carries its own grants and
 * the landing zone never depends on a product; else it belongs to the resource.
 */
public final class RoleGrant extends Construct implements Grant {
    /** Role assignments take minutes to work (hashicorp/terraform-provider-azurerm#6934). */
    private static final String PROPAGATION = "120s";

    private final List<TerraformResource> resources;

    private RoleGrant(Construct owner, String id, Role role, String scopeId, Principal principal) {
        super(owner, id);
        RoleAssignment assignment = new RoleAssignment(
                this,
                "Resource",
                RoleAssignmentConfig.builder()
                        .scope(TerraformText.literal(scopeId))
                        .roleDefinitionName(TerraformText.literal(role.azureName()))
                        .principalId(principal.principalId())
                        .principalType(principal
                                .principalType()
                                .map(PrincipalType::azureName)
                                .orElse(null))
                        .build());
        Sleep propagation = new Sleep(
                this,
                "Propagation",
                SleepConfig.builder()
                        .createDuration(PROPAGATION)
                        .triggers(Map.of("role_assignment", assignment.getId()))
                        .build());
        this.resources = List.of(assignment, propagation);
    }

    /**
     * Grants a role, or returns the grant when it was given before.
     *
     * @param resource the construct that access is granted to
     * @param scopeId its Azure id
     */
    public static RoleGrant of(Construct resource, String scopeId, Role role, Principal principal) {
        Construct owner = principal instanceof Construct construct ? construct : resource;
        String other = owner == resource ? principal.principalName() : pathInStack(resource);
        String id = "%s-%s".formatted(role.azureName().replace(" ", ""), other);
        return owner.getNode().tryFindChild(id) instanceof RoleGrant existing
                ? existing
                : new RoleGrant(owner, id, role, scopeId, principal);
    }

    @Override
    public RoleGrant applyBefore(Construct dependant) {
        DependsOn.add(dependant, resources);
        return this;
    }

    private static String pathInStack(Construct construct) {
        String path = construct.getNode().getPath();
        return path.substring(path.indexOf('/') + 1).replace('/', '-');
    }
}
