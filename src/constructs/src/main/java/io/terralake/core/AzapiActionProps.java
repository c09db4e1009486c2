package io.terralake.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of an {@link AzapiAction}.
 *
 * @param type the resource type with the version of its API, such as {@code Microsoft.KeyVault/vaults/keys@2023-07-01}
 * @param resourceId the Azure id of the resource
 * @param method how it is called
 * @param when @default {@link When#APPLY}
 * @param body what Azure is sent, as JSON; @default nothing
 * @param ignoreNotFound whether a resource that is not there is all right; @default false
 * @param responseExportValues the paths of the response that {@link AzapiAction#output} can read; @default none
 */
@RecordBuilder
public record AzapiActionProps(
        String type,
        String resourceId,
        Method method,
        @Nullable When when,
        @Nullable ObjectNode body,
        @Nullable Boolean ignoreNotFound,
        @Nullable List<String> responseExportValues) {

    /** How a resource is called. */
    public enum Method {
        PUT,
        DELETE
    }

    /** When a resource is called. */
    public enum When {
        /** When Terraform makes or changes the action. */
        APPLY,
        /** When Terraform destroys it. */
        DESTROY
    }

    /** @throws IllegalArgumentException when the type has no version, or another form */
    public AzapiActionProps {
        AzapiResourceProps.checkType(type);
        when = when == null ? When.APPLY : when;
        body = body == null ? null : body.deepCopy();
        ignoreNotFound = ignoreNotFound != null && ignoreNotFound;
        responseExportValues = responseExportValues == null ? List.of() : List.copyOf(responseExportValues);
    }

    public static AzapiActionPropsBuilder builder() {
        return AzapiActionPropsBuilder.builder();
    }
}
