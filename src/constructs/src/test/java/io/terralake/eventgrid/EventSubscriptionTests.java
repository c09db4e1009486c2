package io.terralake.eventgrid;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.eventhub.EventHub;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.Queue;
import io.terralake.storage.QueueProps;
import io.terralake.storage.Zone;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSubscriptionTests {
    private static final WebhookDestination WEBHOOK =
            WebhookDestination.builder().url("https://example.com/a").build();

    private final PlatformStack stack = Stacks.publicStack();
    private final DataLake lake =
            new DataLake(stack, "Lake", DataLakeProps.builder().build());
    private final SystemTopic topic = new SystemTopic(
            stack,
            "Topic",
            SystemTopicProps.builder()
                    .source(EventSource.storageAccount(lake))
                    .purpose("lake")
                    .build());

    @Test
    void deliversEverythingToWhereItIsTold() {
        subscribe(props());
        assertThat(stack).hasResource("azapi_resource", """
                {
                  type: 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15',
                  name: 'orders',
                  parent_id: textLike('${azurerm_eventgrid_system_topic.Topic_*.id}'),
                  body: exactly({properties: {
                    eventDeliverySchema: 'EventGridSchema',
                    destination: {endpointType: 'WebHook', properties: {
                      endpointUrl: 'https://example.com/a',
                      minimumTlsVersionAllowed: '1.2',
                      maxEventsPerBatch: 1,
                      preferredBatchSizeInKilobytes: 64,
                    }},
                    filter: {enableAdvancedFilteringOnArrays: false},
                    retryPolicy: {maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440},
                  }}),
                }
                """).hasResourceCount("azurerm_role_assignment", 0);
    }

    @Test
    void filters() {
        Zone bronze = lake.addZone("bronze", ZoneProps.builder().build());
        subscribe(props().eventTypes(List.of(StorageEvent.BLOB_CREATED, StorageEvent.BLOB_RENAMED))
                .subject(SubjectFilter.blobs(bronze, "in/", ".json"))
                .filters(List.of(
                        AdvancedFilter.numberGreaterThan("data.contentLength", 0),
                        AdvancedFilter.stringContains("Subject", "${x}")))
                .filterArrays(true));
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {filter: exactly({
                  subjectBeginsWith: '/blobServices/default/containers/bronze/blobs/in/',
                  subjectEndsWith: '.json',
                  isSubjectCaseSensitive: false,
                  includedEventTypes: ['Microsoft.Storage.BlobCreated', 'Microsoft.Storage.BlobRenamed'],
                  enableAdvancedFilteringOnArrays: true,
                  advancedFilters: [
                    {operatorType: 'NumberGreaterThan', key: 'data.contentLength', value: 0},
                    {operatorType: 'StringContains', key: 'Subject', values: ['$${x}']},
                  ],
                })}}}
                """);
    }

    @Test
    void goesOnForAsLongAsSaid() {
        subscribe(props().retryPolicy(RetryPolicy.builder()
                        .attempts(5)
                        .timeToLive(Duration.ofHours(2))
                        .build())
                .schema(EventSchema.CLOUD_EVENTS)
                .labels(List.of("images", "${x}"))
                .expiresAt(Instant.parse("2999-01-01T00:00:00Z")));
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {
                  eventDeliverySchema: 'CloudEventSchemaV1_0',
                  retryPolicy: {maxDeliveryAttempts: 5, eventTimeToLiveInMinutes: 120},
                  labels: ['images', '$${x}'],
                  expirationTimeUtc: '2999-01-01T00:00:00Z',
                }}}
                """);
    }

    /** On the queue and the container alone, and nothing is delivered before they work. */
    @Test
    void deliversAsTheTopicAndWaitsForTheRoles() {
        Zone dead = lake.addZone("dead", ZoneProps.builder().build());
        subscribe(props().destination(QueueDestination.of(queue())).deadLetter(dead));
        assertThat(stack)
                .hasResource("azapi_resource", """
                        {
                          body: {properties: {
                            destination: absent,
                            deliveryWithResourceIdentity: {
                              identity: {type: 'SystemAssigned'},
                              destination: {endpointType: 'StorageQueue', properties: {
                                resourceId: textLike('${azurerm_storage_account.*.id}'),
                                queueName: textLike('${azurerm_storage_queue.*.name}'),
                              }},
                            },
                            deadLetterWithResourceIdentity: {
                              identity: {type: 'SystemAssigned'},
                              deadLetterDestination: {endpointType: 'StorageBlob', properties: {
                                resourceId: textLike('${azurerm_storage_account.*.id}'),
                                blobContainerName: 'dead',
                              }},
                            },
                          }},
                          depends_on: [
                            textLike('azurerm_role_assignment.*StorageQueueDataMessageSender*'),
                            textLike('time_sleep.*StorageQueueDataMessageSender*'),
                            textLike('azurerm_role_assignment.*StorageBlobDataContributor*'),
                            textLike('time_sleep.*StorageBlobDataContributor*'),
                          ],
                        }
                        """)
                .hasResourceCount("azurerm_role_assignment", 2)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Storage Queue Data Message Sender',
                          scope: textLike('${azurerm_storage_queue.*.id}'),
                          principal_id: textLike('${azurerm_eventgrid_system_topic.*.identity[0].principal_id}'),
                        }
                        """)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Storage Blob Data Contributor',
                          scope: textLike('${azurerm_storage_container.*.id}'),
                        }
                        """);
    }

    @Test
    void sendsToAHubAsTheTopic() {
        String hub = PlatformTeam.id("Microsoft.EventHub/namespaces/evhns-hub/eventhubs/orders");
        subscribe(props().destination(EventHubDestination.of(EventHub.fromEventHubId(stack, "Hub", hub))));
        assertThat(stack)
                .hasResource("azapi_resource", """
                        {body: {properties: {deliveryWithResourceIdentity: {
                          destination: {endpointType: 'EventHub', properties: {resourceId: '%s'}}}}}}
                        """.formatted(hub))
                .hasResource(
                        "azurerm_role_assignment",
                        "{role_definition_name: 'Azure Event Hubs Data Sender', scope: '%s'}".formatted(hub));
    }

    /** The object id of whoever delivers is all that is needed of a topic that others manage. */
    @Test
    void standsOnATopicOfOthers() {
        ISystemTopic other = SystemTopic.fromSystemTopicId(
                stack,
                "Other",
                PlatformTeam.id("Microsoft.EventGrid/systemTopics/egst-hub"),
                PlatformTeam.SUBSCRIPTION);
        subscribe(props().topic(other)
                .eventTypes(List.of(MachineLearningEvent.MODEL_REGISTERED))
                .destination(QueueDestination.of(queue())));
        assertThat(stack)
                .hasResource("azapi_resource", "{parent_id: '%s'}".formatted(other.systemTopicId()))
                .hasResource("azurerm_role_assignment", "{principal_id: '%s'}".formatted(PlatformTeam.SUBSCRIPTION));
    }

    @Test
    void refusesEventsThatNeverCome() {
        EventType own = EventType.of("Contoso.Sold", "Contoso.Shops");
        refuses(
                props().eventTypes(List.of(StorageEvent.BLOB_DELETED, MachineLearningEvent.RUN_COMPLETED, own)),
                "event type Microsoft.MachineLearningServices.RunCompleted is not allowed: the topic is of"
                        + " Microsoft.Storage.StorageAccounts, which never sends it; event type Contoso.Sold is not allowed:"
                        + " the topic is of Microsoft.Storage.StorageAccounts, which never sends it");
    }

    @Test
    void refusesMoreFiltersThanAzureTakes() {
        AdvancedFilter one = AdvancedFilter.isNotNull("data.url");
        subscribe(props().filters(Collections.nCopies(25, one)));
        refuses(props().filters(Collections.nCopies(26, one)), "26 filters are not allowed: 25 at most");
        refuses(
                props().filters(List.of(
                        AdvancedFilter.stringIn(
                                "data.api", Collections.nCopies(25, "PutBlob").toArray(String[]::new)),
                        AdvancedFilter.boolEquals("data.recursive", true))),
                "26 values in all filters are not allowed: 25 at most");
    }

    @Test
    void refusesAKeyThatIsNotInEvents() {
        refuses(
                props().filters(List.of(AdvancedFilter.stringIn("api", "PutBlob"))),
                "filter key \"api\" is not in events: id, topic, subject, eventType, dataVersion or data.<name> is");
    }

    /** Extensions of CloudEvents have any name. */
    @Test
    void takesAnyKeyOfCloudEvents() {
        subscribe(props().schema(EventSchema.CLOUD_EVENTS).filters(List.of(AdvancedFilter.stringIn("source", "x"))));
        assertThat(stack)
                .hasResource("azapi_resource", "{body: {properties: {filter: {advancedFilters: [{key: 'source'}]}}}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "2999-01-01T00:00:00.500Z"})
    void refusesAnEndThatHasPassedOrIsTooExact(Instant end) {
        refuses(props().expiresAt(end), "expiresAt %s is not allowed: in the future, in whole seconds".formatted(end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "image_events", "image.events"})
    void refusesANameThatAzureRefuses(String name) {
        refuses(
                props().name(name),
                "event subscription name \"%s\" (%d characters) is not allowed: 3 to 64 characters, letters, digits and hyphens"
                        .formatted(name, name.length()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT1M, number of delivery attempts of 0 is not allowed: 1 to 30",
        "31, PT1M, number of delivery attempts of 31 is not allowed: 1 to 30",
        "1, PT59S, 'event time to live PT59S is not allowed: PT1M to PT24H, in whole minutes'",
        "1, PT90S, 'event time to live PT1M30S is not allowed: PT1M to PT24H, in whole minutes'",
        "1, PT24H1M, 'event time to live PT24H1M is not allowed: PT1M to PT24H, in whole minutes'"
    })
    void refusesRetriesThatAzureRefuses(int attempts, Duration timeToLive, String message) {
        assertThatThrownBy(() -> new RetryPolicy(attempts, timeToLive)).hasMessage(message);
    }

    @Test
    void refusesASubjectWithoutOrWithWildcards() {
        assertThatThrownBy(() -> SubjectFilter.builder().build())
                .hasMessage("a subject filter needs beginsWith or endsWith");
        assertThatThrownBy(() -> SubjectFilter.builder().endsWith("*.json").build())
                .hasMessage("endsWith \"*.json\" is not allowed: not empty, and without wildcards");
        assertThatThrownBy(() -> SubjectFilter.builder().beginsWith("").build())
                .hasMessage("beginsWith \"\" is not allowed: not empty, and without wildcards");
    }

    @Test
    void takesADestinationOfOnesOwn() {
        subscribe(
                props().destination(() -> JsonNodeFactory.instance.objectNode().put("endpointType", "MonitorAlert")));
        assertThat(stack)
                .hasResource("azapi_resource", "{body: {properties: {destination: {endpointType: 'MonitorAlert'}}}}");
    }

    @Test
    void namesADestinationThatAnswersNothing() {
        EventDestination broken = new Broken();
        assertThatThrownBy(() -> subscribe(props().destination(broken)))
                .isInstanceOf(ConstructException.class)
                .hasMessage(
                        "io.terralake.eventgrid.EventSubscriptionTests$Broken.endpoint() returned null (at test-stack/Orders)");
    }

    @Test
    void namesDeliveryPropertiesThatAreNull() {
        refuses(
                props().destination(WebhookDestination.builder()
                        .url("https://example.com/a")
                        .properties(Arrays.asList(null, DeliveryProperty.fixed(null, "x")))
                        .build()),
                "the fields destination.properties[0], destination.properties[1].name are not set");
    }

    private static final class Broken implements EventDestination {
        @Override
        public ObjectNode endpoint() {
            return null;
        }
    }

    private void refuses(EventSubscriptionPropsBuilder props, String message) {
        String id = "Refused" + stack.getNode().getChildren().size();
        assertThatThrownBy(() -> new EventSubscription(stack, id, props.build()))
                .isInstanceOf(ConstructException.class)
                .hasMessage("%s (at test-stack/%s)".formatted(message, id));
    }

    private void subscribe(EventSubscriptionPropsBuilder props) {
        new EventSubscription(stack, "Orders", props.build());
    }

    private EventSubscriptionPropsBuilder props() {
        return EventSubscriptionProps.builder().topic(topic).name("orders").destination(WEBHOOK);
    }

    private Queue queue() {
        return new Queue(
                stack,
                "Queue",
                QueueProps.builder().account(lake).name("orders").build());
    }
}
