package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.storage.IDataLake;

/**
 * Properties of a {@link DataLakeLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param lake the lake
 */
@RecordBuilder
public record DataLakeLinkedServiceProps(IDataFactory factory, String name, IDataLake lake) {

    public static DataLakeLinkedServicePropsBuilder builder() {
        return DataLakeLinkedServicePropsBuilder.builder();
    }
}
