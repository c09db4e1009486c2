package io.terralake.factory;

import com.hashicorp.cdktf.providers.azurerm.data_factory_dataset_azure_sql_table.DataFactoryDatasetAzureSqlTable;
import com.hashicorp.cdktf.providers.azurerm.data_factory_dataset_azure_sql_table.DataFactoryDatasetAzureSqlTableConfig;
import io.terralake.core.PlatformStack;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** The tables of a SQL database as activities of a factory see them. */
public final class SqlTableDataset extends Construct implements Dataset {
    private final String datasetName;

    /**
     * @param name the name in the factory
     * @param schema the table's schema; null when activities bring queries of their own
     * @param table the table; null likewise
     */
    public SqlTableDataset(
            Construct scope,
            String id,
            SqlLinkedService database,
            String name,
            @Nullable String schema,
            @Nullable String table) {
        super(scope, id);
        this.datasetName = new DataFactoryDatasetAzureSqlTable(
                        this,
                        "Resource",
                        DataFactoryDatasetAzureSqlTableConfig.builder()
                                .name(PlatformStack.of(scope).nameOf(this, FactoryNames.ARTIFACT, name))
                                .dataFactoryId(database.factory().factoryId())
                                .linkedServiceId(database.linkedServiceId())
                                .schema(schema)
                                .table(table)
                                .build())
                .getName();
    }

    @Override
    public String datasetName() {
        return datasetName;
    }
}
