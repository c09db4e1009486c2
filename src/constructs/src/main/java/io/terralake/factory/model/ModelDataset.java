package io.terralake.factory.model;

import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.Dataset;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.Parameter;
import io.terralake.factory.content.JsonDataset;
import io.terralake.factory.content.JsonDatasetProps;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/** A dataset of any type, by Microsoft's model of its type. */
public final class ModelDataset extends StackPart implements Dataset {
    private final JsonDataset resource;

    /** @throws io.terralake.core.ConstructException when a field of the model is not set, and with every mistake in it */
    public ModelDataset(Construct scope, String id, ModelDatasetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.resource = new JsonDataset(
                this,
                "Resource",
                JsonDatasetProps.builder()
                        .factory(props.factory())
                        .name(props.name())
                        .properties(Models.json(this, props.model(), props.model()::validate))
                        .build());
    }

    @Override
    public IDataFactory factory() {
        return resource.factory();
    }

    @Override
    public Optional<String> datasetType() {
        return resource.datasetType();
    }

    @Override
    public String datasetName() {
        return resource.datasetName();
    }

    @Override
    public Map<String, Parameter> parameters() {
        return resource.parameters();
    }
}
