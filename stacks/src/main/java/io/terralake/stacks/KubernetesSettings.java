package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.settings.Checked;
import io.terralake.settings.GroupSettings;
import io.terralake.settings.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of Kubernetes that models of a workspace run in.
 *
 * @param vmSize the size of its nodes; @default {@code Standard_D4ds_v5}
 * @param minNodes nodes that stay when there is little to do; with three or more there are three routers; @default 3, or
 *     {@code maxNodes} when that is less
 * @param maxNodes the most nodes, 1 to 1000; @default 6, or {@code minNodes} when that is more
 * @param administrators groups of Entra that may do everything in it; @default nobody
 * @param tls what endpoints show who they are by; @default none, and only the cluster is made, for its secret to be put there
 * @param onlineEndpoints names of endpoints that models in it answer at; @default none
 */
@RecordBuilder
public record KubernetesSettings(
        @Nullable @Pattern(regexp = "^Standard_[A-Z]+[0-9]+[A-Za-z0-9_-]*$") @JsonPropertyDescription("size of its nodes; default Standard_D4ds_v5")
        String vmSize,

        @Nullable @Min(1) @Max(1000) @JsonPropertyDescription("nodes that stay when there is little to do; default 3, or maxNodes when that is less")
        Integer minNodes,

        @Nullable @Min(1) @Max(1000) @JsonPropertyDescription("most nodes; default 6, or minNodes when that is more")
        Integer maxNodes,

        @Nullable @Size(max = 20) @JsonPropertyDescription("groups of Entra that may do everything in it; default nobody")
        List<GroupSettings> administrators,

        @Nullable @JsonPropertyDescription("certificate of its endpoints; default none, and only the cluster is made")
        TlsSettings tls,

        @Nullable @Size(max = 20) @JsonPropertyDescription("endpoints that models in it answer at; default none")
        List<@Pattern(regexp = "^[a-z]([a-z0-9-]{1,30}[a-z0-9])$") String> onlineEndpoints)
        implements Checked {

    public KubernetesSettings {
        maxNodes = maxNodes == null ? Integer.valueOf(Math.max(6, minNodes == null ? 0 : minNodes)) : maxNodes;
        minNodes = minNodes == null ? Integer.valueOf(Math.min(3, maxNodes)) : minNodes;
        administrators = administrators == null ? List.of() : List.copyOf(administrators);
        onlineEndpoints = onlineEndpoints == null ? List.of() : List.copyOf(onlineEndpoints);
    }

    @Override
    public void check(Problems problems) {
        if (Objects.requireNonNull(minNodes) > Objects.requireNonNull(maxNodes)) {
            problems.add("/minNodes", "%d is more than maxNodes, which is %d".formatted(minNodes, maxNodes));
        }
        GroupSettings.checkDistinct(Objects.requireNonNull(administrators), "/administrators", problems);
        List<String> endpoints = Objects.requireNonNull(onlineEndpoints);
        problems.addTwice("/onlineEndpoints", endpoints, Function.identity(), "", "\"%s\"");
        if (tls == null && !endpoints.isEmpty()) {
            problems.add("", "\"tls\" is missing, endpoints are asked by HTTPS only");
        }
    }
}
