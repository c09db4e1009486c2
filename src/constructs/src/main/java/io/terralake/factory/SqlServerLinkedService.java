package io.terralake.factory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.BrokenContractException;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import software.constructs.Construct;

/**
 * A factory's connection to a database of a SQL Server, on premises or on a machine in Azure. The password is a secret of a Key
 * Vault. What Azure does not reach, a {@link SelfHostedRuntime} does.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-sql-server">SQL Server connector</a>
 */
public final class SqlServerLinkedService extends StackPart implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;

    /** @throws io.terralake.core.ConstructException when a name is not allowed or taken, a field is not set, or a user of Windows has no runtime */
    public SqlServerLinkedService(Construct scope, String id, SqlServerLinkedServiceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.factory();
        this.linkedServiceName = LinkedServiceResource.addJson(
                        this,
                        factory,
                        props.name(),
                        "SqlServer",
                        Contract.at(this, "", () -> typeProperties(props)),
                        LinkedServiceOptions.of(this, factory, props.runtime(), null, props.notes()))
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

    private static ObjectNode typeProperties(SqlServerLinkedServiceProps props) {
        boolean windows = Boolean.TRUE.equals(props.windows());
        if (windows && props.runtime() == null) {
            throw new BrokenContractException(
                    "a user of Windows is not allowed: only a self-hosted runtime can log in as one");
        }
        ObjectNode json =
                SqlAddress.json(props.server(), props.database(), Boolean.TRUE.equals(props.trustServerCertificate()));
        json.put("authenticationType", windows ? "Windows" : "SQL").put("userName", props.userName());
        json.set("password", props.password().json(props.factory()));
        return json;
    }
}
