package io.terralake.testing;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import io.terralake.apimanagement.ApiManagement;
import io.terralake.apimanagement.IApiManagement;
import io.terralake.apimanagement.Tier;
import io.terralake.containerregistry.ContainerRegistry;
import io.terralake.containerregistry.IContainerRegistry;
import io.terralake.core.PlatformStack;
import io.terralake.cosmos.CosmosAccount;
import io.terralake.cosmos.CosmosDatabase;
import io.terralake.cosmos.ICosmosAccount;
import io.terralake.cosmos.ICosmosDatabase;
import io.terralake.cosmos.IndexedPath;
import io.terralake.databricks.ClusterPolicy;
import io.terralake.databricks.ClusterPolicyProps;
import io.terralake.databricks.DatabricksRanges;
import io.terralake.databricks.DatabricksSubnets;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.IDatabricksSubnets;
import io.terralake.databricks.IDatabricksWorkspace;
import io.terralake.databricks.StorageCredential;
import io.terralake.databricks.StorageCredentialProps;
import io.terralake.databricks.Task;
import io.terralake.databricks.WorkspaceFile;
import io.terralake.databricks.WorkspaceFileProps;
import io.terralake.entra.Application;
import io.terralake.entra.ApplicationProps;
import io.terralake.entra.IApplication;
import io.terralake.eventgrid.AdvancedFilter;
import io.terralake.eventgrid.DeliveryProperty;
import io.terralake.eventgrid.EventDestination;
import io.terralake.eventgrid.EventSource;
import io.terralake.eventgrid.EventType;
import io.terralake.eventgrid.ISystemTopic;
import io.terralake.eventgrid.StorageEvent;
import io.terralake.eventgrid.SystemTopic;
import io.terralake.eventgrid.WebhookDestination;
import io.terralake.eventhub.EventHubNamespace;
import io.terralake.eventhub.EventHubNamespaceProps;
import io.terralake.eventhub.IEventHubNamespace;
import io.terralake.functionapp.AppSetting;
import io.terralake.functionapp.FunctionSubnet;
import io.terralake.functionapp.IFunctionSubnet;
import io.terralake.identity.Principal;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.keyvault.IKeyVault;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.kubernetes.IKubernetesCluster;
import io.terralake.kubernetes.IKubernetesSubnet;
import io.terralake.kubernetes.KubernetesCluster;
import io.terralake.kubernetes.KubernetesSubnet;
import io.terralake.logic.RawAction;
import io.terralake.logic.Recurrence;
import io.terralake.logic.WorkflowAction;
import io.terralake.logic.WorkflowTrigger;
import io.terralake.machinelearning.IMachineLearningWorkspace;
import io.terralake.machinelearning.KubernetesCompute;
import io.terralake.machinelearning.KubernetesComputeProps;
import io.terralake.machinelearning.KubernetesExtension;
import io.terralake.machinelearning.KubernetesExtensionProps;
import io.terralake.machinelearning.MachineLearningWorkspace;
import io.terralake.machinelearning.OutboundRule;
import io.terralake.monitoring.ActionGroup;
import io.terralake.monitoring.ApplicationInsights;
import io.terralake.monitoring.ApplicationInsightsProps;
import io.terralake.monitoring.IActionGroup;
import io.terralake.monitoring.IApplicationInsights;
import io.terralake.monitoring.LogSink;
import io.terralake.network.DnsZones;
import io.terralake.network.IVirtualNetwork;
import io.terralake.network.VirtualNetwork;
import io.terralake.sql.ISqlServer;
import io.terralake.sql.SqlServer;
import io.terralake.storage.DataLake;
import io.terralake.storage.IDataLake;
import io.terralake.storage.IStorageAccount;
import io.terralake.storage.StorageAccount;
import io.terralake.storage.StoragePrivateLink;
import io.terralake.storage.Zone;
import io.terralake.unitycatalog.Catalog;
import io.terralake.unitycatalog.CatalogProps;
import io.terralake.unitycatalog.Schema;
import io.terralake.unitycatalog.SchemaProps;
import io.terralake.unitycatalog.SqlCluster;
import io.terralake.unitycatalog.SqlClusterProps;
import io.terralake.unitycatalog.SqlCompute;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records with something in every component, such as the properties of a construct: for tests that look at all of them. */
public final class Samples {
    /** Texts of a certain form, by the component that has it; any other text will do elsewhere. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            entry("accessConnectorId", PlatformTeam.id("Microsoft.Databricks/accessConnectors/dbac-hub")),
            entry("addressSpace", "10.0.0.0/16"),
            entry("claim", "ref:refs/heads/main"),
            entry("cron", "0 0 5 * * ?"),
            entry("emails", "a@example.com"),
            entry("ddosProtectionPlanId", PlatformTeam.id("Microsoft.Network/ddosProtectionPlans/ddos-hub")),
            entry("endpointSubnet", "10.0.0.0/24"),
            entry("backendUrl", "https://backend.example.com"),
            entry("excluded", "/a/?"),
            entry("defaultInstanceType", "some-type"),
            entry("dnsPrefix", "some-prefix"),
            entry("hostName", "models.example.com"),
            entry("KubernetesComputeProps.name", "some-compute"),
            entry("namespace", "some-namespace"),
            entry("podRange", "100.64.0.0/16"),
            entry("poolName", "some"),
            entry("serviceRange", "100.65.0.0/16"),
            entry("tlsSecret", "some-secret"),
            entry("included", "/*"),
            entry(
                    "openApi",
                    "{\"openapi\": \"3.0.0\", \"info\": {\"title\": \"some\"}, \"paths\": {\"/a\": {\"get\": {\"operationId\": \"a\"}}}}"),
            entry("partitionKey", "/a"),
            entry("policy", "<policies><inbound><base>some</base></inbound></policies>"),
            entry("publisherEmail", "a@example.com"),
            entry("uniqueKeys", "/a"),
            entry("resourceId", PlatformTeam.VAULT),
            entry("resourceInstances", PlatformTeam.id("Microsoft.Logic/workflows/*")),
            entry("endpointSubnetId", PlatformTeam.ENDPOINT_SUBNET),
            entry("functions", "http"),
            entry("identifierUri", "api://cars"),
            entry("location", "westeurope"),
            entry("QueueProps.name", "some-queue"),
            entry("parentId", PlatformTeam.RESOURCE_GROUP),
            entry("range", "10.1.12.0/24"),
            entry("repository", "octo-org/octo-repo"),
            entry("ApiProps.path", "market/v1"),
            entry("path", "/Shared/some.jar"),
            entry("NotebookProps.source", "stacks/some.py"),
            entry("skuName", "GP_S_Gen5_2"),
            entry("runAs", PlatformTeam.SUBSCRIPTION),
            entry("subnetId", PlatformTeam.ENDPOINT_SUBNET),
            entry("timeZone", "UTC"),
            entry("type", "Microsoft.Web/sites@2024-04-01"),
            entry("virtualNetworkId", PlatformTeam.NETWORK),
            entry("vmSize", "Standard_DS3_v2"));

    /** What is refused in public mode. */
    private static final Set<String> PRIVATE_MODE = Set.of("privateDnsZoneId");

    private static final String COSMOS = PlatformTeam.id("Microsoft.DocumentDB/databaseAccounts/cosmos-hub");

    private final PlatformStack stack;
    private final Map<Class<?>, Function<String, Object>> others;
    private int count;

    public Samples(PlatformStack stack) {
        this.stack = stack;
        this.others = Map.ofEntries(
                entry(Catalog.class, id -> new Catalog(stack, id, of(CatalogProps.class))),
                entry(AdvancedFilter.class, id -> AdvancedFilter.stringIn("data.api", "PutBlob")),
                entry(Application.class, id -> new Application(stack, id, of(ApplicationProps.class))),
                entry(AppSetting.class, id -> AppSetting.of("some text")),
                entry(ClusterPolicy.class, id -> new ClusterPolicy(stack, id, of(ClusterPolicyProps.class))),
                entry(DatabricksRanges.class, id -> new DatabricksRanges("10.1.0.0/24", "10.1.1.0/24")),
                entry(DnsZones.class, id -> DnsZones.byPolicy()),
                entry(Duration.class, id -> Duration.ofHours(1)),
                entry(
                        IApiManagement.class,
                        id -> ApiManagement.fromServiceId(
                                stack, id, PlatformTeam.id("Microsoft.ApiManagement/service/apim-hub"))),
                entry(
                        IApplicationInsights.class,
                        id -> new ApplicationInsights(
                                stack,
                                id,
                                ApplicationInsightsProps.builder()
                                        .logs(Stacks.LOGS)
                                        .build())),
                entry(IActionGroup.class, id -> ActionGroup.fromActionGroupId(stack, id, PlatformTeam.ACTION_GROUP)),
                entry(
                        IDatabricksSubnets.class,
                        id -> DatabricksSubnets.fromSubnetIds(
                                stack, id, PlatformTeam.HOST_SUBNET, PlatformTeam.CONTAINER_SUBNET)),
                entry(
                        IContainerRegistry.class,
                        id -> ContainerRegistry.fromRegistryId(
                                stack, id, PlatformTeam.id("Microsoft.ContainerRegistry/registries/crhub"))),
                entry(ICosmosAccount.class, id -> CosmosAccount.fromAccountId(stack, id, COSMOS)),
                entry(
                        ICosmosDatabase.class,
                        id -> CosmosDatabase.fromDatabaseId(stack, id, COSMOS + "/sqlDatabases/market")),
                entry(IDatabricksWorkspace.class, id -> workspace()),
                entry(
                        IEventHubNamespace.class,
                        id -> new EventHubNamespace(
                                stack, id, EventHubNamespaceProps.builder().build())),
                entry(EventDestination.class, id -> webhook()),
                entry(EventSource.class, id -> sources()),
                entry(EventType.class, id -> StorageEvent.BLOB_CREATED),
                entry(IEncryptionKey.class, id -> PlatformTeam.encryptionKey(stack, id)),
                entry(IKeyVault.class, id -> KeyVault.fromVaultId(stack, id, PlatformTeam.VAULT)),
                entry(
                        KeyVault.class,
                        id -> new KeyVault(stack, id, KeyVaultProps.builder().build())),
                entry(IApplication.class, id -> Application.fromClientId(stack, id, PlatformTeam.SUBSCRIPTION)),
                entry(IFunctionSubnet.class, id -> FunctionSubnet.fromSubnetId(stack, id, PlatformTeam.HOST_SUBNET)),
                entry(Instant.class, id -> Instant.parse("2999-01-01T00:00:00Z")),
                entry(
                        ISystemTopic.class,
                        id -> SystemTopic.fromSystemTopicId(
                                stack,
                                id,
                                PlatformTeam.id("Microsoft.EventGrid/systemTopics/egst-hub"),
                                PlatformTeam.SUBSCRIPTION)),
                entry(
                        IKubernetesCluster.class,
                        id -> KubernetesCluster.fromKubernetesClusterId(
                                stack, id, PlatformTeam.id("Microsoft.ContainerService/managedClusters/aks-hub"))),
                entry(
                        IKubernetesSubnet.class,
                        id -> KubernetesSubnet.fromSubnetId(
                                stack, id, PlatformTeam.HOST_SUBNET, List.of("203.0.113.7"))),
                entry(
                        KubernetesCompute.class,
                        id -> new KubernetesCompute(stack, id, of(KubernetesComputeProps.class))),
                entry(
                        KubernetesExtension.class,
                        id -> new KubernetesExtension(stack, id, of(KubernetesExtensionProps.class))),
                entry(IMachineLearningWorkspace.class, id -> mlWorkspace(id)),
                entry(IStorageAccount.class, id -> StorageAccount.fromAccountId(stack, id, PlatformTeam.LAKE)),
                entry(ISqlServer.class, id -> SqlServer.fromServerId(stack, id, PlatformTeam.SQL_SERVER)),
                entry(
                        IVirtualNetwork.class,
                        id -> VirtualNetwork.fromVirtualNetworkId(stack, id, PlatformTeam.NETWORK)),
                entry(JsonNode.class, id -> json()),
                entry(LogSink.class, id -> Stacks.LOGS),
                entry(Number.class, id -> 1),
                entry(
                        OutboundRule.class,
                        id -> OutboundRule.privateEndpoint(PlatformTeam.LAKE, StoragePrivateLink.DFS)),
                entry(ObjectNode.class, id -> json()),
                entry(
                        IndexedPath.class,
                        id -> List.of(IndexedPath.ascending("/some"), IndexedPath.descending("/other"))),
                entry(Principal.class, id -> Principal.group("admins", PlatformTeam.SUBSCRIPTION)),
                entry(Schema.class, id -> new Schema(stack, id, of(SchemaProps.class))),
                entry(SqlCompute.class, id -> new SqlCluster(stack, id, of(SqlClusterProps.class))),
                entry(
                        StorageCredential.class,
                        id -> new StorageCredential(stack, id, of(StorageCredentialProps.class))),
                entry(Task.class, this::tasks),
                entry(
                        TerraformResourceLifecycle.class,
                        id -> TerraformResourceLifecycle.builder().build()),
                entry(Tier.class, id -> Tier.STANDARD_V2),
                entry(
                        WorkflowAction.class,
                        id -> new RawAction(id, json().put("type", "Compose").put("inputs", "text"), List.of())),
                entry(WorkflowTrigger.class, id -> Recurrence.everyMinutes(5)),
                entry(YearMonth.class, id -> YearMonth.of(2999, 1)),
                entry(Zone.class, id -> lake(id).zone("silver")));
    }

    /** A record with a value in every component; numbers, switches and durations that may be missing are. */
    public <R extends Record> R of(Class<R> type) {
        return construct(
                type, Arrays.stream(type.getRecordComponents()).map(this::value).toArray());
    }

    /** Calls a record's constructor and throws what it throws. */
    public static <R extends Record> R construct(Class<R> type, Object... values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a record has in a component. */
    public static @Nullable Object read(RecordComponent component, Record of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object value(RecordComponent part) {
        boolean optional = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
        Class<?> type = part.getType();
        if (PRIVATE_MODE.contains(part.getName())) {
            return null;
        }
        if (optional && (Number.class.isAssignableFrom(type) || type == Boolean.class || type == Duration.class)) {
            return null;
        }
        String whole = part.getDeclaringRecord().getSimpleName() + "." + part.getName();
        return value(part.getGenericType(), TEXTS.containsKey(whole) ? whole : part.getName());
    }

    private Object value(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                return Map.of("key", value(of[1], name));
            }
            Object one = value(of[0], name);
            if (generic.getRawType() == Set.class) {
                return Set.of(one);
            }
            return one instanceof List && of[0] instanceof Class ? one : List.of(one);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return TEXTS.getOrDefault(name, "some" + name.toLowerCase(Locale.ROOT));
        }
        if (raw == int.class || raw == Integer.class) {
            return 1;
        }
        if (others.containsKey(raw)) {
            return others.get(raw).apply("Sample" + count++);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (raw.isRecord()) {
            return of(raw.asSubclass(Record.class));
        }
        throw new IllegalStateException("Samples has no %s for \"%s\"".formatted(raw.getName(), name));
    }

    private List<Task> tasks(String id) {
        WorkspaceFile jar = new WorkspaceFile(stack, id, of(WorkspaceFileProps.class));
        return List.of(
                new Task.Notebook("first", "/Shared/report", Map.of("key", "today"), List.of()),
                new Task.Jar("second", jar, "com.example.Main", List.of("list"), List.of("first")));
    }

    /** A stack works in one workspace. */
    private Object workspace() {
        return stack.getNode().tryFindChild("Workspace") instanceof IDatabricksWorkspace known
                ? known
                : DatabricksWorkspace.fromWorkspaceId(stack, "Workspace", PlatformTeam.WORKSPACE);
    }

    private Object mlWorkspace(String id) {
        return MachineLearningWorkspace.fromWorkspaceId(
                stack, id, PlatformTeam.id("Microsoft.MachineLearningServices/workspaces/mlw-hub"));
    }

    private IDataLake lake(String id) {
        return DataLake.fromAccountId(stack, id, PlatformTeam.LAKE, "silver");
    }

    /** Another account for each topic, of which an account has one. */
    private EventSource sources() {
        return new EventSource() {
            @Override
            public String resourceId() {
                return PlatformTeam.LAKE + count++;
            }

            @Override
            public String topicType() {
                return StorageEvent.BLOB_CREATED.topicType();
            }
        };
    }

    private static WebhookDestination webhook() {
        return WebhookDestination.builder()
                .url("https://example.com/some")
                .tenantId(PlatformTeam.SUBSCRIPTION)
                .applicationId("api://some")
                .properties(List.of(DeliveryProperty.fixed("a", "some"), DeliveryProperty.ofEvent("b", "data.some")))
                .build();
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("some", "text");
    }
}
