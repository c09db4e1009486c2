package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import java.util.Map;
import software.constructs.Construct;

/** The items of a Cosmos DB container as activities see them. */
public final class CosmosDbDataset extends StackPart implements Dataset {
    private final IDataFactory factory;
    private final String datasetName;

    /** @throws io.terralake.core.ConstructException when the name is not allowed or taken, or a field is not set */
    public CosmosDbDataset(Construct scope, String id, CosmosDbDatasetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.database().factory();
        this.datasetName = Contract.at(
                this,
                "",
                () -> DatasetResource.add(
                        this,
                        props.name(),
                        props.database(),
                        "CosmosDbSqlApiCollection",
                        JsonNodeFactory.instance.objectNode().put("collectionName", props.container()),
                        Map.of()));
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
