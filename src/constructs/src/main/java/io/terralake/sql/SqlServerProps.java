package io.terralake.sql;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.identity.Principal;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.settings.RemovalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link SqlServer}.
 *
 * @param name the server's name, 1 to 63 lower-case letters, digits and hyphens; @default derived from the platform's
 * @param administrator who administers the server, best a group; @default whoever runs Terraform
 * @param threatDetection whether Microsoft Defender for SQL looks for attacks and weaknesses and mails the environment's alert
 *     addresses; it costs some 15 USD a month; @default whether the server is retained
 * @param encryption a key of one's own that data is encrypted with, of every database; @default a key of Microsoft's
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record SqlServerProps(
        @Nullable String name,
        @Nullable Principal administrator,
        @Nullable Boolean threatDetection,
        @Nullable IEncryptionKey encryption,
        @Nullable RemovalPolicy removalPolicy) {

    public static SqlServerPropsBuilder builder() {
        return SqlServerPropsBuilder.builder();
    }
}
