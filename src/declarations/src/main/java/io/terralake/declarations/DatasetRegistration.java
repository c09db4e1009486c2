package io.terralake.declarations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Datasets to register in Azure ML workspaces.
 *
 * @param workspaces the Azure ids of the workspaces; a request can name no others
 * @param request the file with the registration request, relative to the repository
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DatasetRegistration(@Nullable List<String> workspaces, String request) {

    /**
     * Refuses a registration without a request.
     *
     * @param workspaces null counts as none
     * @param request not null
     * @throws NullPointerException when the request is missing
     */
    public DatasetRegistration {
        Objects.requireNonNull(request, "\"request\" is missing");
        workspaces = workspaces == null ? List.of() : List.copyOf(workspaces);
    }
}
