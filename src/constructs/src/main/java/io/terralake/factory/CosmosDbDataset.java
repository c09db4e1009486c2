package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/** The items of a Cosmos DB container as activities see them. */
public final class CosmosDbDataset extends StackPart implements Dataset {
    private static final String TYPE = "CosmosDbSqlApiCollection";

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
                        TYPE,
                        JsonNodeFactory.instance.objectNode().put("collectionName", props.container()),
                        Map.of(),
                        props.notes()));
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public Optional<String> datasetType() {
        return Optional.of(TYPE);
    }

    @Override
    public String datasetName() {
        return datasetName;
    }
}
