package io.terralake.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * Datasets to register in Azure ML workspaces.
 *
 * @param workspaces the Azure ids of the workspaces; a request can name no others
 * @param request the file with the registration request, relative to the repository
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DatasetRegistration(List<String> workspaces, String request) {

    public DatasetRegistration {
        workspaces = List.copyOf(workspaces);
    }
}
