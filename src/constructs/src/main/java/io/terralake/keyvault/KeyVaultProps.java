package io.terralake.keyvault;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.settings.RemovalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link KeyVault}.
 *
 * @param name the vault's name, 3 to 24 characters; @default derived from the platform's
 * @param purpose what it is for, in derived names, when a platform has several; @default nothing
 * @param softDeleteRetentionDays how long deleted secrets can be recovered, 7 to 90 days, fixed at creation;
 *     @default 90
 * @param sku what it keeps keys in; @default {@link KeyVaultSku#STANDARD}
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record KeyVaultProps(
        @Nullable String name,
        @Nullable String purpose,
        @Nullable Integer softDeleteRetentionDays,
        @Nullable KeyVaultSku sku,
        @Nullable RemovalPolicy removalPolicy) {

    public KeyVaultProps {
        sku = sku == null ? KeyVaultSku.STANDARD : sku;
        softDeleteRetentionDays = Limits.check(
                "soft-delete retention", softDeleteRetentionDays == null ? 90 : softDeleteRetentionDays, 7, 90, "days");
    }

    public static KeyVaultPropsBuilder builder() {
        return KeyVaultPropsBuilder.builder();
    }
}
