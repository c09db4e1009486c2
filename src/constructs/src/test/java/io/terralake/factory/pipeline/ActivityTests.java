package io.terralake.factory.pipeline;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Duration;
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
        assertThat(stack).hasResource("azurerm_data_factory_custom_dataset", """
                {
                  type: 'DelimitedText',
                  parameters: {day: ''},
                  linked_service: {
                    name: textLike('${azurerm_data_factory_linked_service_data_lake_storage_gen2.*.name}'),
                  },
                  type_properties_json: serializedJson({
                    columnDelimiter: ',',
                    firstRowAsHeader: true,
                    location: {
                      type: 'AzureBlobFSLocation',
                      fileSystem: 'bronze',
                      folderPath: {type: 'Expression', value: 'cars/@{dataset().day}'},
                    },
                  }),
                }
                """);
        isWritten("""
                {
                  type: 'Copy',
                  typeProperties: {
                    source: {
                      type: 'DelimitedTextSource',
                      storeSettings: {type: 'AzureBlobFSReadSettings', recursive: true},
                      formatSettings: {type: 'DelimitedTextReadSettings'},
                    },
                    sink: {
                      type: 'AzureSqlSink',
                      writeBehavior: 'upsert',
                      upsertSettings: {useTempDB: true, keys: ['id']},
                    },
                    enableStaging: false,
                  },
                  inputs: [{parameters: {day: {
                    value: '@pipeline().parameters.SourceTableName',
                    type: 'Expression',
                  }}}],
                  outputs: [{type: 'DatasetReference'}],
                }
                """);
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
                    props(
                            "Copy" + format.datasetType(),
                            List.of(Copy.builder()
                                    .name("Store" + format.datasetType())
                                    .source(Source.files(files, Map.of()))
                                    .sink(Sink.files(files, Map.of()))
                                    .build())));
            isWritten("""
                    {
                      name: 'Store%1$s',
                      typeProperties: {
                        source: {type: '%1$sSource'},
                        sink: {
                          type: '%1$sSink',
                          storeSettings: {type: 'AzureBlobFSWriteSettings'},
                          formatSettings: %2$s,
                        },
                      },
                    }
                    """.formatted(
                            format.datasetType(),
                            format instanceof FileFormat.Binary
                                    ? "absent"
                                    : "{type: '%sWriteSettings'}".formatted(format.datasetType())));
        }
    }

    @Test
    void runsADataFlowOnTheFactorysRuntime() {
        pipeline(List.of(ExecuteDataFlow.builder()
                .name("Flow")
                .dataFlow(dataFlow())
                .parameters(Map.of("Table", text("'", parameter("SourceTableName"), "'")))
                .build()));
        isWritten("""
                {
                  type: 'ExecuteDataFlow',
                  typeProperties: {
                    dataFlow: {
                      referenceName: textLike('${azurerm_data_factory_data_flow.*.name}'),
                      type: 'DataFlowReference',
                      parameters: {Table: {value: "'@{pipeline().parameters.SourceTableName}'"}},
                      datasetParameters: {In: {}, Out: {}},
                    },
                    integrationRuntime: {
                      referenceName: textLike('${azurerm_data_factory_integration_runtime_azure.*.name}'),
                      type: 'IntegrationRuntimeReference',
                    },
                    staging: {},
                    traceLevel: 'Fine',
                  },
                }
                """);
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
        isWritten("""
                {
                  type: 'DatabricksJob',
                  typeProperties: {
                    jobId: '42',
                    jobParameters: {table: {value: '@pipeline().parameters.SourceTableName'}},
                  },
                  linkedServiceName: {
                    referenceName: textLike('${azurerm_data_factory_linked_custom_service.*.name}'),
                  },
                }
                """);
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
                .responseTimeout(Duration.ofSeconds(245))
                .audience("api://registration")
                .build()));
        isWritten("""
                {
                  type: 'WebActivity',
                  typeProperties: {
                    method: 'POST',
                    url: 'https://data-registration.example.com/send_data',
                    headers: {'Content-Type': 'application/json'},
                    body: {value: '{"table": "@{pipeline().parameters.SourceTableName}"}'},
                    httpRequestTimeout: '00:04:05',
                    authentication: {type: 'MSI', resource: 'api://registration'},
                    connectVia: {
                      referenceName: textLike('${azurerm_data_factory_integration_runtime_azure.*.name}'),
                      type: 'IntegrationRuntimeReference',
                    },
                  },
                }
                """);
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
        assertThatThrownBy(() ->
                        Web.builder().responseTimeout(Duration.ofSeconds(59)).build())
                .hasMessage("response timeout of PT59S is not allowed: 1 to 10 minutes");
        assertThatThrownBy(() ->
                        Web.builder().responseTimeout(Duration.ofSeconds(601)).build())
                .hasMessage("response timeout of PT10M1S is not allowed: 1 to 10 minutes");
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

    /** The pipeline's one activity is like this JSON text with matchers. */
}
