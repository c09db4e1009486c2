package io.terralake.factory.content;

import io.terralake.factory.ArtifactKind;
import io.terralake.factory.Parameter;
import io.terralake.factory.json.Declarations;
import io.terralake.factory.json.Findings;
import io.terralake.factory.pipeline.IPipeline;
import io.terralake.factory.pipeline.PipelineJson;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.constructs.Construct;

/** A pipeline by its own JSON, such as one that was brought along from an existing factory. */
public final class JsonPipeline extends JsonArtifact implements IPipeline {
    private final String pipelineName;
    private final Map<String, Parameter> parameters;

    /** @throws io.terralake.core.ConstructException with every mistake in the JSON */
    public JsonPipeline(Construct scope, String id, JsonPipelineProps props) {
        super(
                scope,
                id,
                ArtifactKind.PIPELINE,
                props,
                Written.of(props.factory(), props.name(), props.properties(), null));
        this.parameters = Declarations.parameters(properties(), new Findings("", "", properties(), new ArrayList<>()));
        this.pipelineName = resource("pipelines").resourceName();
    }

    @Override
    public String pipelineName() {
        return pipelineName;
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    @Override
    public Optional<Set<String>> returnValues() {
        return Optional.of(PipelineJson.returnValues(properties()));
    }
}
