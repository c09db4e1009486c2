package io.terralake.identity;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.providers.time.sleep.Sleep;
import com.hashicorp.cdktf.providers.time.sleep.SleepConfig;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.DependsOn;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.core.Tokens;
import io.terralake.core.Tree;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * A role assignment and the wait until Azure honours it everywhere. What needs the access comes after it:
 * {@code lake.grantRead(job).applyBefore(run)}.
 *
 * <p>The grant belongs to the principal when that is a construct, so that a data product carries its own grants; else to the resource.
 * What a landing zone's identity is granted on a product's resource belongs to that, because the zone never depends on a product.
 */
public final class RoleGrant extends StackPart implements Grant {
    /** Role assignments take minutes to work (hashicorp/terraform-provider-azurerm#6934). */
    private static final String PROPAGATION = "120s";

    private final String role;
    private final String scopeId;
    private final CheckedPrincipal principal;
    private final List<TerraformResource> resources;

    private RoleGrant(
            Construct owner, String id, Role role, String roleName, String scopeId, CheckedPrincipal principal) {
        super(owner, id);
        this.role = roleName;
        this.scopeId = scopeId;
        this.principal = principal;
        TerraformResource assignment = Contract.ask(this, role, "assign", () -> role.assign(this, scopeId, principal));
        Sleep propagation = new Sleep(
                this,
                "Propagation",
                SleepConfig.builder()
                        .createDuration(PROPAGATION)
                        .triggers(Map.of("role_assignment", assignment.getStringAttribute("id")))
                        .build());
        this.resources = List.of(assignment, propagation);
    }

    /**
     * Grants a role, or returns the grant when it was given before, to the same object id by whatever name.
     *
     * @param resource the construct that access is granted to
     * @param scopeId its Azure id
     * @throws ConstructException when another grant has the id that this one would have in the tree, or role or principal are a
     *     user's and return null or throw
     */
    public static RoleGrant of(Construct resource, String scopeId, Role role, Principal principal) {
        String roleName = Contract.ask(resource, role, "azureName", role::azureName);
        CheckedPrincipal checked = new CheckedPrincipal(resource, principal);
        List<RoleGrant> known = Grants.besides(resource);
        return known.stream()
                .filter(grant -> grant.is(scopeId, roleName, checked))
                .findFirst()
                .map(grant -> {
                    grant.principal.requireSameType(checked);
                    return grant;
                })
                .orElseGet(() -> {
                    RoleGrant grant = add(resource, scopeId, role, roleName, checked);
                    known.add(grant);
                    return grant;
                });
    }

    private static RoleGrant add(
            Construct resource, String scopeId, Role role, String roleName, CheckedPrincipal principal) {
        Construct owner = owner(resource, principal);
        String other = owner == resource ? principal.principalName() : Tree.nameOf(resource);
        String id = "%s-%s".formatted(roleName.replace(" ", ""), other);
        if (Tree.partOf(owner, id) instanceof RoleGrant taken) {
            throw new ConstructException(
                    resource,
                    "two grants would be called \"%s\": %s, and %s; give principals and resources different names"
                            .formatted(id, taken.describe(), describe(roleName, principal, scopeId)));
        }
        return new RoleGrant(owner, id, role, roleName, scopeId, principal);
    }

    private static Construct owner(Construct resource, CheckedPrincipal principal) {
        return principal.principal() instanceof Construct construct
                        && !PlatformStack.of(resource).standsOn(PlatformStack.of(construct))
                ? construct
                : resource;
    }

    private boolean is(String otherScopeId, String otherRole, CheckedPrincipal otherPrincipal) {
        return role.equalsIgnoreCase(otherRole)
                && principal.isSame(otherPrincipal)
                && Tokens.same(this, scopeId, otherScopeId);
    }

    private String describe() {
        return describe(role, principal, scopeId);
    }

    private static String describe(String role, Principal principal, String scopeId) {
        return "%s of %s to %s".formatted(role, shown(scopeId), shown(principal.principalId()));
    }

    private static String shown(String id) {
        return Tokens.isIn(id) ? "what Terraform knows" : id;
    }

    @Override
    public RoleGrant applyBefore(Construct dependant) {
        DependsOn.add(dependant, this, resources);
        return this;
    }
}
