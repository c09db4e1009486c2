package io.terralake.kubernetes;

import com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster.KubernetesClusterDefaultNodePool;
import com.hashicorp.cdktf.providers.azurerm.kubernetes_cluster.KubernetesClusterDefaultNodePoolUpgradeSettings;
import io.terralake.azure.NamingRule;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.TerraformText;
import java.util.List;
import java.util.Objects;

/** The nodes of a cluster, which come and go with what they have to do. */
final class NodePool {
    private static final NamingRule NAMING =
            NamingRule.of("node pool", "", 1, 12, "[a-z][a-z0-9]*", "lower-case letters and digits, a letter first");

    /** The pool that nodes move to while theirs is made anew, as for another size. */
    private static final String ROTATION = "rotation";

    /** As many as Azure allows; a node has 256 addresses for them. */
    private static final int MOST_PODS = 250;

    private static final int SURGE_PERCENT = 10;
    private static final int ALL_PERCENT = 100;

    private NodePool() {}

    /** How many nodes there are at the most, with those that come while the others are upgraded. */
    static int mostNodes(KubernetesClusterProps props) {
        return props.maxNodes() + (props.maxNodes() * SURGE_PERCENT + ALL_PERCENT - 1) / ALL_PERCENT;
    }

    static KubernetesClusterDefaultNodePool of(KubernetesCluster cluster, KubernetesClusterProps props) {
        Placement place = Placement.of(cluster);
        IKubernetesSubnet subnet = props.subnet();
        boolean zones =
                Objects.requireNonNullElse(props.zoneRedundant(), place.region().hasZones());
        place.region().problem(zones, false).ifPresent(problem -> {
            throw new ConstructException(cluster, "a zone-redundant cluster " + problem);
        });
        return KubernetesClusterDefaultNodePool.builder()
                .name(name(cluster, props))
                .temporaryNameForRotation(ROTATION)
                .vmSize(TerraformText.literal(Objects.requireNonNull(props.vmSize())))
                .osSku("AzureLinux")
                .maxPods(MOST_PODS)
                .vnetSubnetId(Contract.ask(cluster, subnet, "subnetId", subnet::subnetId))
                .nodePublicIpEnabled(false)
                .hostEncryptionEnabled(true)
                .autoScalingEnabled(true)
                .minCount(Objects.requireNonNull(props.minNodes()))
                .maxCount(props.maxNodes())
                .zones(zones ? List.of("1", "2", "3") : null)
                .upgradeSettings(KubernetesClusterDefaultNodePoolUpgradeSettings.builder()
                        .maxSurge(SURGE_PERCENT + "%")
                        .build())
                .build();
    }

    private static String name(KubernetesCluster cluster, KubernetesClusterProps props) {
        String name = PlatformStack.of(cluster).nameOf(cluster, NAMING, props.poolName());
        if (name.equals(ROTATION)) {
            throw new ConstructException(
                    cluster,
                    "node pool name \"%s\" is not allowed: nodes move to a pool of that name while theirs is made anew"
                            .formatted(name));
        }
        return name;
    }
}
