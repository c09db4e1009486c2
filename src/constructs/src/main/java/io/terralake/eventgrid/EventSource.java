package io.terralake.eventgrid;

import com.hashicorp.cdktf.Token;
import io.terralake.azure.AzureId;
import io.terralake.storage.IStorageAccount;

/**
 * A resource of Azure that sends events.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/system-topics">System topics: Azure services that support them</a>
 */
public interface EventSource {

    /** The Azure id of the resource. */
    String resourceId();

    /** The type of its topics, such as {@code Microsoft.Storage.StorageAccounts}. */
    String topicType();

    /** A storage account, which sends {@link StorageEvent}s. */
    static EventSource storageAccount(IStorageAccount account) {
        return of(StorageEvent.TOPIC_TYPE, account.accountId());
    }

    /**
     * An Azure ML workspace, which sends {@link MachineLearningEvent}s.
     *
     * @param workspaceId its Azure id
     * @throws IllegalArgumentException when it is the id of something else
     */
    static EventSource machineLearningWorkspace(String workspaceId) {
        if (!Token.isUnresolved(workspaceId)) {
            AzureId.parse(workspaceId, "Microsoft.MachineLearningServices/workspaces");
        }
        return of(MachineLearningEvent.TOPIC_TYPE, workspaceId);
    }

    /**
     * Any other source.
     *
     * @param topicType such as {@code Microsoft.EventHub.Namespaces}
     * @param resourceId its Azure id
     */
    static EventSource of(String topicType, String resourceId) {
        record Other(String topicType, String resourceId) implements EventSource {}
        return new Other(topicType, resourceId);
    }
}
