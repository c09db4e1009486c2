package io.terralake.factory.dataflow;

import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlow;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowSink;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowSinkDataset;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowSinkLinkedService;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowSource;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowSourceDataset;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowSourceLinkedService;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowTransformation;
import com.hashicorp.cdktf.providers.azurerm.data_factory_data_flow.DataFactoryDataFlowTransformationFlowlet;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.ArtifactName;
import io.terralake.factory.ArtifactNotes;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.Literals;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.constructs.Construct;

/** A mapping data flow of a factory. */
public final class MappingDataFlow extends StackPart implements IDataFlow {
    private final IDataFactory factory;
    private final String dataFlowName;
    private final Map<String, DataFlowParameter> parameters;
    private final List<String> ends;

    /**
     * @throws ConstructException when script and properties do not say the same, or something is in another factory than
     *     the data flow
     */
    public MappingDataFlow(Construct scope, String id, MappingDataFlowProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        String context = "data flow \"%s\": ".formatted(props.name());
        this.factory = props.factory();
        List<KnownEnd> sources = Contract.at(this, context, () -> KnownEnd.of(factory, props.sources()));
        List<KnownEnd> sinks = Contract.at(this, context, () -> KnownEnd.of(factory, props.sinks()));
        Contract.at(this, context, () -> {
            Objects.requireNonNull(props.flowlets()).forEach((step, use) -> use.check(step, factory));
            return this;
        });
        List<String> problems = ScriptChecks.of(props, sources, sinks);
        if (!problems.isEmpty()) {
            throw new ConstructException(this, context + String.join("; ", problems));
        }
        this.parameters = Objects.requireNonNull(props.parameters());
        this.ends = Stream.concat(sources.stream(), sinks.stream())
                .map(KnownEnd::name)
                .toList();
        ArtifactNotes notes = props.notes() == null ? ArtifactNotes.NONE : props.notes();
        this.dataFlowName = new DataFactoryDataFlow(
                        this,
                        "Resource",
                        DataFactoryDataFlowConfig.builder()
                                .name(Literals.of(
                                        ArtifactName.claim(this, factory, ArtifactKind.DATA_FLOW, props.name())))
                                .dataFactoryId(factory.factoryId())
                                .source(Contract.at(
                                        this,
                                        context,
                                        () -> sources.stream()
                                                .map(MappingDataFlow::source)
                                                .toList()))
                                .sink(Contract.at(
                                        this,
                                        context,
                                        () -> sinks.stream()
                                                .map(MappingDataFlow::sink)
                                                .toList()))
                                .transformation(transformations(props))
                                .description(notes.descriptionLiteral())
                                .annotations(notes.annotationLiterals())
                                .folder(Literals.of(notes.folder()))
                                .script(Literals.of(DataFlowParameter.declarations(parameters) + props.script()))
                                .build())
                .getName();
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String dataFlowName() {
        return dataFlowName;
    }

    @Override
    public Map<String, DataFlowParameter> parameters() {
        return parameters;
    }

    @Override
    public List<String> ends() {
        return ends;
    }

    private static DataFactoryDataFlowSource source(KnownEnd end) {
        var source = DataFactoryDataFlowSource.builder().name(end.name());
        end.linkedServiceName()
                .ifPresent(name -> source.linkedService(DataFactoryDataFlowSourceLinkedService.builder()
                        .name(name)
                        .build()));
        end.datasetName()
                .ifPresent(name -> source.dataset(
                        DataFactoryDataFlowSourceDataset.builder().name(name).build()));
        return source.build();
    }

    private static DataFactoryDataFlowSink sink(KnownEnd end) {
        var sink = DataFactoryDataFlowSink.builder().name(end.name());
        end.linkedServiceName()
                .ifPresent(name -> sink.linkedService(DataFactoryDataFlowSinkLinkedService.builder()
                        .name(name)
                        .build()));
        end.datasetName()
                .ifPresent(name -> sink.dataset(
                        DataFactoryDataFlowSinkDataset.builder().name(name).build()));
        return sink.build();
    }

    private static List<DataFactoryDataFlowTransformation> transformations(MappingDataFlowProps props) {
        Map<String, FlowletUse> flowlets = Objects.requireNonNull(props.flowlets());
        return Stream.concat(
                        Objects.requireNonNull(props.transformations()).stream()
                                .map(name -> DataFactoryDataFlowTransformation.builder()
                                        .name(name)
                                        .build()),
                        flowlets.entrySet().stream().map(step -> transformation(step.getKey(), step.getValue())))
                .toList();
    }

    private static DataFactoryDataFlowTransformation transformation(String step, FlowletUse use) {
        return DataFactoryDataFlowTransformation.builder()
                .name(step)
                .flowlet(DataFactoryDataFlowTransformationFlowlet.builder()
                        .name(use.flowlet().dataFlowName())
                        .parameters(Literals.of(use.parameters()))
                        .build())
                .build();
    }
}
