package io.terralake.entra;

import com.hashicorp.cdktf.providers.azuread.app_role_assignment.AppRoleAssignment;
import com.hashicorp.cdktf.providers.azuread.app_role_assignment.AppRoleAssignmentConfig;
import io.terralake.core.ConstructException;
import io.terralake.core.DependsOn;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.core.Tokens;
import io.terralake.core.Tree;
import io.terralake.identity.CheckedPrincipal;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** A role of an application that somebody was given. It belongs to the principal when that is a construct, else to the application. */
final class AppRoleGrant extends StackPart implements Grant {
    private final AppRoleAssignment assignment;
    private final CheckedPrincipal principal;

    private AppRoleGrant(Construct owner, String id, Target target, CheckedPrincipal principal) {
        super(owner, id);
        EntraProvider.ensure(PlatformStack.of(owner));
        this.principal = principal;
        this.assignment = new AppRoleAssignment(
                this,
                "Resource",
                AppRoleAssignmentConfig.builder()
                        .resourceObjectId(target.servicePrincipalId())
                        .appRoleId(target.roleId())
                        .principalObjectId(principal.principalId())
                        .build());
    }

    /**
     * What is granted.
     *
     * @param servicePrincipalId the object id of the application's service principal
     * @param role the role's value
     * @param roleId its id
     */
    record Target(String servicePrincipalId, String role, String roleId) {}

    /** @param role null when only Entra knows who can have it */
    static Grant of(Construct application, Target target, @Nullable AppRole role, Principal principal) {
        CheckedPrincipal checked = new CheckedPrincipal(application, principal);
        if (role != null) {
            checkMember(application, role, checked);
        }
        Construct owner = principal instanceof Construct construct ? construct : application;
        String id = "%s-%s"
                .formatted(target.role(), owner == application ? checked.principalName() : Tree.nameOf(application));
        if (Tree.partOf(owner, id) instanceof AppRoleGrant known) {
            if (!known.principal.isSame(checked)) {
                throw new ConstructException(
                        application,
                        "two principals called \"%s\" would have the role \"%s\": %s and %s; give them different names"
                                .formatted(
                                        checked.principalName(),
                                        target.role(),
                                        shown(known.principal),
                                        shown(checked)));
            }
            return known;
        }
        return new AppRoleGrant(owner, id, target, checked);
    }

    private static void checkMember(Construct application, AppRole role, CheckedPrincipal principal) {
        principal.principalType().map(MemberType::of).ifPresent(type -> {
            if (!role.members().contains(type)) {
                throw new ConstructException(
                        application,
                        "role \"%s\" is for %s, \"%s\" is another kind: %s"
                                .formatted(role.value(), role.members(), principal.principalName(), type));
            }
        });
    }

    private static String shown(Principal principal) {
        return Tokens.isIn(principal.principalId()) ? "what Terraform knows" : principal.principalId();
    }

    @Override
    public Grant applyBefore(Construct dependant) {
        DependsOn.add(dependant, this, List.of(assignment));
        return this;
    }
}
