package io.terralake.factory;

import io.terralake.core.Contract;
import java.util.Map;
import java.util.Objects;
import software.constructs.Construct;

/** Data behind any linked service, by the dataset's own JSON. */
public final class CustomDataset extends Construct implements Dataset {
    private final IDataFactory factory;
    private final String datasetName;
    private final Map<String, Parameter> parameters;

    /** @throws io.terralake.core.ConstructException when a parameter is no string */
    public CustomDataset(Construct scope, String id, CustomDatasetProps props) {
        super(scope, id);
        this.parameters = Objects.requireNonNull(props.parameters());
        this.factory = Contract.at(this, "", () -> DatasetResource.factoryOf(props.linkedService()));
        this.datasetName = Contract.at(
                this,
                "",
                () -> DatasetResource.add(
                        this, props.name(), props.linkedService(), props.type(), props.typeProperties(), parameters));
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
}
