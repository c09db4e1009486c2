package io.terralake.factory;

import com.hashicorp.cdktf.providers.azurerm.data_factory_dataset_azure_sql_table.DataFactoryDatasetAzureSqlTable;
import com.hashicorp.cdktf.providers.azurerm.data_factory_dataset_azure_sql_table.DataFactoryDatasetAzureSqlTableConfig;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import software.constructs.Construct;

/** The tables of a SQL database as activities of a factory see them. */
public final class SqlTableDataset extends StackPart implements Dataset {
    private final IDataFactory factory;
    private final String datasetName;

    public SqlTableDataset(Construct scope, String id, SqlTableDatasetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.database().factory();
        this.datasetName = new DataFactoryDatasetAzureSqlTable(
                        this,
                        "Resource",
                        DataFactoryDatasetAzureSqlTableConfig.builder()
                                .name(Literals.of(
                                        ArtifactName.claim(this, factory, ArtifactKind.DATASET, props.name())))
                                .dataFactoryId(factory.factoryId())
                                .linkedServiceId(props.database().linkedServiceId())
                                .schema(Literals.of(props.schema()))
                                .table(Literals.of(props.table()))
                                .build())
                .getName();
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String datasetName() {
        return datasetName;
    }
}
