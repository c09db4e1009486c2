package io.terralake.factory;

import static io.terralake.factory.pipeline.Expression.text;

import com.azure.resourcemanager.datafactory.models.AzureBlobStorageLinkedService;
import com.azure.resourcemanager.datafactory.models.BinaryDataset;
import com.azure.resourcemanager.datafactory.models.LinkedServiceReference;
import com.azure.resourcemanager.datafactory.models.ManagedIdentityCredential;
import com.azure.resourcemanager.datafactory.models.RecurrenceFrequency;
import com.azure.resourcemanager.datafactory.models.ScheduleTrigger;
import com.azure.resourcemanager.datafactory.models.ScheduleTriggerRecurrence;
import com.azure.resourcemanager.datafactory.models.SelfHostedIntegrationRuntime;
import com.azure.resourcemanager.datafactory.models.WebhookActivity;
import com.azure.resourcemanager.datafactory.models.WebhookActivityMethod;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.PlatformStack;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.DatabricksWorkspaceProps;
import io.terralake.databricks.IDatabricksWorkspace;
import io.terralake.eventgrid.AdvancedFilter;
import io.terralake.eventgrid.ISystemTopic;
import io.terralake.eventgrid.RetryPolicy;
import io.terralake.eventgrid.SystemTopic;
import io.terralake.factory.content.FactoryContentProps;
import io.terralake.factory.content.JsonIntegrationRuntimeProps;
import io.terralake.factory.content.Replacement;
import io.terralake.factory.dataflow.DataFlowEnd;
import io.terralake.factory.dataflow.DataFlowParameter;
import io.terralake.factory.dataflow.DataFlowType;
import io.terralake.factory.dataflow.FlowletProps;
import io.terralake.factory.dataflow.IDataFlow;
import io.terralake.factory.dataflow.MappingDataFlow;
import io.terralake.factory.dataflow.MappingDataFlowProps;
import io.terralake.factory.model.ModelIntegrationRuntimeProps;
import io.terralake.factory.pipeline.Activity;
import io.terralake.factory.pipeline.ColumnMapping;
import io.terralake.factory.pipeline.ColumnPair;
import io.terralake.factory.pipeline.DatasetReference;
import io.terralake.factory.pipeline.Expression;
import io.terralake.factory.pipeline.Fail;
import io.terralake.factory.pipeline.IPipeline;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.factory.pipeline.Sink;
import io.terralake.factory.pipeline.Source;
import io.terralake.factory.pipeline.Staging;
import io.terralake.factory.pipeline.StoredProcedure;
import io.terralake.factory.pipeline.TabularMapping;
import io.terralake.factory.pipeline.Variable;
import io.terralake.factory.trigger.BlobEventTriggerProps;
import io.terralake.factory.trigger.PipelineRun;
import io.terralake.factory.trigger.Schedule;
import io.terralake.factory.trigger.TumblingWindow;
import io.terralake.identity.ManagedIdentity;
import io.terralake.identity.UserAssignedIdentity;
import io.terralake.identity.UserAssignedIdentityProps;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.keyvault.IKeyVault;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.patterns.BlobEventQueueProps;
import io.terralake.sql.ISqlDatabase;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.IDataLake;
import io.terralake.storage.IStorageAccount;
import io.terralake.storage.Zone;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A value for every property of a factory's constructs and activities, with a text in it that Terraform would evaluate. */
final class TextSamples {
    static final String TEXT = "${x} %{y}";

    /** Names take no percent sign. */
    private static final String NAME = "n${x}";

    /** Properties whose texts have a form. */
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("name", NAME),
            Map.entry("pipelineName", NAME + "p"),
            Map.entry("dataFlowName", NAME + "f"),
            Map.entry("url", "https://" + TEXT),
            Map.entry("endpoint", "https://" + TEXT),
            Map.entry("rootFolder", "/" + TEXT),
            Map.entry("zone", "bronze"),
            Map.entry("watermarkColumn", "changed"),
            Map.entry("variable", "v"),
            Map.entry(
                    "script",
                    "source(query: (\"" + TEXT.replace("{", "\\{") + "'${x} %{y}'\")) ~> In\nIn sink() ~> Out"),
            Map.entry(
                    "accountId",
                    "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers"
                            + "/Microsoft.DocumentDB/databaseAccounts/a"),
            Map.entry(
                    "topicId",
                    "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers"
                            + "/Microsoft.EventGrid/topics/t"));

    /** Lists whose texts have a form. */
    private static final Map<String, List<String>> LISTS =
            Map.of("keys", List.of("changed"), "transformations", List.of(), "fields", List.of("exists"));

    private final PlatformStack stack = Stacks.publicStackWithCompute();
    private final UserAssignedIdentity identity = new UserAssignedIdentity(
            stack,
            "Identity",
            UserAssignedIdentityProps.builder().purpose("copies").build());
    private final DataFactory factory = new DataFactory(
            stack,
            "Factory",
            DataFactoryProps.builder().identities(List.of(identity)).build());
    private final DataLake lake =
            new DataLake(stack, "Lake", DataLakeProps.builder().build());
    private final Zone zone = lake.addZone("bronze", ZoneProps.builder().build());
    private final SqlDatabase database = new SqlDatabase(
            stack,
            "Database",
            SqlDatabaseProps.builder()
                    .server(new SqlServer(
                            stack, "Server", SqlServerProps.builder().build()))
                    .name("shop")
                    .build());
    private final SqlLinkedService sql = new SqlLinkedService(
            stack,
            "Sql",
            SqlLinkedServiceProps.builder()
                    .factory(factory)
                    .name("Sql")
                    .database(database)
                    .build());
    private final DataLakeLinkedService lakeLink = new DataLakeLinkedService(
            stack,
            "LakeLink",
            DataLakeLinkedServiceProps.builder()
                    .factory(factory)
                    .name("LakeLink")
                    .lake(lake)
                    .build());
    private final SqlTableDataset tables = new SqlTableDataset(
            stack,
            "Tables",
            SqlTableDatasetProps.builder().name("Tables").database(sql).build());
    private final Map<String, Supplier<?>> byType = new HashMap<>();
    private final Map<Class<?>, Object> made = new HashMap<>();
    private int activities;

    TextSamples() {
        put(IDataFactory.class, () -> factory);
        put(IDataLake.class, () -> lake);
        put(IStorageAccount.class, () -> lake);
        put(
                ISystemTopic.class,
                () -> SystemTopic.fromSystemTopicId(
                        stack,
                        "Topic",
                        PlatformTeam.id("Microsoft.EventGrid/systemTopics/egst-hub"),
                        PlatformTeam.SUBSCRIPTION));
        put(RetryPolicy.class, () -> RetryPolicy.builder().build());
        put(Zone.class, () -> zone);
        put(ISqlDatabase.class, () -> database);
        put(SqlLinkedService.class, () -> sql);
        put(DataLakeLinkedService.class, () -> lakeLink);
        put(LinkedService.class, () -> lakeLink);
        put(SqlTableDataset.class, () -> tables);
        put(
                IKeyVault.class,
                () -> new KeyVault(stack, "Vault", KeyVaultProps.builder().build()));
        put(IEncryptionKey.class, () -> PlatformTeam.encryptionKey(stack, "Key"));
        put(IDatabricksWorkspace.class, () -> once(DatabricksWorkspace.class, this::workspace));
        put(
                FileFormat.class,
                () -> FileFormat.DelimitedText.builder()
                        .delimiter(TEXT)
                        .nullValue(TEXT)
                        .build());
        put(ArtifactNotes.class, () -> new ArtifactNotes(TEXT, List.of(TEXT), null));
        put(ManagedIdentity.class, () -> identity);
        put("List<ManagedIdentity>", () -> List.of(identity));
        put(IIntegrationRuntime.class, () -> once(SelfHostedRuntime.class, this::runtime));
        put(ICredential.class, () -> once(UserAssignedCredential.class, this::credential));
        put(VaultSecret.class, () -> new VaultSecret(lakeLink, TEXT, TEXT));
        put(
                RestAuthentication.class,
                () -> RestAuthentication.clientCredentials(TEXT, TEXT, VaultSecret.of(lakeLink, TEXT), TEXT));
        put(HttpAuthentication.class, () -> HttpAuthentication.basic(TEXT, VaultSecret.of(lakeLink, TEXT)));
        put(IFileDataset.class, () -> once(FileDataset.class, this::files));
        put(
                ColumnMapping.class,
                () -> TabularMapping.builder()
                        .columns(List.of(ColumnPair.named(TEXT, TEXT).as(TEXT)))
                        .collection(TEXT)
                        .culture(TEXT)
                        .build());
        put(Staging.class, () -> new Staging(lakeLink, TEXT, true));
        put("List<WindowDependency>", List::of);
        put("List<Event>", () -> List.of(BlobEventTriggerProps.Event.CREATED));
        put(
                "List<PipelineRun>",
                () -> List.of(new PipelineRun(once(Pipeline.class, this::pipeline), Map.of(TEXT, TEXT))));
        put("Map<String, FlowletUse>", Map::of);
        put(ObjectNode.class, () -> LiteralTextTests.json(TEXT));
        put(Expression.class, () -> text(TEXT));
        put(Source.class, () -> Source.query(tables, text(TEXT)));
        put(Sink.class, () -> Sink.upsert(tables, List.of(TEXT)));
        put(StoredProcedure.class, () -> new StoredProcedure(TEXT, Map.of(TEXT, text(TEXT))));
        put(IPipeline.class, () -> once(Pipeline.class, this::pipeline));
        put(Path.class, () -> Path.of("src/test/resources/factory/shop"));
        put("List<Replacement>", () -> List.of(Replacement.ofLinkedService("Lake", "/description", TEXT)));
        put("Map<String, LinkedService>", Map::of);
        put(IDataFlow.class, () -> once(MappingDataFlow.class, this::dataFlow));
        put(PipelineRun.class, () -> new PipelineRun(once(Pipeline.class, this::pipeline), Map.of(TEXT, TEXT)));
        put(Schedule.class, () -> Schedule.daily(LocalTime.NOON));
        put(
                TumblingWindow.class,
                () -> TumblingWindow.builder()
                        .frequency(Schedule.Frequency.HOUR)
                        .interval(1)
                        .start(Instant.EPOCH)
                        .build());
        put(CosmosDbLinkedService.class, () -> once(CosmosDbLinkedService.class, this::cosmos));
        put(FileDataset.class, () -> once(FileDataset.class, this::files));
        put(
                DatasetReference.class,
                () -> new DatasetReference(once(FileDataset.class, this::files), Map.of(TEXT, text(TEXT))));
        put("Map<String, Parameter>", () -> Map.of(TEXT, Parameter.string(TEXT)));
        put("Map<String, Variable>", () -> Map.of(TEXT, Variable.string(TEXT)));
        put("Map<String, Object>", () -> Map.of("p", TEXT));
        put("Map<String, String>", () -> Map.of(TEXT, TEXT));
        put("Map<String, DataFlowType>", () -> Map.of("changed", DataFlowType.TIMESTAMP));
        put("Map<String, DataFlowParameter>", TextSamples::dataFlowParameters);
        put("Map<String, List<Activity>>", Map::of);
        put("List<DatasetReference>", () -> List.of(DatasetReference.to(tables)));
        put("List<AdvancedFilter>", () -> List.of(AdvancedFilter.stringIn("data.x", TEXT)));
        put("List<Activity>", () -> List.of(fail("Stop" + ++activities)));
        put("List<Dependency>", List::of);
    }

    PlatformStack stack() {
        return stack;
    }

    DataFactory factory() {
        return factory;
    }

    /** A value of a component; null where there is no text in it. */
    Object of(Class<?> record, RecordComponent component) throws ReflectiveOperationException {
        String name = component.getName();
        String type = name(component.getGenericType());
        if (record == DataFactoryProps.class && name.equals("name")) {
            return "adf-tested";
        }
        if ((record == JsonIntegrationRuntimeProps.class || record == ModelIntegrationRuntimeProps.class)
                && name.equals("name")) {
            return "tested";
        }
        if (record == BlobEventQueueProps.class && name.equals("name")) {
            return "tested-events";
        }
        if (record.getSimpleName().startsWith("Json") && name.equals("properties")) {
            ObjectNode properties =
                    LiteralTextTests.json(TEXT).put("type", "Any").put("description", TEXT);
            properties.putArray("activities");
            return properties;
        }
        if (record == FactoryContentProps.class && name.equals("parameters")) {
            return Map.of();
        }
        if (name.equals("model")) {
            return model(record);
        }
        if (record == FlowletProps.class && name.equals("steps")) {
            return List.of("In", "Out");
        }
        if (record == SelfHostedRuntimeProps.class) {
            // Machines of another factory's take no text.
            return name.equals("name") ? "tested" : name.equals("sharedFrom") ? null : sample(record, component, type);
        }
        if (name.equals("items")) {
            return Expression.value(List.of(TEXT));
        }
        return sample(record, component, type);
    }

    /** A model with a text in it. */
    private static Object model(Class<?> record) {
        return switch (record.getSimpleName()) {
            case "ModelActivity" ->
                new WebhookActivity()
                        .withName(NAME)
                        .withMethod(WebhookActivityMethod.POST)
                        .withUrl(TEXT);
            case "ModelLinkedServiceProps" -> new AzureBlobStorageLinkedService().withServiceEndpoint(TEXT);
            case "ModelDatasetProps" ->
                new BinaryDataset()
                        .withLinkedServiceName(new LinkedServiceReference().withReferenceName("LakeLink"))
                        .withDescription(TEXT);
            case "ModelDataFlowProps" ->
                new com.azure.resourcemanager.datafactory.models.MappingDataFlow().withDescription(TEXT);
            case "ModelTriggerProps" ->
                new ScheduleTrigger()
                        .withRecurrence(new ScheduleTriggerRecurrence().withFrequency(RecurrenceFrequency.DAY))
                        .withDescription(TEXT);
            case "ModelIntegrationRuntimeProps" -> new SelfHostedIntegrationRuntime().withDescription(TEXT);
            default -> new ManagedIdentityCredential().withDescription(TEXT);
        };
    }

    private Object sample(Class<?> record, RecordComponent component, String type) throws ReflectiveOperationException {
        String name = component.getName();
        if (component.getType() == String.class) {
            return FORMS.getOrDefault(name, TEXT);
        }
        if (component.getType().isEnum()) {
            return enumConstant(component.getType());
        }
        if (type.equals("List<String>")) {
            return LISTS.getOrDefault(name, List.of(TEXT));
        }
        if (type.equals("List<DataFlowEnd>")) {
            return List.of(DataFlowEnd.inline(name.equals("sources") ? "In" : "Out", lakeLink));
        }
        if (type.equals("Map<String, Expression>")) {
            return expressions(record);
        }
        if (List.of("Integer", "Boolean", "Duration", "ActivityPolicy", "RemovalPolicy")
                        .contains(type)
                || name.equals("deadLetter")) {
            return null;
        }
        if (component.getType() == GitHubConfiguration.class) {
            return LiteralTextTests.record(this, GitHubConfiguration.class);
        }
        assertHasSample(record, name, type);
        return byType.get(type).get();
    }

    private void assertHasSample(Class<?> record, String name, String type) {
        if (!byType.containsKey(type)) {
            throw new AssertionError("TextSamples has no value of the type %s for %s.%s: add one"
                    .formatted(type, record.getSimpleName(), name));
        }
    }

    /** GET sends no body, which has a text. */
    private static Object enumConstant(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (constant.toString().equals("POST")) {
                return constant;
            }
        }
        return type.getEnumConstants()[0];
    }

    private static Map<String, Expression> expressions(Class<?> record) {
        return Map.of(record.getSimpleName().equals("ExecuteDataFlow") ? "p" : TEXT, text(TEXT));
    }

    private DatabricksWorkspace workspace() {
        return new DatabricksWorkspace(
                stack, "Databricks", DatabricksWorkspaceProps.builder().build());
    }

    private SelfHostedRuntime runtime() {
        return new SelfHostedRuntime(
                stack,
                "OnPremises",
                SelfHostedRuntimeProps.builder()
                        .factory(factory)
                        .name("onpremises")
                        .build());
    }

    private UserAssignedCredential credential() {
        return new UserAssignedCredential(
                stack,
                "Copies",
                UserAssignedCredentialProps.builder()
                        .factory(factory)
                        .name("Copies")
                        .identity(identity)
                        .build());
    }

    private CosmosDbLinkedService cosmos() {
        return new CosmosDbLinkedService(
                stack,
                "Cosmos",
                CosmosDbLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Cosmos")
                        .accountId(FORMS.get("accountId"))
                        .endpoint("https://" + TEXT)
                        .database(TEXT)
                        .build());
    }

    private FileDataset files() {
        return new FileDataset(
                stack,
                "Files",
                FileDatasetProps.builder()
                        .name("Files")
                        .lake(lakeLink)
                        .zone(zone)
                        .format(new FileFormat.Json())
                        .folder(TEXT)
                        .parameters(Map.of(TEXT, Parameter.string()))
                        .build());
    }

    private Pipeline pipeline() {
        return new Pipeline(
                stack,
                "Pipeline",
                PipelineProps.builder()
                        .factory(factory)
                        .name("Other")
                        .parameters(Map.of(TEXT, Parameter.string()))
                        .activities(List.of(fail("Stop")))
                        .build());
    }

    private static Activity fail(String name) {
        return Fail.builder().name(name).message(text(TEXT)).errorCode(TEXT).build();
    }

    private MappingDataFlow dataFlow() {
        return new MappingDataFlow(
                stack,
                "Flow",
                MappingDataFlowProps.builder()
                        .factory(factory)
                        .name("Flow")
                        .sources(List.of(DataFlowEnd.inline("In", lakeLink)))
                        .sinks(List.of(DataFlowEnd.inline("Out", lakeLink)))
                        .parameters(dataFlowParameters())
                        .script("source() ~> In\nIn sink() ~> Out")
                        .build());
    }

    private static Map<String, DataFlowParameter> dataFlowParameters() {
        return Map.of("p", new DataFlowParameter(DataFlowType.STRING, Optional.of("'${x} %{y}'")));
    }

    /** A construct, made when it is first asked for. */
    private <T> T once(Class<T> type, Supplier<T> construct) {
        return type.cast(made.computeIfAbsent(type, key -> construct.get()));
    }

    private void put(Class<?> type, Supplier<?> sample) {
        put(type.getSimpleName(), sample);
    }

    private void put(String type, Supplier<?> sample) {
        byType.put(type, sample);
    }

    /** The type without its packages. */
    private static String name(Type type) {
        return (type instanceof ParameterizedType ? type.getTypeName() : ((Class<?>) type).getSimpleName())
                .replaceAll("[a-z]\\w*\\.|\\w+\\$", "");
    }
}
