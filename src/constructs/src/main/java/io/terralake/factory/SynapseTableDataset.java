package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import java.util.Map;
import java.util.Objects;
import software.constructs.Construct;

/**
 * The tables of a dedicated SQL pool as activities of a factory see them.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-azure-sql-data-warehouse#dataset-properties">Azure Synapse Analytics: dataset properties</a>
 */
public final class SynapseTableDataset extends StackPart implements ITableDataset {
    private final IDataFactory factory;
    private final String datasetName;
    private final Map<String, Parameter> parameters;

    /** @throws io.terralake.core.ConstructException when the name is not allowed or taken, or a field is not set */
    public SynapseTableDataset(Construct scope, String id, SynapseTableDatasetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.parameters = Objects.requireNonNull(props.parameters());
        this.factory = Contract.at(this, "", () -> DatasetResource.factoryOf(props.pool()));
        this.datasetName = Contract.at(
                this,
                "",
                () -> DatasetResource.addJson(
                        this,
                        props.name(),
                        props.pool(),
                        TableStore.SYNAPSE.datasetType(),
                        typeProperties(props),
                        parameters,
                        props.notes()));
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
        return TableStore.SYNAPSE;
    }

    private static ObjectNode typeProperties(SynapseTableDatasetProps props) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        DatasetText.put(properties, "schema", props.schema());
        DatasetText.put(properties, "table", props.table());
        return properties;
    }
}
