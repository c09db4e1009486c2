package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import software.constructs.Construct;

/**
 * A factory's connection to the blobs of a storage account, without keys. The identity that logs in needs a role there, such as
 * Storage Blob Data Contributor.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-azure-blob-storage">Azure Blob Storage connector</a>
 */
public final class BlobStorageLinkedService extends StackPart implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;

    /** @throws io.terralake.core.ConstructException when a name is not allowed or taken, or a field is not set */
    public BlobStorageLinkedService(Construct scope, String id, BlobStorageLinkedServiceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.factory();
        this.linkedServiceName = LinkedServiceResource.addJson(
                        this,
                        factory,
                        props.name(),
                        "AzureBlobStorage",
                        Contract.at(this, "", () -> typeProperties(props)),
                        LinkedServiceOptions.of(this, factory, props.runtime(), props.credential(), props.notes()))
                .resourceName();
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }

    private static ObjectNode typeProperties(BlobStorageLinkedServiceProps props) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "serviceEndpoint",
                        "https://%s.blob.core.windows.net/"
                                .formatted(props.account().accountName()))
                // The service takes an identity for accounts of these kinds only, and wants to be told.
                .put("accountKind", "StorageV2");
    }
}
