package io.terralake.factory;

import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_azure_sql_database.DataFactoryLinkedServiceAzureSqlDatabase;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_azure_sql_database.DataFactoryLinkedServiceAzureSqlDatabaseConfig;
import io.terralake.sql.SqlDatabase;
import software.constructs.Construct;

/** A factory's connection to a SQL database, by the factory's identity and through its managed virtual network. */
public final class SqlLinkedService extends LinkedService {
    private final String linkedServiceName;
    private final String linkedServiceId;

    /** @param name the name in the factory */
    public SqlLinkedService(Construct scope, String id, DataFactory factory, String name, SqlDatabase database) {
        super(scope, id, factory);
        DataFactoryLinkedServiceAzureSqlDatabase resource = new DataFactoryLinkedServiceAzureSqlDatabase(
                this,
                "Resource",
                DataFactoryLinkedServiceAzureSqlDatabaseConfig.builder()
                        .name(checked(name))
                        .dataFactoryId(factory.factoryId())
                        .integrationRuntimeName(factory.runtimeName())
                        .useManagedIdentity(true)
                        // Neither user nor password: the identity logs in.
                        .connectionString("Data Source=%s;Initial Catalog=%s;Encrypt=True"
                                .formatted(database.host(), database.databaseName()))
                        .build());
        this.linkedServiceName = resource.getName();
        this.linkedServiceId = resource.getId();
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }

    String linkedServiceId() {
        return linkedServiceId;
    }
}
