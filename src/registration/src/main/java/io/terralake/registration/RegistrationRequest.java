package io.terralake.registration;

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

    /**
     * Copies the lists.
     *
     * @param workspaces may be empty
     * @param datastores may be empty
     * @param datasets may be empty
     */
    public RegistrationRequest {
        workspaces = List.copyOf(workspaces);
        datastores = List.copyOf(datastores);
        datasets = List.copyOf(datasets);
    }

    /**
     * A workspace of Azure ML.
     *
     * @param name its name
     * @param subscriptionId the GUID of its subscription
     * @param resourceGroup the name of its resource group
     */
    public record Workspace(String name, String subscriptionId, String resourceGroup) {

        /**
         * Its Azure id.
         *
         * @return such as {@code /subscriptions/…/workspaces/ml-ws-1}
         */
        public String id() {
            return "/subscriptions/%s/resourceGroups/%s/providers/Microsoft.MachineLearningServices/workspaces/%s"
                    .formatted(subscriptionId, resourceGroup, name);
        }
    }

    /**
     * A filesystem of an ADLS Gen2 account; workspaces reach it by their identity, no credential is stored.
     *
     * @param name its name in the workspace
     * @param account the storage account
     * @param filesystem the account's container
     */
    public record Datastore(String name, String account, String filesystem) {}

    /**
     * A dataset.
     *
     * @param name its name in the workspace
     * @param path in the datastore
     * @param datastore the name of its datastore
     * @param type what it is made of
     * @param description empty for one that tells the time of the run
     * @param tags what the version is tagged with
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
            /** One file. */
            URI_FILE("uri_file"),
            /** A folder of files. */
            URI_FOLDER("uri_folder"),
            /** A table that a file {@code MLTable} in the folder describes. */
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
