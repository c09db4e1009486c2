package io.terralake.factory;

import io.terralake.databricks.IDatabricksWorkspace;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link DatabricksLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param workspace the workspace
 */
@RecordBuilder
public record DatabricksLinkedServiceProps(IDataFactory factory, String name, IDatabricksWorkspace workspace) {

    public static DatabricksLinkedServicePropsBuilder builder() {
        return DatabricksLinkedServicePropsBuilder.builder();
    }
}
