package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.sql.ISqlDatabase;

/**
 * Properties of a {@link SqlLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param database the database
 */
@RecordBuilder
public record SqlLinkedServiceProps(IDataFactory factory, String name, ISqlDatabase database) {

    public static SqlLinkedServicePropsBuilder builder() {
        return SqlLinkedServicePropsBuilder.builder();
    }
}
