package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How stateful resources are kept.
 *
 * @param removalPolicy @default {@link RemovalPolicy#RETAIN}
 * @param deleteLock whether databases and logs also get a management lock, which stops people too; @default false
 */
@RecordBuilder
public record ProtectionSettings(
        @Nullable @JsonPropertyDescription(
                "whether Terraform may destroy stateful resources (destroy) or not (retain, the default)")
        RemovalPolicy removalPolicy,

        @Nullable @JsonPropertyDescription(
                "whether databases and logs get a CanNotDelete lock, which stops people too; default false")
        Boolean deleteLock) {

    public ProtectionSettings {
        removalPolicy = removalPolicy == null ? RemovalPolicy.RETAIN : removalPolicy;
        deleteLock = deleteLock != null && deleteLock;
    }
}
