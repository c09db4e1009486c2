package io.terralake.factory.dataflow;

import io.terralake.factory.FactoryNames;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlow;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowSink;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowSinkDataset;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowSinkLinkedService;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowSource;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowSourceDataset;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowSourceLinkedService;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowTransformation;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.TerraformText;
import io.terralake.factory.DataFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.constructs.Construct;

/** A mapping data flow of a factory. */
public final class MappingDataFlow extends Construct {
    private final DataFactory factory;
    private final String dataFlowName;
    private final Map<String, Optional<String>> parameters = new TreeMap<>();
    private final List<String> ends;

    /** @throws ConstructException when script and properties do not say the same */
    public MappingDataFlow(Construct scope, String id, DataFactory factory, MappingDataFlowProps props) {
        super(scope, id);
        List<String> problems = ScriptChecks.of(props);
        if (!problems.isEmpty()) {
            throw new ConstructException(
                    this, "data flow \"%s\": %s".formatted(props.name(), String.join("; ", problems)));
        }
        this.factory = factory;
        Objects.requireNonNull(props.parameters())
                .forEach((name, parameter) -> parameters.put(name, parameter.defaultValue()));
        this.ends = Stream.concat(props.sources().stream(), props.sinks().stream())
                .map(DataFlowEnd::name)
                .toList();
        this.dataFlowName = new DataFactoryDataFlow(
                        this,
                        "Resource",
                        DataFactoryDataFlowConfig.builder()
                                .name(PlatformStack.of(scope)
                                        .nameOf(this, FactoryNames.ARTIFACT, props.name()))
                                .dataFactoryId(factory.factoryId())
                                .source(props.sources().stream()
                                        .map(MappingDataFlow::source)
                                        .toList())
                                .sink(props.sinks().stream()
                                        .map(MappingDataFlow::sink)
                                        .toList())
                                .transformation(transformations(props))
                                .script(TerraformText.literal(declarations(props) + props.script()))
                                .build())
                .getName();
    }

    /** The factory that it is in. */
    public DataFactory factory() {
        return factory;
    }

    /** The name of the data flow, as a token that makes who uses it wait for it. */
    public String dataFlowName() {
        return dataFlowName;
    }

    /** The parameters that an activity gives when it runs the data flow, with their defaults where they have one. */
    public Map<String, Optional<String>> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** The names of its sources and sinks. */
    public List<String> ends() {
        return ends;
    }

    private static String declarations(MappingDataFlowProps props) {
        Map<String, DataFlowParameter> declared = Objects.requireNonNull(props.parameters());
        return declared.isEmpty()
                ? ""
                : declared.entrySet().stream()
                        .map(parameter -> parameter.getValue().declaration(parameter.getKey()))
                        .collect(Collectors.joining(",\n\t", "parameters{\n\t", "\n}\n"));
    }

    private static DataFactoryDataFlowSource source(DataFlowEnd end) {
        var source = DataFactoryDataFlowSource.builder().name(end.name());
        if (end instanceof DataFlowEnd.Inline inline) {
            source.linkedService(DataFactoryDataFlowSourceLinkedService.builder()
                    .name(inline.linkedService().linkedServiceName())
                    .build());
        } else if (end instanceof DataFlowEnd.OfDataset of) {
            source.dataset(DataFactoryDataFlowSourceDataset.builder()
                    .name(of.dataset().datasetName())
                    .build());
        }
        return source.build();
    }

    private static DataFactoryDataFlowSink sink(DataFlowEnd end) {
        var sink = DataFactoryDataFlowSink.builder().name(end.name());
        if (end instanceof DataFlowEnd.Inline inline) {
            sink.linkedService(DataFactoryDataFlowSinkLinkedService.builder()
                    .name(inline.linkedService().linkedServiceName())
                    .build());
        } else if (end instanceof DataFlowEnd.OfDataset of) {
            sink.dataset(DataFactoryDataFlowSinkDataset.builder()
                    .name(of.dataset().datasetName())
                    .build());
        }
        return sink.build();
    }

    private static List<DataFactoryDataFlowTransformation> transformations(MappingDataFlowProps props) {
        return Objects.requireNonNull(props.transformations()).stream()
                .map(name ->
                        DataFactoryDataFlowTransformation.builder().name(name).build())
                .toList();
    }
}
