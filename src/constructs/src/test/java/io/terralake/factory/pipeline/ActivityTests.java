package io.terralake.factory.pipeline;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.assertions.Matcher;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.DatabricksWorkspaceProps;
import io.terralake.factory.DataLakeLinkedService;
import io.terralake.factory.DataLakeLinkedServiceProps;
import io.terralake.factory.DatabricksLinkedService;
import io.terralake.factory.DatabricksLinkedServiceProps;
import io.terralake.factory.FileDataset;
import io.terralake.factory.FileDatasetProps;
import io.terralake.factory.FileFormat;
import io.terralake.factory.Parameter;
import io.terralake.factory.dataflow.DataFlowEnd;
import io.terralake.factory.dataflow.DataFlowParameter;
import io.terralake.factory.dataflow.MappingDataFlow;
import io.terralake.factory.dataflow.MappingDataFlowProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.ZoneProps;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What copies, data flows, jobs and calls are written as. */
class ActivityTests extends PipelineFixture {
    private final DataLake lake =
            new DataLake(stack, "Lake", DataLakeProps.builder().build());
    private final DataLakeLinkedService lakeLink = new DataLakeLinkedService(
            stack,
            "LakeLink",
            DataLakeLinkedServiceProps.builder()
                    .factory(factory)
                    .name("AzureBlobFS")
                    .lake(lake)
                    .build());

    {
        lake.addZone("bronze", ZoneProps.builder().build());
    }

    @Test
    void copiesFilesIntoATableByKey() {
        FileDataset files = files("Files", FileFormat.DelimitedText.CSV, Map.of("day", Parameter.string()));
        pipeline(List.of(Copy.builder()
                .name("Load")
                .source(Source.files(files, Map.of("day", parameter("SourceTableName"))))
                .sink(Sink.upsert(tables, List.of("id")))
                .build()));
        assertThat(stack)
                .hasResource(
                        "azurerm_data_factory_custom_dataset",
                        Map.of(
                                "type",
                                "DelimitedText",
                                "parameters",
                                Map.of("day", ""),
                                "linked_service",
                                Map.of(
                                        "name",
                                        Match.matching(
                                                "\\$\\{azurerm_data_factory_linked_service_data_lake_storage_gen2\\..*\\.name}")),
                                "type_properties_json",
                                Match.serializedJson(Map.of(
                                        "columnDelimiter",
                                        ",",
                                        "firstRowAsHeader",
                                        true,
                                        "location",
                                        Map.of(
                                                "type", "AzureBlobFSLocation",
                                                "fileSystem", "bronze",
                                                "folderPath",
                                                        Map.of(
                                                                "type",
                                                                "Expression",
                                                                "value",
                                                                "cars/@{dataset().day}"))))));
        isWritten(Map.of(
                "type",
                "Copy",
                "typeProperties",
                Map.of(
                        "source",
                        Map.of(
                                "type", "DelimitedTextSource",
                                "storeSettings", Map.of("type", "AzureBlobFSReadSettings", "recursive", true),
                                "formatSettings", Map.of("type", "DelimitedTextReadSettings")),
                        "sink",
                        Map.of(
                                "type", "AzureSqlSink",
                                "writeBehavior", "upsert",
                                "upsertSettings", Map.of("useTempDB", true, "keys", List.of("id"))),
                        "enableStaging",
                        false),
                "inputs",
                List.of(Map.of(
                        "parameters",
                        Map.of(
                                "day",
                                Map.of("value", "@pipeline().parameters.SourceTableName", "type", "Expression")))),
                "outputs",
                List.of(Map.of("type", "DatasetReference"))));
    }

    @Test
    void copiesRowsIntoFilesOfEachFormat() {
        List<FileFormat> formats = List.of(
                FileFormat.DelimitedText.CSV, new FileFormat.Json(), new FileFormat.Parquet(), new FileFormat.Binary());
        for (FileFormat format : formats) {
            FileDataset files = files(format.datasetType(), format, Map.of("day", Parameter.string("today")));
            new Pipeline(
                    stack,
                    "Pipeline" + format.datasetType(),
                    props(List.of(Copy.builder()
                            .name("Store" + format.datasetType())
                            .source(Source.files(files, Map.of()))
                            .sink(Sink.files(files, Map.of()))
                            .build())));
            isWritten(Map.of(
                    "name",
                    "Store" + format.datasetType(),
                    "typeProperties",
                    Map.of(
                            "source", Map.of("type", format.datasetType() + "Source"),
                            "sink",
                                    Map.of(
                                            "type",
                                            format.datasetType() + "Sink",
                                            "storeSettings",
                                            Map.of("type", "AzureBlobFSWriteSettings"),
                                            "formatSettings",
                                            format instanceof FileFormat.Binary
                                                    ? Match.absent()
                                                    : Map.of("type", format.datasetType() + "WriteSettings")))));
        }
    }

    @Test
    void runsADataFlowOnTheFactorysRuntime() {
        pipeline(List.of(ExecuteDataFlow.builder()
                .name("Flow")
                .dataFlow(dataFlow())
                .parameters(Map.of("Table", text("'", parameter("SourceTableName"), "'")))
                .build()));
        isWritten(Map.of(
                "type",
                "ExecuteDataFlow",
                "typeProperties",
                Map.of(
                        "dataFlow",
                        Map.of(
                                "referenceName",
                                Match.matching("\\$\\{azurerm_data_factory_data_flow\\..*\\.name}"),
                                "type",
                                "DataFlowReference",
                                "parameters",
                                Map.of("Table", Map.of("value", "'@{pipeline().parameters.SourceTableName}'")),
                                "datasetParameters",
                                Map.of("In", Map.of(), "Out", Map.of())),
                        "integrationRuntime",
                        runtime(),
                        "staging",
                        Map.of(),
                        "traceLevel",
                        "Fine")));
    }

    @Test
    void runsADatabricksJob() {
        DatabricksWorkspace workspace = new DatabricksWorkspace(
                stack, "Databricks", DatabricksWorkspaceProps.builder().build());
        pipeline(List.of(DatabricksJob.builder()
                .name("Report")
                .workspace(new DatabricksLinkedService(
                        stack,
                        "Link",
                        DatabricksLinkedServiceProps.builder()
                                .factory(factory)
                                .name("Databricks")
                                .workspace(workspace)
                                .build()))
                .jobId("42")
                .parameters(Map.of("table", parameter("SourceTableName")))
                .build()));
        isWritten(Map.of(
                "type", "DatabricksJob",
                "typeProperties",
                        Map.of(
                                "jobId",
                                "42",
                                "jobParameters",
                                Map.of("table", Map.of("value", "@pipeline().parameters.SourceTableName"))),
                "linkedServiceName",
                        Map.of(
                                "referenceName",
                                Match.matching("\\$\\{azurerm_data_factory_linked_custom_service\\..*\\.name}"))));
    }

    @Test
    void callsAnAddressAsTheFactory() {
        pipeline(List.of(Web.builder()
                .name("Website Step")
                .factory(factory)
                .method(Web.Method.POST)
                .url("https://data-registration.example.com/send_data")
                .body(text("{\"table\": \"", parameter("SourceTableName"), "\"}"))
                .headers(Map.of("Content-Type", "application/json"))
                .audience("api://registration")
                .build()));
        isWritten(Map.of(
                "type",
                "WebActivity",
                "typeProperties",
                Map.of(
                        "method", "POST",
                        "url", "https://data-registration.example.com/send_data",
                        "headers", Map.of("Content-Type", "application/json"),
                        "body", Map.of("value", "{\"table\": \"@{pipeline().parameters.SourceTableName}\"}"),
                        "authentication", Map.of("type", "MSI", "resource", "api://registration"),
                        "connectVia", runtime())));
    }

    @Test
    void refusesParametersThatAreUnsetOrUndeclared() {
        FileDataset files = files("Files", new FileFormat.Parquet(), Map.of("day", Parameter.string()));
        Copy copy = Copy.builder()
                .name("Store")
                .source(Source.query(tables, text("SELECT 1")))
                .sink(Sink.files(files, Map.of("month", text("1"))))
                .build();
        ExecuteDataFlow flow =
                ExecuteDataFlow.builder().name("Flow").dataFlow(dataFlow()).build();
        assertThatThrownBy(() -> pipeline(List.of(copy, flow)))
                .hasMessage("pipeline \"Copy\":"
                        + " activity \"Store\": the parameter \"month\" is not declared, there are [day];"
                        + " activity \"Store\": the parameter \"day\" of dataset \"Files\" is not set;"
                        + " activity \"Flow\": the parameter \"Table\" of data flow \"Flow\" is not set"
                        + " (at test-stack/Pipeline)");
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatThrownBy(() -> files("Files", new FileFormat.Json(), Map.of()))
                .hasMessage("folder \"cars/@{dataset().day}\": the parameter \"day\" is not declared, there are []");
        assertThatThrownBy(() -> Sink.upsert(tables, List.of())).hasMessage("an upsert needs at least one key column");
        assertThatThrownBy(() -> Web.builder()
                        .name("Web")
                        .factory(factory)
                        .method(Web.Method.GET)
                        .url("http://example.com")
                        .build())
                .hasMessage("address \"http://example.com\" is not allowed: one with https://");
        assertThatThrownBy(() -> Web.builder()
                        .name("Web")
                        .factory(factory)
                        .method(Web.Method.POST)
                        .url("https://example.com")
                        .build())
                .hasMessage("POST needs a body");
    }

    private FileDataset files(String id, FileFormat format, Map<String, Parameter> parameters) {
        return new FileDataset(
                stack,
                id,
                FileDatasetProps.builder()
                        .name(id)
                        .lake(lakeLink)
                        .zone(lake.zone("bronze"))
                        .format(format)
                        .folder("cars/@{dataset().day}")
                        .parameters(parameters)
                        .build());
    }

    private MappingDataFlow dataFlow() {
        return new MappingDataFlow(
                stack,
                "Flow",
                MappingDataFlowProps.builder()
                        .factory(factory)
                        .name("Flow")
                        .sources(List.of(DataFlowEnd.dataset("In", tables)))
                        .sinks(List.of(DataFlowEnd.inline("Out", lakeLink)))
                        .parameters(Map.of("Table", DataFlowParameter.string()))
                        .script("source(query: ($Table), format: 'query') ~> In\nIn sink(format: 'delta') ~> Out")
                        .build());
    }

    private void isWritten(Map<String, ?> activity) {
        assertThat(stack)
                .hasResource(
                        "azapi_resource",
                        Map.of("body", Map.of("properties", Map.of("activities", List.of(activity)))));
    }

    private static Map<String, Object> runtime() {
        Matcher name = Match.matching("\\$\\{azurerm_data_factory_integration_runtime_azure\\..*\\.name}");
        return Map.of("referenceName", name, "type", "IntegrationRuntimeReference");
    }
}
