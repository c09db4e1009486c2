package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Region;
import io.terralake.settings.Checked;
import io.terralake.settings.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A workspace of Azure ML.
 *
 * @param name what it is for, in the names of its resources
 * @param region where it is, in a resource group of its own; @default the environment's, in its resource group
 * @param encryptionKey a key in its region; @default the environment's, if it has one: then a workspace in another region needs its own
 * @param vmSize the size of its machines; @default {@code Standard_DS3_v2}
 * @param maxNodes the most machines that work at once, 1 to 100; @default 4
 * @param idleMinutes how long a machine waits for another job, 1 to 1440; @default 2
 * @param onlineEndpoints names of endpoints that models answer at; @default none
 * @param kubernetes a cluster that models run in too, in the environment's network; @default none
 */
@RecordBuilder
public record MlWorkspaceSettings(
        @NotNull @Pattern(regexp = "^[a-z][a-z0-9]{1,7}$") @JsonPropertyDescription("what it is for, in names of resources: 2 to 8 lower-case letters and digits")
        String name,

        @Nullable @JsonPropertyDescription(
                "region, in a resource group of its own; default the environment's, in its resource group")
        Region region,

        @Nullable @JsonPropertyDescription("key of one's own in its region; default the environment's, if it has one")
        KeySettings encryptionKey,

        @Nullable @Pattern(regexp = "^Standard_[A-Z]+[0-9]+[A-Za-z0-9_-]*$") @JsonPropertyDescription("size of its machines; default Standard_DS3_v2")
        String vmSize,

        @Nullable @Min(1) @Max(100) @JsonPropertyDescription("machines that work at once; default 4")
        Integer maxNodes,

        @Nullable @Min(1) @Max(1440) @JsonPropertyDescription("minutes that a machine waits for another job; default 2")
        Integer idleMinutes,

        @Nullable @Size(max = 20) @JsonPropertyDescription("endpoints that models answer at; default none")
        List<@Pattern(regexp = "^[a-z]([a-z0-9-]{1,30}[a-z0-9])$") String> onlineEndpoints,

        @Nullable @JsonPropertyDescription("cluster of Kubernetes that models run in too; default none")
        KubernetesSettings kubernetes)
        implements Checked {

    public MlWorkspaceSettings {
        vmSize = vmSize == null ? "Standard_DS3_v2" : vmSize;
        maxNodes = maxNodes == null ? Integer.valueOf(4) : maxNodes;
        idleMinutes = idleMinutes == null ? Integer.valueOf(2) : idleMinutes;
        onlineEndpoints = onlineEndpoints == null ? List.of() : List.copyOf(onlineEndpoints);
    }

    @Override
    public void check(Problems problems) {
        if (kubernetes != null) {
            Objects.requireNonNull(kubernetes.onlineEndpoints()).stream()
                    .filter(Objects.requireNonNull(onlineEndpoints)::contains)
                    .forEach(name -> problems.add(
                            "/kubernetes/onlineEndpoints",
                            "\"%s\" is one of the workspace's onlineEndpoints too".formatted(name)));
        }
    }
}
