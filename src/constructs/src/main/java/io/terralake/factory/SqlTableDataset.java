package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.azurerm.data_factory_dataset_azure_sql_table.DataFactoryDatasetAzureSqlTable;
import com.hashicorp.cdktf.providers.azurerm.data_factory_dataset_azure_sql_table.DataFactoryDatasetAzureSqlTableConfig;
import io.terralake.core.AzapiResource;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import java.util.Map;
import java.util.Objects;
import software.constructs.Construct;

/** The tables of a SQL database as activities of a factory see them. */
public final class SqlTableDataset extends StackPart implements ITableDataset {
    private final IDataFactory factory;
    private final String datasetName;
    private final Map<String, Parameter> parameters;

    public SqlTableDataset(Construct scope, String id, SqlTableDatasetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.database().factory();
        this.parameters = Objects.requireNonNull(props.parameters());
        this.datasetName = parameters.isEmpty() ? fixed(props) : parameterized(props);
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String datasetName() {
        return datasetName;
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    @Override
    public TableStore store() {
        return TableStore.AZURE_SQL;
    }

    private String fixed(SqlTableDatasetProps props) {
        ArtifactNotes notes = props.notes() == null ? ArtifactNotes.NONE : props.notes();
        return new DataFactoryDatasetAzureSqlTable(
                        this,
                        "Resource",
                        DataFactoryDatasetAzureSqlTableConfig.builder()
                                .name(Literals.of(
                                        ArtifactName.claim(this, factory, ArtifactKind.DATASET, props.name())))
                                .dataFactoryId(factory.factoryId())
                                .linkedServiceId(props.database().linkedServiceId())
                                .schema(Literals.of(props.schema()))
                                .table(Literals.of(props.table()))
                                .description(notes.descriptionLiteral())
                                .annotations(notes.annotationLiterals())
                                .folder(Literals.of(notes.folder()))
                                .build())
                .getName();
    }

    /** azurerm's resource takes schema and table for text, and parameters of text only. */
    private String parameterized(SqlTableDatasetProps props) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        DatasetText.put(properties, "schema", props.schema());
        DatasetText.put(properties, "table", props.table());
        AzapiResource resource = DatasetResource.json(
                this,
                props.name(),
                props.database(),
                store().datasetType(),
                properties,
                parameters,
                props.notes() == null ? ArtifactNotes.NONE : props.notes());
        resource.moveFromAzurerm("azurerm_data_factory_dataset_azure_sql_table");
        return resource.resourceName();
    }
}
