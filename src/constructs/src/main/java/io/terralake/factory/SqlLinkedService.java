package io.terralake.factory;

import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_azure_sql_database.DataFactoryLinkedServiceAzureSqlDatabase;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_azure_sql_database.DataFactoryLinkedServiceAzureSqlDatabaseConfig;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.sql.ISqlDatabase;
import software.constructs.Construct;

/** A factory's connection to a SQL database, by the factory's identity and through its managed virtual network. */
public final class SqlLinkedService extends StackPart implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;
    private final String linkedServiceId;

    public SqlLinkedService(Construct scope, String id, SqlLinkedServiceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.factory();
        LinkedServiceOptions options =
                LinkedServiceOptions.of(this, factory, props.runtime(), props.credential(), props.notes());
        ISqlDatabase database = props.database();
        DataFactoryLinkedServiceAzureSqlDatabase resource = new DataFactoryLinkedServiceAzureSqlDatabase(
                this,
                "Resource",
                DataFactoryLinkedServiceAzureSqlDatabaseConfig.builder()
                        .name(Literals.of(ArtifactName.claim(this, factory, ArtifactKind.LINKED_SERVICE, props.name())))
                        .dataFactoryId(factory.factoryId())
                        .integrationRuntimeName(options.runtimeName())
                        .credentialName(options.credentialName())
                        .description(options.notes().descriptionLiteral())
                        .annotations(options.notes().annotationLiterals())
                        .useManagedIdentity(true)
                        // Neither user nor password: the identity logs in.
                        .connectionString(Literals.of("Data Source=%s;Initial Catalog=%s;Encrypt=True"
                                .formatted(database.host(), database.databaseName())))
                        .build());
        this.linkedServiceName = resource.getName();
        this.linkedServiceId = resource.getId();
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }

    String linkedServiceId() {
        return linkedServiceId;
    }
}
