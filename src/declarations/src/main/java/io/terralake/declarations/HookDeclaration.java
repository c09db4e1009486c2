package io.terralake.declarations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a stack declares for the deploy hook.
 *
 * @param version the version of this form; a reader refuses versions that it does not know
 * @param stack the stack that declares it; it owns the users that the hook makes for it. Null where the file that the
 *     declaration stands in names the stack.
 * @param databases databases to migrate and to give users
 * @param registrations datasets to register in Azure ML workspaces
 * @param privateEndpointApprovals managed private endpoints to approve
 * @param functionPackages packages of functions to publish
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HookDeclaration(
        int version,
        @Nullable String stack,
        @Nullable List<Database> databases,
        @Nullable List<DatasetRegistration> registrations,
        @Nullable List<PrivateEndpointApproval> privateEndpointApprovals,
        @Nullable List<FunctionPackage> functionPackages) {
    /** The name of the Terraform output. */
    public static final String OUTPUT = "deploy_hook";

    /** The version that this library writes. */
    public static final int VERSION = 1;

    /**
     * Takes any version, so that a reader can say which it does not know.
     *
     * @param version {@link #VERSION} when a stack writes it
     * @param stack null where the file names the stack
     * @param databases null counts as none
     * @param registrations null counts as none
     * @param privateEndpointApprovals null counts as none
     * @param functionPackages null counts as none
     */
    public HookDeclaration {
        databases = databases == null ? List.of() : List.copyOf(databases);
        registrations = registrations == null ? List.of() : List.copyOf(registrations);
        privateEndpointApprovals = privateEndpointApprovals == null ? List.of() : List.copyOf(privateEndpointApprovals);
        functionPackages = functionPackages == null ? List.of() : List.copyOf(functionPackages);
    }
}
