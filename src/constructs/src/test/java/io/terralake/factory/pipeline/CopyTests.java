package io.terralake.factory.pipeline;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static io.terralake.factory.pipeline.Expression.text;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.resourcemanager.datafactory.models.JsonSource;
import com.azure.resourcemanager.datafactory.models.SqlSink;
import io.terralake.core.PlatformStack;
import io.terralake.factory.ShortForms;
import io.terralake.factory.model.ModelSink;
import io.terralake.factory.model.ModelSource;
import io.terralake.testing.Stacks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What copies between stores are written as, and which are refused. */
class CopyTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final ShortForms forms = new ShortForms(stack);

    @Test
    void copiesAreWrittenAsTheServiceReadsThem() {
        forms.pipeline();
        isWritten("""
                {
                  name: 'SearchToPool',
                  typeProperties: {
                    source: {
                      type: 'DelimitedTextSource',
                      storeSettings: {
                        type: 'AzureBlobStorageReadSettings',
                        recursive: false,
                        enablePartitionDiscovery: false,
                        wildcardFolderPath: {type: 'Expression', value: 'cars/@{pipeline().parameters.Day}/*'},
                        wildcardFileName: {type: 'Expression', value: '*.csv'},
                        modifiedDatetimeStart: {type: 'Expression', value: '2026-11-26T00:00:00Z'},
                        modifiedDatetimeEnd: {type: 'Expression', value: '@utcNow()'},
                        deleteFilesAfterCompletion: true,
                        maxConcurrentConnections: 4,
                      },
                      formatSettings: {type: 'DelimitedTextReadSettings'},
                    },
                    sink: {
                      type: 'SqlDWSink',
                      writeBehavior: 'insert',
                      allowCopyCommand: true,
                      preCopyScript: {type: 'Expression', value: 'TRUNCATE TABLE dbo.cars'},
                      tableOption: 'autoCreate',
                      writeBatchSize: 1000,
                      sqlWriterUseTableLock: false,
                      disableMetricsCollection: false,
                    },
                    enableStaging: true,
                    stagingSettings: {
                      linkedServiceName: {type: 'LinkedServiceReference', referenceName: textLike('${azapi_resource.Blobs_*.name}')},
                      path: 'staging/cars',
                      enableCompression: true,
                    },
                    translator: {
                      type: 'TabularTranslator',
                      mappings: [
                        {source: {name: 'Id'}, sink: {name: 'id', type: 'Int32'}},
                        {source: {ordinal: 2}, sink: {name: 'make'}},
                      ],
                      typeConversion: true,
                      typeConversionSettings: {
                        allowDataTruncation: true,
                        treatBooleanAsNumber: false,
                        dateTimeFormat: 'yyyy-MM-dd',
                        culture: 'de-de',
                      },
                    },
                    parallelCopies: 8,
                    dataIntegrationUnits: 16,
                  },
                }
                """);
        isWritten("""
                {
                  name: 'SheetToServer',
                  typeProperties: {
                    source: {type: 'ExcelSource', storeSettings: {type: 'AzureBlobStorageReadSettings', recursive: true}, formatSettings: absent},
                    sink: {type: 'SqlServerSink', writeBehavior: 'insert', allowCopyCommand: absent, upsertSettings: absent},
                    enableStaging: false,
                    translator: absent,
                  },
                }
                """);
        isWritten("""
                {
                  name: 'ServerToSql',
                  typeProperties: {
                    source: {type: 'SqlServerSource', sqlReaderQuery: {type: 'Expression', value: 'SELECT 1 AS id'}},
                    sink: {
                      type: 'AzureSqlSink',
                      writeBehavior: 'upsert',
                      upsertSettings: {useTempDB: true, keys: ['id']},
                      sqlWriterUseTableLock: true,
                    },
                    translator: {type: 'Expression', value: '@json(pipeline().parameters.Mapping)'},
                  },
                  outputs: [{parameters: {table: {value: 'cars'}}}],
                }
                """);
        isWritten("""
                {
                  name: 'PoolToCsv',
                  typeProperties: {
                    source: {type: 'SqlDWSource', sqlReaderQuery: absent, partitionOption: 'None'},
                    sink: {
                      type: 'DelimitedTextSink',
                      storeSettings: {type: 'AzureBlobStorageWriteSettings', copyBehavior: 'MergeFiles'},
                      formatSettings: {
                        type: 'DelimitedTextWriteSettings', quoteAllText: true, fileExtension: '.txt', maxRowsPerFile: 1000,
                      },
                    },
                  },
                }
                """);
        isWritten("""
                {
                  name: 'PoolUpsert',
                  typeProperties: {
                    source: {type: 'SqlDWSource', sqlReaderStoredProcedureName: 'dbo.read'},
                    sink: {type: 'SqlDWSink', writeBehavior: 'upsert', upsertSettings: {keys: ['id'], useTempDB: absent}, allowCopyCommand: absent},
                  },
                }
                """);
    }

    @Test
    void requestsAreWrittenAsTheServiceReadsThem() {
        forms.pipeline();
        isWritten("""
                {
                  name: 'PageToJson',
                  typeProperties: {
                    source: {
                      type: 'JsonSource',
                      storeSettings: {
                        type: 'HttpReadSettings',
                        requestMethod: 'POST',
                        requestBody: {type: 'Expression', value: '{}'},
                        additionalHeaders: {type: 'Expression', value: 'Accept: application/json\\n'},
                        requestTimeout: '00:05:00',
                      },
                      formatSettings: {type: 'JsonReadSettings'},
                    },
                    sink: {type: 'JsonSink', storeSettings: {type: 'AzureBlobFSWriteSettings', copyBehavior: absent}},
                  },
                }
                """);
        isWritten("""
                {
                  name: 'AnyPageToJson',
                  typeProperties: {
                    source: {storeSettings: {type: 'HttpReadSettings', requestMethod: 'GET', requestTimeout: '00:01:40', recursive: absent}},
                  },
                }
                """);
        isWritten("""
                {
                  name: 'RestToPool',
                  typeProperties: {
                    source: {
                      type: 'RestSource',
                      requestMethod: 'GET',
                      additionalHeaders: {Accept: {type: 'Expression', value: 'application/json'}},
                      paginationRules: {AbsoluteUrl: '$.nextLink'},
                      httpRequestTimeout: '00:01:40',
                      requestInterval: '00.00:00:00.500',
                    },
                    translator: {
                      mappings: [
                        {source: {path: "['id']"}, sink: {name: 'id'}},
                        {source: {path: "$['shop']['name']"}, sink: {name: 'shop'}},
                      ],
                      collectionReference: "$['cars']",
                      mapComplexValuesToString: true,
                      typeConversion: false,
                      typeConversionSettings: absent,
                    },
                  },
                }
                """);
        isWritten("""
                {
                  name: 'SqlToRest',
                  typeProperties: {
                    sink: {
                      type: 'RestSink',
                      requestMethod: 'PUT',
                      additionalHeaders: {'X-Shop': {value: 'a'}},
                      writeBatchSize: 10,
                      httpRequestTimeout: '00:01:40',
                      requestInterval: 10,
                      httpCompressionType: 'gzip',
                    },
                  },
                }
                """);
    }

    @Test
    void refuseEndsThatDoNotGoWithTheirDataset() {
        refuses(
                copy(new ModelSource(reference("a"), new JsonSource()), Sink.insert(forms.serverTables)),
                "activity \"Copy\": a JsonSource does not go with a dataset of the type DelimitedText: [DelimitedTextSource]"
                        + " at /typeProperties/source/type");
        refuses(
                copy(
                        Source.rest(forms.cars, Map.of(), HttpRequest.builder().build()),
                        new ModelSink(DatasetReference.to(forms.poolTables), new SqlSink())),
                "activity \"Copy\": a SqlSink does not go with a dataset of the type AzureSqlDWTable: [SqlDWSink]"
                        + " at /typeProperties/sink/type");
        refuses(
                Lookup.builder()
                        .name("Look")
                        .source(new ModelSource(DatasetReference.to(forms.cars), new JsonSource()))
                        .build(),
                "activity \"Look\": a JsonSource does not go with a dataset of the type RestResource: [RestSource]"
                        + " at /typeProperties/source/type");
    }

    @Test
    void refuseToWriteWhatIsReadOnly() {
        Source rest = Source.rest(forms.cars, Map.of(), HttpRequest.builder().build());
        refuses(
                copy(rest, Sink.files(forms.sheets, Map.of("shop", text("a")))),
                "activity \"Copy\": files of the format Excel are read only");
        refuses(
                copy(rest, Sink.files(forms.page, Map.of("day", text("a")))),
                "activity \"Copy\": files of a web server are read only");
        refuses(
                copy(rest, new FileSink(DatasetReference.to(forms.cars), null)),
                "activity \"Copy\": the dataset of a FileSink is one of files");
        assertThatThrownBy(() -> Delete.builder().name("D").files(forms.page).build())
                .hasMessage("files of a web server are read only");
    }

    @Test
    void refuseNumbersAndTimesThatTheServiceRefuses() {
        assertThatThrownBy(() -> Copy.builder().name("C").parallelCopies(0).build())
                .hasMessage("number of parallel copies of 0 is not allowed: 1 or more");
        assertThatThrownBy(
                        () -> Copy.builder().name("C").dataIntegrationUnits(1).build())
                .hasMessage("number of data integration units of 1 is not allowed: 2 to 256");
        assertThatThrownBy(
                        () -> Copy.builder().name("C").dataIntegrationUnits(257).build())
                .hasMessage("number of data integration units of 257 is not allowed: 2 to 256");
        assertThatThrownBy(() -> TableSink.builder().batchSize(0).build())
                .hasMessage("batch size of 0 is not allowed: 1 or more rows");
        assertThatThrownBy(() -> TableSink.builder().keys(List.of()).build())
                .hasMessage("an upsert needs at least one key column");
        assertThatThrownBy(() -> RestSink.builder().batchSize(0).build())
                .hasMessage("batch size of 0 is not allowed: 1 or more rows");
        assertThatThrownBy(
                        () -> RestSink.builder().interval(Duration.ofMinutes(2)).build())
                .hasMessage("interval PT2M is not allowed: PT0S to PT1M");
        assertThatThrownBy(() -> HttpRequest.builder().timeout(Duration.ZERO).build())
                .hasMessage("timeout PT0S is not allowed: 1 or more full seconds");
        assertThatThrownBy(
                        () -> FileSearch.builder().maxConcurrentConnections(0).build())
                .hasMessage("number of connections of 0 is not allowed: 1 or more");
    }

    @Test
    void refuseRequestsAndSearchesThatMakeNoSense() {
        assertThatThrownBy(() -> HttpRequest.builder().body(text("{}")).build())
                .hasMessage("a body is not allowed for GET: POST");
        HttpRequest pages = HttpRequest.builder()
                .pagination(Map.of("AbsoluteUrl", "$.next"))
                .build();
        assertThatThrownBy(() -> Source.http(forms.page, Map.of(), pages))
                .hasMessage("pages and intervals are not allowed for a file: a REST API has them");
        assertThatThrownBy(() -> Source.files(forms.page, Map.of(), "*.json"))
                .hasMessage("a web server cannot be searched for files: name one");
        assertThatThrownBy(() ->
                        Source.files(forms.page, Map.of(), FileSearch.builder().build()))
                .hasMessage("a web server cannot be searched for files: name one");
    }

    @Test
    void refuseMappingsThatAreNone() {
        assertThatThrownBy(() -> ColumnMapping.of(ColumnPair.named("a", "id"), ColumnPair.named("b", "id")))
                .hasMessage("the column \"id\" is written twice");
        assertThatThrownBy(() -> new ColumnPair("a", null, 1, "id", null))
                .hasMessage("2 ways to say the source's column are not allowed: one of name, path and ordinal");
        assertThatThrownBy(() -> ColumnPair.ordinal(0, "id")).hasMessage("ordinal of 0 is not allowed: 1 or more");
        assertThatThrownBy(() -> ColumnPair.path("shop.name", "shop"))
                .hasMessage("path \"shop.name\" is not allowed: $['customer']['id'], or ['id'] in a collection");
    }

    @Test
    void aStagingIsOfTheSameFactory() {
        refuses(
                Copy.builder()
                        .name("Copy")
                        .source(Source.table(forms.poolTables, Map.of()))
                        .sink(Sink.insert(forms.poolTables))
                        .staging(Staging.in(new ShortForms(Stacks.publicStack()).blobs))
                        .build(),
                "activity \"Copy\": the linked service test-stack/Blobs is in another factory");
    }

    private DatasetReference reference(String shop) {
        return new DatasetReference(forms.csv, Map.of("shop", text(shop)));
    }

    private static Copy copy(Source source, Sink sink) {
        return Copy.builder().name("Copy").source(source).sink(sink).build();
    }

    private void refuses(Activity activity, String message) {
        assertThatThrownBy(() -> new Pipeline(
                        stack,
                        "Refused" + System.nanoTime(),
                        PipelineProps.builder()
                                .factory(forms.factory)
                                .name("Copy")
                                .activities(List.of(activity))
                                .build()))
                .hasMessageStartingWith("pipeline \"Copy\": " + message);
    }

    private void isWritten(String activity) {
        assertThat(stack)
                .hasResource(
                        "azapi_resource",
                        "{name: 'Copies', body: {properties: {activities: arrayWith(%s)}}}".formatted(activity));
    }
}
