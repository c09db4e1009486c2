package io.terralake.machinelearning;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.azure.VmSize;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link ComputeCluster}. All but the numbers of machines and the idle time are fixed at creation: another value makes
 * another cluster.
 *
 * @param workspace what it is in
 * @param name its name in the workspace, 3 to 32 characters, such as {@code cpu-cluster}
 * @param vmSize the size of its machines, such as {@code Standard_DS3_v2}
 * @param maxNodes the most machines, 1 to 100: more want a ticket at Microsoft's
 * @param minNodes machines that stay when there is nothing to do, up to {@code maxNodes}; @default 0
 * @param idleTime how long a machine waits for another job, 1 minute to a day in whole seconds; @default 2 minutes
 * @param priority @default {@link VmPriority#DEDICATED}
 * @see <a href="https://learn.microsoft.com/azure/machine-learning/how-to-manage-quotas">Manage and increase quotas and limits</a>
 */
@RecordBuilder
public record ComputeClusterProps(
        IMachineLearningWorkspace workspace,
        String name,
        String vmSize,
        int maxNodes,
        @Nullable Integer minNodes,
        @Nullable Duration idleTime,
        @Nullable VmPriority priority) {
    private static final int MOST_NODES = 100;

    /** @throws IllegalArgumentException when Azure would not accept a property */
    public ComputeClusterProps {
        if (vmSize != null) {
            VmSize.check(vmSize);
        }
        Limits.check("maximum of machines", maxNodes, 1, MOST_NODES, "");
        minNodes = Limits.check("minimum of machines", minNodes == null ? 0 : minNodes, 0, maxNodes, "");
        idleTime = idleTime == null ? Duration.ofMinutes(2) : idleTime;
        if (idleTime.compareTo(Duration.ofMinutes(1)) < 0
                || idleTime.compareTo(Duration.ofDays(1)) > 0
                || idleTime.toNanosPart() != 0) {
            throw new IllegalArgumentException(
                    "idle time of %s is not allowed: 1 minute to 1 day in whole seconds".formatted(idleTime));
        }
        priority = priority == null ? VmPriority.DEDICATED : priority;
    }

    public static ComputeClusterPropsBuilder builder() {
        return ComputeClusterPropsBuilder.builder();
    }
}
