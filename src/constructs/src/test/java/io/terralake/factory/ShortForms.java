package io.terralake.factory;

import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.item;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;

import io.terralake.core.PlatformStack;
import io.terralake.factory.dataflow.DataFlowEnd;
import io.terralake.factory.dataflow.DataFlowParameter;
import io.terralake.factory.dataflow.DataFlowType;
import io.terralake.factory.dataflow.Flowlet;
import io.terralake.factory.dataflow.FlowletProps;
import io.terralake.factory.dataflow.FlowletUse;
import io.terralake.factory.dataflow.MappingDataFlow;
import io.terralake.factory.dataflow.MappingDataFlowProps;
import io.terralake.factory.pipeline.Activity;
import io.terralake.factory.pipeline.ColumnMapping;
import io.terralake.factory.pipeline.ColumnPair;
import io.terralake.factory.pipeline.Copy;
import io.terralake.factory.pipeline.DatasetReference;
import io.terralake.factory.pipeline.Delete;
import io.terralake.factory.pipeline.ExecuteDataFlow;
import io.terralake.factory.pipeline.ExecutePipeline;
import io.terralake.factory.pipeline.Expression;
import io.terralake.factory.pipeline.Fail;
import io.terralake.factory.pipeline.FileSearch;
import io.terralake.factory.pipeline.FileSink;
import io.terralake.factory.pipeline.ForEach;
import io.terralake.factory.pipeline.GetMetadata;
import io.terralake.factory.pipeline.HttpRequest;
import io.terralake.factory.pipeline.IfCondition;
import io.terralake.factory.pipeline.Lookup;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.factory.pipeline.RestSink;
import io.terralake.factory.pipeline.SetVariable;
import io.terralake.factory.pipeline.Sink;
import io.terralake.factory.pipeline.Source;
import io.terralake.factory.pipeline.SqlStoredProcedure;
import io.terralake.factory.pipeline.Staging;
import io.terralake.factory.pipeline.StoredProcedure;
import io.terralake.factory.pipeline.TableSink;
import io.terralake.factory.pipeline.TabularMapping;
import io.terralake.factory.pipeline.Variable;
import io.terralake.identity.UserAssignedIdentity;
import io.terralake.identity.UserAssignedIdentityProps;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.StorageAccount;
import io.terralake.storage.Zone;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.PlatformTeam;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A factory with one of each: stores with their datasets, and pipelines that copy from each to each. */
public final class ShortForms {
    public final PlatformStack stack;
    public final UserAssignedIdentity identity;
    public final DataFactory factory;
    public final SelfHostedRuntime runtime;
    public final UserAssignedCredential credential;
    public final KeyVaultLinkedService vault;
    public final DataLakeLinkedService lake;
    public final BlobStorageLinkedService blobs;
    public final SqlLinkedService sql;
    public final SqlServerLinkedService sqlServer;
    public final SynapseLinkedService synapse;
    public final RestLinkedService rest;
    public final HttpLinkedService http;
    public final SqlTableDataset sqlTables;
    public final SqlServerTableDataset serverTables;
    public final SynapseTableDataset poolTables;
    public final BlobDataset csv;
    public final BlobDataset sheets;
    public final HttpDataset page;
    public final RestDataset cars;
    public final FileDataset json;
    private final ArtifactNotes notes = new ArtifactNotes("cars of all shops", List.of("cars"), "shop/cars");
    private final ArtifactNotes linkNotes = new ArtifactNotes("cars of all shops", List.of("cars"), null);

    public ShortForms(PlatformStack stack) {
        this.stack = stack;
        this.identity = new UserAssignedIdentity(
                stack,
                "Identity",
                UserAssignedIdentityProps.builder().purpose("copies").build());
        this.factory = new DataFactory(
                stack,
                "Factory",
                DataFactoryProps.builder().identities(List.of(identity)).build());
        this.runtime = new SelfHostedRuntime(
                stack,
                "Runtime",
                SelfHostedRuntimeProps.builder()
                        .factory(factory)
                        .name("onpremises")
                        .description("of the shop")
                        .build());
        new SelfHostedRuntime(
                stack,
                "Shared",
                SelfHostedRuntimeProps.builder()
                        .factory(factory)
                        .name("shared")
                        .sharedFrom(PlatformTeam.id("Microsoft.DataFactory/factories/adf-hub/integrationRuntimes/hub"))
                        .build());
        this.credential = new UserAssignedCredential(
                stack,
                "Credential",
                UserAssignedCredentialProps.builder()
                        .factory(factory)
                        .name("copies")
                        .identity(identity)
                        .build());
        this.vault = new KeyVaultLinkedService(
                stack,
                "Vault",
                KeyVaultLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Vault")
                        .vault(new KeyVault(
                                stack, "KeyVault", KeyVaultProps.builder().build()))
                        .credential(credential)
                        .build());
        DataLake dataLake =
                new DataLake(stack, "DataLake", DataLakeProps.builder().build());
        Zone zone = dataLake.addZone("bronze", ZoneProps.builder().build());
        this.lake = new DataLakeLinkedService(
                stack,
                "Lake",
                DataLakeLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Lake")
                        .lake(dataLake)
                        .credential(credential)
                        .notes(linkNotes)
                        .build());
        this.blobs = new BlobStorageLinkedService(
                stack,
                "Blobs",
                BlobStorageLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Blobs")
                        .account(StorageAccount.fromAccountId(stack, "Account", PlatformTeam.LAKE))
                        .credential(credential)
                        .notes(linkNotes)
                        .build());
        this.sql = new SqlLinkedService(
                stack,
                "Sql",
                SqlLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Sql")
                        .database(new SqlDatabase(
                                stack,
                                "Database",
                                SqlDatabaseProps.builder()
                                        .server(new SqlServer(
                                                stack,
                                                "Server",
                                                SqlServerProps.builder().build()))
                                        .name("shop")
                                        .build()))
                        .credential(credential)
                        .runtime(runtime)
                        .notes(linkNotes)
                        .build());
        this.sqlServer = new SqlServerLinkedService(
                stack,
                "SqlServer",
                SqlServerLinkedServiceProps.builder()
                        .factory(factory)
                        .name("SqlServer")
                        .server("sql01.example.com")
                        .database("shop")
                        .userName("EXAMPLE\\copies")
                        .password(new VaultSecret(vault, "sql01", "1"))
                        .windows(true)
                        .runtime(runtime)
                        .build());
        this.synapse = new SynapseLinkedService(
                stack,
                "Synapse",
                SynapseLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Synapse")
                        .server("example.sql.azuresynapse.net")
                        .database("pool")
                        .build());
        this.rest = rest("Rest", RestAuthentication.identity("https://api.example.com", credential));
        VaultSecret secret = VaultSecret.of(vault, "api");
        rest("RestPrincipal", RestAuthentication.servicePrincipal("t", "c", secret, "https://api.example.com"));
        rest(
                "RestCertificate",
                RestAuthentication.servicePrincipalCertificate("t", "c", secret, secret, "https://api.example.com"));
        rest(
                "RestClient",
                RestAuthentication.clientCredentials("https://login.example.com/token", "c", secret, "read"));
        rest("RestBasic", RestAuthentication.basic("copies", secret));
        this.http = http("Http", HttpAuthentication.anonymous());
        http("HttpBasic", HttpAuthentication.basic("copies", secret));
        http("HttpCertificate", HttpAuthentication.certificate("0123ABCD"));
        this.sqlTables = new SqlTableDataset(
                stack,
                "SqlTables",
                SqlTableDatasetProps.builder()
                        .name("SqlTables")
                        .database(sql)
                        .schema("dbo")
                        .table("@dataset().table")
                        .parameters(Map.of("table", Parameter.string(), "top", Parameter.integer(10)))
                        .notes(notes)
                        .build());
        this.serverTables = new SqlServerTableDataset(
                stack,
                "ServerTables",
                SqlServerTableDatasetProps.builder()
                        .name("ServerTables")
                        .database(sqlServer)
                        .schema("dbo")
                        .table("cars")
                        .build());
        this.poolTables = new SynapseTableDataset(
                stack,
                "PoolTables",
                SynapseTableDatasetProps.builder()
                        .name("PoolTables")
                        .pool(synapse)
                        .schema("dbo")
                        .table("cars")
                        .build());
        this.csv = blob(
                "Csv",
                FileFormat.DelimitedText.builder()
                        .delimiter(";")
                        .quote("'")
                        .escape("\\")
                        .nullValue("NULL")
                        .compression(FileFormat.Compression.GZIP)
                        .fileExtension(".txt")
                        .quoteAll(true)
                        .rowsPerFile(1000)
                        .build());
        this.sheets = blob(
                "Sheets",
                FileFormat.Excel.builder().sheet("cars").range("A3:H5").build());
        this.page = new HttpDataset(
                stack,
                "Page",
                HttpDatasetProps.builder()
                        .name("Page")
                        .http(http)
                        .format(new FileFormat.Json())
                        .path("cars/@{dataset().day}.json")
                        .parameters(Map.of("day", Parameter.string()))
                        .build());
        this.cars = new RestDataset(
                stack,
                "Cars",
                RestDatasetProps.builder()
                        .name("Cars")
                        .api(rest)
                        .path("cars")
                        .notes(notes)
                        .build());
        this.json = new FileDataset(
                stack,
                "Json",
                FileDatasetProps.builder()
                        .name("Json")
                        .lake(lake)
                        .zone(zone)
                        .format(new FileFormat.Json())
                        .folder("cars/@{dataset().page}")
                        .parameters(Map.of("page", Parameter.integer(1)))
                        .notes(notes)
                        .build());
    }

    /** Copies from each to each, and the other activities that are here. */
    public Pipeline pipeline() {
        List<Activity> activities = new ArrayList<>();
        Map<String, Expression> day = Map.of("day", parameter("Day"));
        Map<String, Expression> table = Map.of("table", text("cars"));
        FileSearch search = FileSearch.builder()
                .folders(text("cars/", parameter("Day"), "/*"))
                .names(text("*.csv"))
                .recursive(false)
                .modifiedFrom(text("2026-11-26T00:00:00Z"))
                .modifiedTo(call("utcNow"))
                .deleteAfterwards(true)
                .maxConcurrentConnections(4)
                .build();
        HttpRequest pages = HttpRequest.builder()
                .headers(Map.of("Accept", text("application/json")))
                .interval(Duration.ofMillis(500))
                .pagination(Map.of("AbsoluteUrl", "$.nextLink"))
                .build();
        HttpRequest post = HttpRequest.builder()
                .method(HttpRequest.Method.POST)
                .headers(Map.of("Accept", text("application/json")))
                .body(text("{}"))
                .timeout(Duration.ofMinutes(5))
                .build();
        activities.add(Copy.builder()
                .name("SearchToPool")
                .source(Source.files(csv, Map.of("shop", text("a")), search))
                .sink(TableSink.builder()
                        .dataset(DatasetReference.to(poolTables))
                        .preCopyScript(text("TRUNCATE TABLE dbo.cars"))
                        .createTable(true)
                        .batchSize(1000)
                        .build())
                .mapping(TabularMapping.builder()
                        .columns(List.of(ColumnPair.named("Id", "id").as("Int32"), ColumnPair.ordinal(2, "make")))
                        .allowTruncation(true)
                        .dateTimeFormat("yyyy-MM-dd")
                        .culture("de-de")
                        .build())
                .staging(new Staging(blobs, "staging/cars", true))
                .parallelCopies(8)
                .dataIntegrationUnits(16)
                .build());
        activities.add(copy(
                "SheetToServer", Source.files(sheets, Map.of("shop", text("a"))), Sink.insert(serverTables), null));
        activities.add(copy(
                "ServerToSql",
                Source.query(serverTables, text("SELECT 1 AS id")),
                TableSink.builder()
                        .dataset(new DatasetReference(sqlTables, table))
                        .keys(List.of("id"))
                        .lockTable(true)
                        .build(),
                ColumnMapping.computed(call("json", parameter("Mapping")))));
        activities.add(copy(
                "PoolToCsv",
                Source.table(poolTables, Map.of()),
                FileSink.builder()
                        .dataset(new DatasetReference(csv, Map.of("shop", text("a"))))
                        .behavior(FileSink.Behavior.MERGE_FILES)
                        .build(),
                null));
        activities.add(copy(
                "PoolUpsert",
                Source.procedure(poolTables, new StoredProcedure("dbo.read", Map.of())),
                Sink.upsert(poolTables, List.of("id")),
                null));
        activities.add(copy("PageToJson", Source.http(page, day, post), Sink.files(json, Map.of()), null));
        activities.add(copy("AnyPageToJson", Source.files(page, day), Sink.files(json, Map.of()), null));
        activities.add(copy(
                "RestToPool",
                Source.rest(cars, Map.of(), pages),
                Sink.insert(poolTables),
                TabularMapping.builder()
                        .columns(List.of(ColumnPair.path("['id']", "id"), ColumnPair.path("$['shop']['name']", "shop")))
                        .collection("$['cars']")
                        .complexAsText(true)
                        .convertTypes(false)
                        .build()));
        activities.add(copy(
                "SqlToRest",
                Source.table(sqlTables, table),
                RestSink.builder()
                        .dataset(DatasetReference.to(cars))
                        .method(RestSink.Method.PUT)
                        .headers(Map.of("X-Shop", text("a")))
                        .batchSize(10)
                        .compressed(true)
                        .build(),
                null));
        Lookup look = Lookup.builder()
                .name("Look")
                .source(Source.query(serverTables, text("SELECT 1 AS id")))
                .build();
        activities.add(look);
        activities.add(SetVariable.builder()
                .name("Remember")
                .variable("last")
                .value(parameter("Day"))
                .build());
        activities.add(SqlStoredProcedure.builder()
                .name("Procedure")
                .database(sql)
                .procedure(new StoredProcedure("dbo.store", Map.of("day", parameter("Day"))))
                .build());
        activities.add(IfCondition.builder()
                .name("If")
                .condition(call("equals", 1, 1))
                .ifTrue(List.of(Fail.builder()
                        .name("Stop")
                        .message(text("no"))
                        .errorCode("1")
                        .build()))
                .build());
        activities.add(ForEach.builder()
                .name("Each")
                .items(parameter("Shops"))
                .activities(List.of(
                        Delete.builder()
                                .name("Clear")
                                .files(csv)
                                .parameters(Map.of("shop", item("name")))
                                .build(),
                        GetMetadata.builder()
                                .name("See")
                                .dataset(new DatasetReference(csv, Map.of("shop", item("name"))))
                                .fields(List.of("exists"))
                                .build()))
                .build());
        activities.add(ExecuteDataFlow.builder()
                .name("Flow")
                .dataFlow(flow())
                .parameters(Map.of("day", text("'1'")))
                .build());
        activities.add(ExecutePipeline.builder().name("Other").pipeline(other()).build());
        return new Pipeline(
                stack,
                "Pipeline",
                PipelineProps.builder()
                        .factory(factory)
                        .name("Copies")
                        .parameters(Map.of(
                                "Day", Parameter.string(), "Mapping", Parameter.string(), "Shops", Parameter.array()))
                        .variables(Map.of("last", Variable.string("")))
                        .activities(activities)
                        .build());
    }

    public Pipeline other() {
        return stack.getNode().tryFindChild("Other") instanceof Pipeline known
                ? known
                : new Pipeline(
                        stack,
                        "Other",
                        PipelineProps.builder()
                                .factory(factory)
                                .name("Other")
                                .activities(List.of(Fail.builder()
                                        .name("Stop")
                                        .message(text("no"))
                                        .errorCode("1")
                                        .build()))
                                .build());
    }

    /** A data flow that calls a flowlet. */
    public MappingDataFlow flow() {
        Flowlet clean = new Flowlet(
                stack,
                "Clean",
                FlowletProps.builder()
                        .factory(factory)
                        .name("Clean")
                        .steps(List.of("in", "trim", "out"))
                        .parameters(
                                Map.of("shop", new DataFlowParameter(DataFlowType.STRING, java.util.Optional.empty())))
                        .script(
                                "input(output(id as string)) ~> in\nin derive(id = trim(id) + $shop) ~> trim\ntrim output() ~> out")
                        .notes(notes)
                        .build());
        return new MappingDataFlow(
                stack,
                "Flow",
                MappingDataFlowProps.builder()
                        .factory(factory)
                        .name("Flow")
                        .sources(List.of(DataFlowEnd.inline("In", lake)))
                        .sinks(List.of(DataFlowEnd.inline("Out", lake)))
                        .flowlets(Map.of("cleaned", new FlowletUse(clean, Map.of("shop", "'a'"))))
                        .parameters(Map.of("day", DataFlowParameter.string()))
                        .script(
                                "source() ~> In\nIn compose(composition: 'Clean') ~> cleaned@(out)\ncleaned@out sink() ~> Out")
                        .notes(notes)
                        .build());
    }

    private Copy copy(String name, Source source, Sink sink, ColumnMapping mapping) {
        return Copy.builder()
                .name(name)
                .source(source)
                .sink(sink)
                .mapping(mapping)
                .build();
    }

    private BlobDataset blob(String name, FileFormat format) {
        return new BlobDataset(
                stack,
                name,
                BlobDatasetProps.builder()
                        .name(name)
                        .storage(blobs)
                        .container("shop-@{dataset().shop}")
                        .format(format)
                        .folder("cars")
                        .parameters(Map.of("shop", Parameter.string()))
                        .notes(notes)
                        .build());
    }

    private RestLinkedService rest(String name, RestAuthentication authentication) {
        return new RestLinkedService(
                stack,
                name,
                RestLinkedServiceProps.builder()
                        .factory(factory)
                        .name(name)
                        .url("https://api.example.com/")
                        .authentication(authentication)
                        .build());
    }

    private HttpLinkedService http(String name, HttpAuthentication authentication) {
        return new HttpLinkedService(
                stack,
                name,
                HttpLinkedServiceProps.builder()
                        .factory(factory)
                        .name(name)
                        .url("https://files.example.com/")
                        .authentication(authentication)
                        .build());
    }
}
