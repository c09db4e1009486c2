package io.terralake.factory;

import io.terralake.sql.ISqlDatabase;
import io.soabase.recordbuilder.core.RecordBuilder;

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
