package io.terralake.factory.pipeline;

import io.terralake.factory.FactoryNames;
import com.hashicorp.cdktf.providers.azurerm.data_factory_pipeline.DataFactoryPipeline;
import com.hashicorp.cdktf.providers.azurerm.data_factory_pipeline.DataFactoryPipelineConfig;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import software.constructs.Construct;

/** A pipeline of a factory. */
public final class Pipeline extends Construct {
    private final DataFactory factory;
    private final String pipelineName;
    private final Map<String, Optional<String>> parameters;

    /** @throws ConstructException with every mistake in the pipeline, each with its activity */
    public Pipeline(Construct scope, String id, DataFactory factory, PipelineProps props) {
        super(scope, id);
        List<String> problems = PipelineChecks.of(props);
        if (!problems.isEmpty()) {
            throw new ConstructException(
                    this, "pipeline \"%s\": %s".formatted(props.name(), String.join("; ", problems)));
        }
        this.factory = factory;
        this.parameters = new TreeMap<>();
        Objects.requireNonNull(props.parameters())
                .forEach((parameter, value) -> parameters.put(parameter, Optional.of(value)));
        DataFactoryPipeline resource = new DataFactoryPipeline(
                this,
                "Resource",
                DataFactoryPipelineConfig.builder()
                        .name(PlatformStack.of(scope).nameOf(this, FactoryNames.ARTIFACT, props.name()))
                        .dataFactoryId(factory.factoryId())
                        .activitiesJson(Activity.json(props.activities()).toString())
                        .parameters(props.parameters())
                        .variables(props.variables())
                        .concurrency(props.concurrency())
                        .build());
        this.pipelineName = resource.getName();
    }

    /** The factory that it is in. */
    public DataFactory factory() {
        return factory;
    }

    /** The name of the pipeline, as a token that makes who uses it wait for it. */
    public String pipelineName() {
        return pipelineName;
    }

    /** The parameters of a run, with their defaults. */
    public Map<String, Optional<String>> parameters() {
        return Collections.unmodifiableMap(parameters);
    }
}
