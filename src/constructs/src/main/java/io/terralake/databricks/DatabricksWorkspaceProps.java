package io.terralake.databricks;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.settings.RemovalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link DatabricksWorkspace}.
 *
 * @param name the workspace's name, 3 to 64 letters, digits, '_' and '-'; @default derived from the platform's
 * @param subnets where its machines stand; needed in private mode; @default a network of Databricks' own
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record DatabricksWorkspaceProps(
        @Nullable String name,
        @Nullable IDatabricksSubnets subnets,
        @Nullable RemovalPolicy removalPolicy) {

    public static DatabricksWorkspacePropsBuilder builder() {
        return DatabricksWorkspacePropsBuilder.builder();
    }
}
