package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.databricks.IDatabricksWorkspace;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link DatabricksLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param workspace the workspace
 * @param clusterId the id of a cluster of the workspace that notebooks, JARs and Python files run on; @default none, jobs bring their own
 */
@RecordBuilder
public record DatabricksLinkedServiceProps(
        IDataFactory factory,
        String name,
        IDatabricksWorkspace workspace,
        @Nullable String clusterId) {

    public static DatabricksLinkedServicePropsBuilder builder() {
        return DatabricksLinkedServicePropsBuilder.builder();
    }
}
