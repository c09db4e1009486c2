package io.terralake.eventhub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.azurerm.eventhub_consumer_group.EventhubConsumerGroup;
import com.hashicorp.cdktf.providers.azurerm.eventhub_consumer_group.EventhubConsumerGroupConfig;
import io.terralake.azure.NamingRule;
import io.terralake.core.AzapiResource;
import io.terralake.core.AzapiResourceProps;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.ImportedId;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.identity.ManagedIdentity;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import software.constructs.Construct;

/**
 * A stream of events, which can be captured into the data lake as the namespace's identity. Made by azapi: azurerm captures by the
 * storage account's keys only.
 */
public final class EventHub extends AbstractEventHub {
    private static final NamingRule NAMING = NamingRule.of(
            "event hub", "evh", 1, 256, "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?", "letters, digits and '._-' inside");

    private static final NamingRule CONSUMER_GROUP = NamingRule.of(
            "consumer group",
            "",
            1,
            50,
            "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?",
            "letters, digits and '._-' inside");

    /** In the Standard tier, and the one that every hub has counts. */
    private static final int MOST_CONSUMER_GROUPS = 20;

    static final String TYPE = "Microsoft.EventHub/namespaces/eventhubs";
    private static final int MEGABYTE = 1024 * 1024;

    /**
     * Azure wants all of these in it. A folder for each day, not one for each minute and partition as usual: in a lake folders stay when
     * files are moved away, and whoever looks for new files lists them all.
     */
    private static final String FILE =
            "{Namespace}/{EventHub}/{Year}/{Month}/{Day}/{Hour}_{Minute}_{Second}_{PartitionId}";

    private final IEventHubNamespace namespace;
    private final AzapiResource resource;
    private final String eventHubId;
    private final Set<String> consumerGroups = new TreeSet<>(Set.of("$default"));

    /**
     * @throws ConstructException when the name is not allowed, or the hub captures and its namespace is managed elsewhere, where
     *     nobody here can see its identity
     */
    public EventHub(Construct scope, String id, EventHubProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.namespace = props.namespace();
        String name = PlatformStack.of(this).nameOf(this, NAMING, props.name());
        this.resource = new AzapiResource(
                this,
                "Resource",
                AzapiResourceProps.builder()
                        .type(TYPE + "@2024-01-01")
                        .name(name)
                        .parentId(Contract.ask(this, namespace, "namespaceId", namespace::namespaceId))
                        .body(body(props))
                        .build());
        this.eventHubId = resource.resourceId();
        PlatformStack.of(this).protection().keepAddress(resource);
        Capture capture = props.capture();
        if (capture != null) {
            capture.zone().grantWrite(writer()).applyBefore(this);
        }
    }

    /**
     * An existing hub.
     *
     * @throws ConstructException when the id is not that of a hub
     */
    public static IEventHub fromEventHubId(Construct scope, String id, String eventHubId) {
        return new ImportedEventHub(scope, id, eventHubId);
    }

    /**
     * Adds a view of the stream with places of its own: each program that reads the hub has one.
     *
     * @param name its name, 1 to 50 characters
     * @return the name, which waits for the group
     * @throws ConstructException when the name is not allowed or taken, or there are 20 with {@code $Default}
     */
    public String addConsumerGroup(String name) {
        PlatformStack stack = PlatformStack.of(this);
        stack.nameOf(this, CONSUMER_GROUP, name);
        if (!consumerGroups.add(name.toLowerCase(Locale.ROOT))) {
            throw new ConstructException(this, "consumer group \"%s\" is there already".formatted(name));
        }
        if (consumerGroups.size() > MOST_CONSUMER_GROUPS) {
            throw new ConstructException(
                    this,
                    "consumer group \"%s\" is one too many: %d at most, with $Default"
                            .formatted(name, MOST_CONSUMER_GROUPS));
        }
        ImportedId hub = new ImportedId(this, eventHubId, TYPE);
        return new EventhubConsumerGroup(
                        this,
                        name,
                        EventhubConsumerGroupConfig.builder()
                                .name(name)
                                .namespaceName(hub.name(0))
                                .eventhubName(hub.name(1))
                                .resourceGroupName(hub.resourceGroupName())
                                .build())
                .getName();
    }

    @Override
    public String eventHubId() {
        return eventHubId;
    }

    @Override
    public String eventHubName() {
        return resource.resourceName();
    }

    @Override
    public String host() {
        return namespace.host();
    }

    private ManagedIdentity writer() {
        return namespace
                .identity()
                .orElseThrow(() -> new ConstructException(
                        this, "capture needs a namespace that is made here: of another one nobody knows the identity"));
    }

    private static ObjectNode body(EventHubProps props) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = body.putObject("properties");
        properties.put("partitionCount", props.partitions());
        properties
                .putObject("retentionDescription")
                .put("cleanupPolicy", "Delete")
                .put(
                        "retentionTimeInHours",
                        Objects.requireNonNull(props.retention()).toHours());
        Capture capture = props.capture();
        if (capture != null) {
            addCapture(properties.putObject("captureDescription"), capture);
        }
        return body;
    }

    private static void addCapture(ObjectNode description, Capture capture) {
        description
                .put("enabled", true)
                .put("encoding", "Avro")
                .put(
                        "intervalInSeconds",
                        Objects.requireNonNull(capture.interval()).toSeconds())
                .put("sizeLimitInBytes", Objects.requireNonNull(capture.megabytes()) * MEGABYTE)
                .put("skipEmptyArchives", true);
        ObjectNode destination = description.putObject("destination").put("name", "EventHubArchive.AzureBlockBlob");
        destination.putObject("identity").put("type", "SystemAssigned");
        destination
                .putObject("properties")
                .put("storageAccountResourceId", capture.zone().lake().accountId())
                .put("blobContainer", capture.zone().zoneName())
                .put("archiveNameFormat", capture.folder() == null ? FILE : capture.folder() + "/" + FILE);
    }
}
