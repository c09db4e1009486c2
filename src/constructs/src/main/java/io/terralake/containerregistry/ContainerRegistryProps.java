package io.terralake.containerregistry;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.settings.RemovalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link ContainerRegistry}.
 *
 * @param name the registry's name, 5 to 50 letters and digits, one in the world; @default derived from the platform's
 * @param purpose what it is for, in derived names, when a platform has several; @default nothing
 * @param sku @default {@link RegistrySku#PREMIUM} in private mode, which needs it, else {@link RegistrySku#STANDARD}
 * @param zoneRedundant whether images stand in three availability zones, fixed at creation; @default where the region has zones and the
 *     registry is {@link RegistrySku#PREMIUM}
 * @param retentionDays after how many days a manifest without a tag is deleted, 0 to 365; {@link RegistrySku#PREMIUM} only;
 *     @default never
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record ContainerRegistryProps(
        @Nullable String name,
        @Nullable String purpose,
        @Nullable RegistrySku sku,
        @Nullable Boolean zoneRedundant,
        @Nullable Integer retentionDays,
        @Nullable RemovalPolicy removalPolicy) {

    /** @throws IllegalArgumentException when Azure would not accept the retention */
    public ContainerRegistryProps {
        if (retentionDays != null) {
            Limits.check("retention of untagged manifests", retentionDays, 0, 365, "days");
        }
    }

    public static ContainerRegistryPropsBuilder builder() {
        return ContainerRegistryPropsBuilder.builder();
    }
}
