package io.terralake.deployhook.datasets;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which datasets are to be registered where.
 *
 * @param workspaces where; empty means all that are allowed
 * @param datastores the places of the data
 * @param datasets the data
 */
public record RegistrationRequest(List<Workspace> workspaces, List<Datastore> datastores, List<Dataset> datasets) {

    public RegistrationRequest {
        workspaces = List.copyOf(workspaces);
        datastores = List.copyOf(datastores);
        datasets = List.copyOf(datasets);
    }

    /** A workspace of Azure ML. */
    public record Workspace(String name, String subscriptionId, String resourceGroup) {

        /** Its Azure id. */
        public String id() {
            return "/subscriptions/%s/resourceGroups/%s/providers/Microsoft.MachineLearningServices/workspaces/%s"
                    .formatted(subscriptionId, resourceGroup, name);
        }
    }

    /** A filesystem of an ADLS Gen2 account; workspaces reach it by their identity, no credential is stored. */
    public record Datastore(String name, String account, String filesystem) {}

    /**
     * A dataset.
     *
     * @param path in the datastore
     * @param datastore the name of its datastore
     * @param description empty for one that tells the time of the run
     */
    public record Dataset(
            String name,
            String path,
            String datastore,
            Type type,
            Optional<String> description,
            Map<String, String> tags) {

        /** What a dataset is made of. */
        public enum Type {
            URI_FILE("uri_file"),
            URI_FOLDER("uri_folder"),
            MLTABLE("mltable");

            private final String azureName;

            Type(String azureName) {
                this.azureName = azureName;
            }

            String azureName() {
                return azureName;
            }
        }
    }
}
