package io.terralake.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * Everything that a stack asks for.
 *
 * @param version the version of this form; a reader refuses versions that it does not know
 * @param databases databases to migrate and to give users
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Deployment(int version, List<Database> databases) {
    /** The name of the Terraform output. */
    public static final String OUTPUT = "deploy_hook";

    /** The version that this library writes. */
    public static final int VERSION = 1;

    public Deployment {
        databases = List.copyOf(databases);
    }
}
