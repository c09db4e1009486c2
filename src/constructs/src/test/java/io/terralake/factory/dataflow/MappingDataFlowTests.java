package io.terralake.factory.dataflow;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.factory.CustomDataset;
import io.terralake.factory.CustomDatasetProps;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.DataLakeLinkedService;
import io.terralake.factory.DataLakeLinkedServiceProps;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.Parameter;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.testing.Stacks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MappingDataFlowTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final DataFactory factory =
            new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
    private final DataLakeLinkedService lake = new DataLakeLinkedService(
            stack,
            "Link",
            DataLakeLinkedServiceProps.builder()
                    .factory(factory)
                    .name("AzureBlobFS")
                    .lake(new DataLake(stack, "Lake", DataLakeProps.builder().build()))
                    .build());

    @Test
    void declaresParametersAndReadsAndWritesInline() {
        new MappingDataFlow(
                stack,
                "Flow",
                props("source(format: 'delta', folderPath: $Folder) ~> In\nIn sink(format: 'delta') ~> Out")
                        .parameters(Map.of(
                                "Folder",
                                DataFlowParameter.string(),
                                "Day",
                                new DataFlowParameter(DataFlowType.DATE, Optional.of("currentDate()"))))
                        .build());
        String script = """
                parameters{
                	Day as date (currentDate()),
                	Folder as string
                }
                source(format: 'delta', folderPath: $Folder) ~> In
                In sink(format: 'delta') ~> Out""";
        assertThat(stack).hasResource("azurerm_data_factory_data_flow", Match.json("""
                {
                  name: 'Flow',
                  source: [{
                    name: 'In',
                    linked_service: {
                      name: textLike('${azurerm_data_factory_linked_service_data_lake_storage_gen2.*.name}'),
                    },
                  }],
                  sink: [{
                    name: 'Out',
                    linked_service: {
                      name: textLike('${azurerm_data_factory_linked_service_data_lake_storage_gen2.*.name}'),
                    },
                  }],
                  script: $script,
                }
                """, Map.of("script", script)));
    }

    @Test
    void keepsTerraformFromReadingTheScript() {
        new MappingDataFlow(
                stack,
                "Flow",
                props("source(query: (\"${x}\")) ~> In\nIn sink() ~> Out").build());
        assertThat(stack).hasResource("azurerm_data_factory_data_flow", """
                {script: 'source(query: ("$${x}")) ~> In\\nIn sink() ~> Out'}
                """);
    }

    @Test
    void takesNoTextForCode() {
        new MappingDataFlow(
                stack,
                "Flow",
                props("""
                        source(query: ("costs {$Table} in $USD")) ~> In
                        In pivot(groupBy(id), pivotBy({a $b}), columnNaming: '$N$V ~> x') ~> Pivot
                        Pivot sink() ~> Out""")
                        .transformations(List.of("Pivot"))
                        .parameters(Map.of("Table", DataFlowParameter.string()))
                        .build());
        assertThatThrownBy(() -> new MappingDataFlow(
                        stack,
                        "Lost",
                        props("source(query: (\"costs {$Table}\")) ~> In\nIn sink() ~> Out")
                                .build()))
                .hasMessage("data flow \"Flow\": the script's parameter \"Table\" is not declared, there are []"
                        + " (at test-stack/Lost)");
    }

    @Test
    void refusesNamesThatDifferInCaseOnly() {
        assertThatThrownBy(() -> new MappingDataFlow(
                        stack,
                        "Flow",
                        props("x() ~> In\nIn y() ~> OUT\nOUT sink() ~> Out")
                                .transformations(List.of("OUT"))
                                .build()))
                .hasMessage("data flow \"Flow\": the name \"Out\" is taken twice (at test-stack/Flow)");
    }

    @Test
    void refusesAScriptThatSaysSomethingElse() {
        assertThatThrownBy(() -> new MappingDataFlow(
                        stack,
                        "Flow",
                        props("source(folderPath: $Folder) ~> Input\nInput sink() ~> Out")
                                .build()))
                .hasMessage("data flow \"Flow\": the script has no step \"In\", its steps are [Input, Out];"
                        + " the script's step \"Input\" is neither source nor sink nor transformation;"
                        + " the script's parameter \"Folder\" is not declared, there are [] (at test-stack/Flow)");
        assertThatThrownBy(() -> new MappingDataFlow(
                        stack,
                        "Other",
                        props("x() ~> In\nx() ~> Out")
                                .sinks(List.of())
                                .transformations(List.of("In", "1x"))
                                .build()))
                .hasMessage("data flow \"Flow\": it needs at least one source and one sink;"
                        + " the name \"In\" is taken twice;"
                        + " the name \"1x\" is not allowed: letters and digits, a letter first;"
                        + " the script has no step \"1x\", its steps are [In, Out];"
                        + " the script's step \"Out\" is neither source nor sink nor transformation"
                        + " (at test-stack/Other)");
    }

    @Test
    void refusesEndsInAnotherFactoryAndInTwoPlaces() {
        IDataFactory other = DataFactory.fromFactoryId(
                stack,
                "Other",
                "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/g/providers/Microsoft.DataFactory/factories/adf-other");
        assertThatThrownBy(() -> new MappingDataFlow(
                        stack,
                        "Flow",
                        props("x() ~> In\nx() ~> Out").factory(other).build()))
                .hasMessage("data flow \"Flow\": the linked service test-stack/Link is in another factory,"
                        + " test-stack/Factory, not in test-stack/Other (at test-stack/Flow)");
        CustomDataset rows = rows("Rows", Map.of());
        DataFlowEnd both = new KnownEnd("In", Optional.of(rows), Optional.of(lake));
        assertThatThrownBy(() -> new MappingDataFlow(
                        stack,
                        "Both",
                        props("x() ~> In\nx() ~> Out").sources(List.of(both)).build()))
                .hasMessage(
                        "data flow \"Flow\": the end \"In\" has a dataset and a linked service, it needs one of them"
                                + " (at test-stack/Both)");
    }

    @Test
    void refusesADatasetThatNeedsAParameter() {
        CustomDataset rows = rows("Rows", Map.of("day", Parameter.string()));
        assertThatThrownBy(() -> new MappingDataFlow(
                        stack,
                        "Flow",
                        props("x() ~> In\nx() ~> Out")
                                .sources(List.of(DataFlowEnd.dataset("In", rows)))
                                .build()))
                .hasMessage(
                        "data flow \"Flow\": the dataset of the end \"In\" has a parameter \"day\" without a default,"
                                + " which a data flow cannot give (at test-stack/Flow)");
    }

    private CustomDataset rows(String id, Map<String, Parameter> parameters) {
        return new CustomDataset(
                stack,
                id,
                CustomDatasetProps.builder()
                        .name(id)
                        .linkedService(lake)
                        .type("Orc")
                        .typeProperties(JsonNodeFactory.instance.objectNode())
                        .parameters(parameters)
                        .build());
    }

    private MappingDataFlowPropsBuilder props(String script) {
        return MappingDataFlowProps.builder()
                .factory(factory)
                .name("Flow")
                .sources(List.of(DataFlowEnd.inline("In", lake)))
                .sinks(List.of(DataFlowEnd.inline("Out", lake)))
                .script(script);
    }
}
