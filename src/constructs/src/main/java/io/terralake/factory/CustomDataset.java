package io.terralake.factory;

import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.expression.Origin;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.constructs.Construct;

/** Data behind any linked service, by the dataset's own JSON. */
public final class CustomDataset extends StackPart implements Dataset {
    private final IDataFactory factory;
    private final String datasetName;
    private final String datasetType;
    private final Map<String, Parameter> parameters;

    /** @throws io.terralake.core.ConstructException when an expression is wrong, or a field is not set */
    public CustomDataset(Construct scope, String id, CustomDatasetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.parameters = Objects.requireNonNull(props.parameters());
        ArtifactExpressions.check(this, props.typeProperties(), Origin.DATASET, parameters.keySet());
        this.datasetType = props.type();
        this.factory = Contract.at(this, "", () -> DatasetResource.factoryOf(props.linkedService()));
        this.datasetName = Contract.at(
                this,
                "",
                () -> DatasetResource.add(
                        this,
                        props.name(),
                        props.linkedService(),
                        props.type(),
                        props.typeProperties(),
                        parameters,
                        props.notes()));
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public Optional<String> datasetType() {
        return Optional.of(datasetType);
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
