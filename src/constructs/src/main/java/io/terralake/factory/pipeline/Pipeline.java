package io.terralake.factory.pipeline;

import com.hashicorp.cdktf.providers.azurerm.data_factory_pipeline.DataFactoryPipeline;
import com.hashicorp.cdktf.providers.azurerm.data_factory_pipeline.DataFactoryPipelineConfig;
import io.terralake.core.AzureResource;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.constructs.Construct;

/** A pipeline of a factory. */
public final class Pipeline extends Construct {
    private final String pipelineName;
    private final Map<String, String> parameters;

    /** @throws ConstructException with every mistake in the pipeline, each with its activity */
    public Pipeline(Construct scope, String id, DataFactory factory, PipelineProps props) {
        super(scope, id);
        List<String> problems = PipelineChecks.of(props);
        if (!problems.isEmpty()) {
            throw new ConstructException(
                    this, "pipeline \"%s\": %s".formatted(props.name(), String.join("; ", problems)));
        }
        this.parameters = Objects.requireNonNull(props.parameters());
        DataFactoryPipeline resource = new DataFactoryPipeline(
                this,
                "Resource",
                DataFactoryPipelineConfig.builder()
                        .name(PlatformStack.of(scope).nameOf(this, AzureResource.DATA_FACTORY_ARTIFACT, props.name()))
                        .dataFactoryId(factory.factoryId())
                        .activitiesJson(Activity.json(props.activities()).toString())
                        .parameters(parameters)
                        .variables(props.variables())
                        .concurrency(props.concurrency())
                        .build());
        this.pipelineName = resource.getName();
    }

    /** The name of the pipeline, as a token that makes who uses it wait for it. */
    public String pipelineName() {
        return pipelineName;
    }

    /** The parameters of a run, with their defaults. */
    public Map<String, String> parameters() {
        return parameters;
    }
}
