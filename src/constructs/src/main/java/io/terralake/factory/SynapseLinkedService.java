package io.terralake.factory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import software.constructs.Construct;

/**
 * A factory's connection to a dedicated SQL pool of Synapse Analytics, without a password. The identity that logs in must be a
 * user of the database.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-azure-sql-data-warehouse">Azure Synapse Analytics connector</a>
 */
public final class SynapseLinkedService extends StackPart implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;

    /** @throws io.terralake.core.ConstructException when a name is not allowed or taken, or a field is not set */
    public SynapseLinkedService(Construct scope, String id, SynapseLinkedServiceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.factory();
        this.linkedServiceName = LinkedServiceResource.addJson(
                        this,
                        factory,
                        props.name(),
                        "AzureSqlDW",
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

    private static ObjectNode typeProperties(SynapseLinkedServiceProps props) {
        return SqlAddress.json(props.server(), props.database(), false)
                .put(
                        "authenticationType",
                        props.credential() == null ? "SystemAssignedManagedIdentity" : "UserAssignedManagedIdentity");
    }
}
