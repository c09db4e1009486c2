package io.terralake.databricks;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.identity.Principal;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.settings.RemovalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link DatabricksWorkspace}.
 *
 * @param name the workspace's name, 3 to 64 letters, digits, '_' and '-'; @default derived from the platform's
 * @param subnets where its machines stand; needed in private mode; @default a network of Databricks' own
 * @param encryption a key of one's own that data is encrypted with: notebooks, disks and the workspace's own storage; @default a key of Microsoft's
 * @param application the enterprise application AzureDatabricks of the tenant, which encrypts notebooks; needed with
 *     {@code encryption}. Its object id: {@code az ad sp show --id 2ff814a6-3304-4ab8-85cb-cd0e6f879c1d --query id}
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record DatabricksWorkspaceProps(
        @Nullable String name,
        @Nullable IDatabricksSubnets subnets,
        @Nullable IEncryptionKey encryption,
        @Nullable Principal application,
        @Nullable RemovalPolicy removalPolicy) {

    /** @throws IllegalArgumentException when there is an encryption key, but nobody who uses it */
    public DatabricksWorkspaceProps {
        if (encryption != null && application == null) {
            throw new IllegalArgumentException(
                    "encryption needs the application AzureDatabricks of your tenant, a principal"
                            + " by the object id that \"az ad sp show --id 2ff814a6-3304-4ab8-85cb-cd0e6f879c1d --query id\" prints");
        }
    }

    public static DatabricksWorkspacePropsBuilder builder() {
        return DatabricksWorkspacePropsBuilder.builder();
    }
}
