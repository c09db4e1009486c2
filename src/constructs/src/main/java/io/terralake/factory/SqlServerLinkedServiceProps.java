package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link SqlServerLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param server its name or address, with the port where it is another than 1433: {@code sql01.example.com,1444}
 * @param database the database's name
 * @param userName who logs in; {@code DOMAIN&#92;user} for Windows
 * @param password the password
 * @param windows whether the user is one of Windows, and not of the server; needs a self-hosted runtime; @default false
 * @param trustServerCertificate whether a certificate that nobody vouches for is taken; @default false
 * @param runtime where it connects from; @default the factory's runtime in its managed network
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record SqlServerLinkedServiceProps(
        IDataFactory factory,
        String name,
        String server,
        String database,
        String userName,
        VaultSecret password,
        @Nullable Boolean windows,
        @Nullable Boolean trustServerCertificate,
        @Nullable IIntegrationRuntime runtime,

        @Nullable ArtifactNotes notes) {
    public static SqlServerLinkedServicePropsBuilder builder() {
        return SqlServerLinkedServicePropsBuilder.builder();
    }
}
