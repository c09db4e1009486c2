package io.terralake.apimanagement;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of an {@link Api}.
 *
 * @param service what offers it; may be in another stack
 * @param name its name in Azure, 1 to 80 characters
 * @param path what comes after the gateway's address, such as {@code market/v1}, without slashes at its ends
 * @param openApi the OpenAPI document, JSON, version 3.0 or 3.1, with a title and an {@code operationId} for each operation
 * @param policy the policy of all operations, XML; it must know the callers, because no key of API Management does
 * @param backendUrl where calls go, such as {@code https://func-tlake-dev-weu.azurewebsites.net/api}
 * @param productId the {@code productId()} of a {@link Product} that callers subscribe to; @default none: callers need no subscription
 */
@RecordBuilder
public record ApiProps(
        IApiManagement service,
        String name,
        String path,
        String openApi,
        String policy,
        String backendUrl,
        @Nullable String productId) {

    public static ApiPropsBuilder builder() {
        return ApiPropsBuilder.builder();
    }
}
