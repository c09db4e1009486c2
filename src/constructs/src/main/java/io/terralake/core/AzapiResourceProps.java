package io.terralake.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Properties of an {@link AzapiResource}.
 *
 * @param type the resource type with the version of its API, such as
 *     {@code Microsoft.DataFactory/factories/pipelines@2018-06-01}
 * @param name the resource's name
 * @param parentId the Azure id of what it is in: a resource group, a resource, a subscription
 * @param body what Azure is sent, as JSON. Text goes out as it is, also where it looks like an expression of Terraform;
 *     CDKTF's tokens in it are resolved; nulls are left out of objects
 * @param location the region, such as {@code westeurope}, of resources that have one; @default none
 * @param tags @default none
 * @param systemAssignedIdentity whether the resource gets an identity of its own; @default false
 * @param responseExportValues the paths of the response that {@link AzapiResource#output} can read, such as
 *     {@code properties.loginServer}; @default none
 * @param schemaValidation whether Microsoft's schema of the type checks the body when Terraform plans; @default true
 * @param ignoreCasing whether a value that Azure answers in other letter case is the same; @default false
 * @param lifecycle @default Terraform's own
 */
@RecordBuilder
public record AzapiResourceProps(
        String type,
        String name,
        String parentId,
        ObjectNode body,
        @Nullable String location,
        @Nullable Map<String, String> tags,
        @Nullable Boolean systemAssignedIdentity,
        @Nullable List<String> responseExportValues,
        @Nullable Boolean schemaValidation,
        @Nullable Boolean ignoreCasing,
        @Nullable TerraformResourceLifecycle lifecycle) {
    private static final Pattern TYPE =
            Pattern.compile("[A-Za-z]+\\.[A-Za-z0-9.]+(/[A-Za-z0-9]+)+@\\d{4}-\\d{2}-\\d{2}(-preview)?");

    /** @throws IllegalArgumentException when the type has no version, or another form */
    public AzapiResourceProps {
        checkType(type);
        body = body == null ? body : body.deepCopy();
        tags = tags == null ? Map.of() : Map.copyOf(tags);
        systemAssignedIdentity = systemAssignedIdentity != null && systemAssignedIdentity;
        schemaValidation = schemaValidation == null || schemaValidation;
        ignoreCasing = ignoreCasing != null && ignoreCasing;
        responseExportValues = responseExportValues == null ? List.of() : List.copyOf(responseExportValues);
    }

    /** @throws IllegalArgumentException when a type has no version, or another form */
    static void checkType(String type) {
        if (type != null && !TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException(
                    "type \"%s\" is not allowed: <namespace>/<type>@<version of the API>, such as %s"
                            .formatted(type, "Microsoft.DataFactory/factories/pipelines@2018-06-01"));
        }
    }

    public static AzapiResourcePropsBuilder builder() {
        return AzapiResourcePropsBuilder.builder();
    }
}
