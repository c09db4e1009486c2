package io.terralake.declarations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a stack declares for the deploy hook.
 *
 * @param version the version of this form; a reader refuses versions that it does not know
 * @param databases databases to migrate and to give users
 * @param registrations datasets to register in Azure ML workspaces
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HookDeclaration(
        int version,
        @Nullable List<Database> databases,
        @Nullable List<DatasetRegistration> registrations) {
    /** The name of the Terraform output. */
    public static final String OUTPUT = "deploy_hook";

    /** The version that this library writes. */
    public static final int VERSION = 1;

    /**
     * Takes any version, so that a reader can say which it does not know.
     *
     * @param version {@link #VERSION} when a stack writes it
     * @param databases null counts as none
     * @param registrations null counts as none
     */
    public HookDeclaration {
        databases = databases == null ? List.of() : List.copyOf(databases);
        registrations = registrations == null ? List.of() : List.copyOf(registrations);
    }
}
