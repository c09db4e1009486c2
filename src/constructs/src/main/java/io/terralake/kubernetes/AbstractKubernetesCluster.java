package io.terralake.kubernetes;

import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import software.constructs.Construct;

/** What clusters made here and imported clusters have in common. */
abstract class AbstractKubernetesCluster extends StackPart implements IKubernetesCluster {
    static final String TYPE = "Microsoft.ContainerService/managedClusters";

    AbstractKubernetesCluster(Construct scope, String id) {
        super(scope, id);
    }

    @Override
    public final Grant grantUse(Principal principal) {
        return grant(KubernetesRole.CLUSTER_USER, principal);
    }

    @Override
    public final Grant grantRead(Principal principal) {
        return grantUse(principal).and(grant(KubernetesRole.RBAC_READER, principal));
    }

    @Override
    public final Grant grantWrite(Principal principal) {
        return grantUse(principal).and(grant(KubernetesRole.RBAC_WRITER, principal));
    }

    @Override
    public final Grant grantAdmin(Principal principal) {
        return grantUse(principal).and(grant(KubernetesRole.RBAC_CLUSTER_ADMIN, principal));
    }

    private Grant grant(KubernetesRole role, Principal principal) {
        return RoleGrant.of(this, clusterId(), role, principal);
    }
}
