package io.terralake.apimanagement;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Product}.
 *
 * @param service what offers it; may be in another stack
 * @param name its id in Azure, 1 to 80 characters
 * @param displayName what callers read, 1 to 300 characters
 * @param approvalRequired whether somebody agrees to each subscription; @default true
 */
@RecordBuilder
public record ProductProps(
        IApiManagement service,
        String name,
        String displayName,
        @Nullable Boolean approvalRequired) {

    public ProductProps {
        approvalRequired = approvalRequired == null || approvalRequired;
        if (displayName != null && (displayName.isBlank() || displayName.length() > 300)) {
            throw new IllegalArgumentException(
                    "display name \"%s\" is not allowed: 1 to 300 characters".formatted(displayName));
        }
    }

    public static ProductPropsBuilder builder() {
        return ProductPropsBuilder.builder();
    }
}
