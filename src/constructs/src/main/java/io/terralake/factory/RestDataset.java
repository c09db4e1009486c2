package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.constructs.Construct;

/**
 * A resource of a REST API as activities see it.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-rest#dataset-properties">REST: dataset properties</a>
 */
public final class RestDataset extends StackPart implements Dataset {
    private static final String TYPE = "RestResource";

    private final IDataFactory factory;
    private final String datasetName;
    private final Map<String, Parameter> parameters;

    /** @throws io.terralake.core.ConstructException when the name is not allowed or taken, or a field is not set */
    public RestDataset(Construct scope, String id, RestDatasetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.parameters = Objects.requireNonNull(props.parameters());
        this.factory = Contract.at(this, "", () -> DatasetResource.factoryOf(props.api()));
        this.datasetName = Contract.at(
                this,
                "",
                () -> DatasetResource.addJson(
                        this, props.name(), props.api(), TYPE, typeProperties(props), parameters, props.notes()));
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
    public Optional<String> datasetType() {
        return Optional.of(TYPE);
    }

    private static ObjectNode typeProperties(RestDatasetProps props) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        DatasetText.put(properties, "relativeUrl", props.path());
        return properties;
    }
}
