package io.terralake.factory;

import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_azure_sql_database.DataFactoryLinkedServiceAzureSqlDatabase;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_azure_sql_database.DataFactoryLinkedServiceAzureSqlDatabaseConfig;
import io.terralake.core.AzureResource;
import io.terralake.core.PlatformStack;
import io.terralake.sql.SqlDatabase;
import software.constructs.Construct;

/** A factory's connection to a SQL database, by the factory's identity and through its managed virtual network. */
public final class SqlLinkedService extends Construct {
    private final DataFactoryLinkedServiceAzureSqlDatabase resource;
    private final DataFactory factory;

    /** @param name the name in the factory */
    public SqlLinkedService(Construct scope, String id, DataFactory factory, String name, SqlDatabase database) {
        super(scope, id);
        this.factory = factory;
        this.resource = new DataFactoryLinkedServiceAzureSqlDatabase(
                this,
                "Resource",
                DataFactoryLinkedServiceAzureSqlDatabaseConfig.builder()
                        .name(PlatformStack.of(scope).nameOf(this, AzureResource.DATA_FACTORY_ARTIFACT, name))
                        .dataFactoryId(factory.factoryId())
                        .integrationRuntimeName(factory.runtimeName())
                        .useManagedIdentity(true)
                        // Neither user nor password: the identity logs in.
                        .connectionString("Data Source=%s;Initial Catalog=%s;Encrypt=True"
                                .formatted(database.server().host(), database.databaseName()))
                        .build());
    }

    /** The name of the linked service, as a token that makes who uses it wait for it. */
    public String linkedServiceName() {
        return resource.getName();
    }

    String linkedServiceId() {
        return resource.getId();
    }

    DataFactory factory() {
        return factory;
    }
}
