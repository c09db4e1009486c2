package io.terralake.factory.content;

import io.terralake.factory.ArtifactKind;
import io.terralake.factory.Dataset;
import io.terralake.factory.Parameter;
import io.terralake.factory.json.Declarations;
import io.terralake.factory.json.Findings;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/** A dataset of any type, by its own JSON. */
public final class JsonDataset extends JsonArtifact implements Dataset {
    private final String datasetName;
    private final Map<String, Parameter> parameters;

    /** @throws io.terralake.core.ConstructException with every mistake in the JSON */
    public JsonDataset(Construct scope, String id, JsonDatasetProps props) {
        super(
                scope,
                id,
                ArtifactKind.DATASET,
                props,
                Written.of(props.factory(), props.name(), props.properties(), null));
        this.parameters = Declarations.parameters(properties(), new Findings("", "", properties(), new ArrayList<>()));
        this.datasetName = resource("datasets").resourceName();
    }

    @Override
    public Optional<String> datasetType() {
        return Optional.of(properties().path("type").asText());
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
