package io.terralake.kubernetes;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import java.util.Optional;
import software.constructs.IConstruct;

/** A Kubernetes cluster, made here or imported. Who comes in has roles of Azure, in the cluster too. */
public interface IKubernetesCluster extends IConstruct {

    /** The Azure id of the cluster. */
    String clusterId();

    /** The name of the cluster. */
    String clusterName();

    /** The region, such as {@code westeurope}; an imported cluster is in that of the place where it is imported. */
    String location();

    /** How many nodes there are at the least; empty for an imported cluster. */
    Optional<Integer> minNodes();

    /**
     * Lets a principal get the cluster's address and log in. What it may do there is a matter of the other roles, or of role bindings in
     * the cluster.
     */
    Grant grantUse(Principal principal);

    /** Lets a principal log in and read what is in all namespaces, but for secrets. */
    Grant grantRead(Principal principal);

    /** Lets a principal log in and write to all namespaces, secrets among them, but for roles and their bindings. */
    Grant grantWrite(Principal principal);

    /** Lets a principal log in and do everything. */
    Grant grantAdmin(Principal principal);
}
