package io.terralake.patterns;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.eventgrid.EventSource;
import io.terralake.eventgrid.ISystemTopic;
import io.terralake.eventgrid.RetryPolicy;
import io.terralake.eventgrid.SystemTopic;
import io.terralake.eventgrid.SystemTopicProps;
import io.terralake.identity.Principal;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.Queue;
import io.terralake.storage.QueueProps;
import io.terralake.storage.Zone;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BlobEventQueueTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final DataLake lake =
            new DataLake(stack, "Lake", DataLakeProps.builder().build());
    private final Zone images = lake.addZone("images", ZoneProps.builder().build());

    @Test
    void tellsOfEveryCompleteBlobOfTheContainer() {
        watch(props().ending(".json"));
        assertThat(stack)
                .hasResource("azurerm_eventgrid_system_topic", """
                        {
                          name: 'egst-lakes-image-events-test-weu',
                          source_resource_id: textLike('${azurerm_storage_account.*.id}'),
                        }
                        """)
                .hasResource("azurerm_storage_queue", "{name: 'image-events'}")
                .hasResource("azurerm_storage_container", "{name: 'image-events-dead-letter'}")
                .hasResource("azapi_resource", """
                        {
                          name: 'image-events',
                          body: {properties: {
                            eventDeliverySchema: 'EventGridSchema',
                            filter: exactly({
                              subjectBeginsWith: '/blobServices/default/containers/images/blobs/',
                              subjectEndsWith: '.json',
                              isSubjectCaseSensitive: false,
                              includedEventTypes: ['Microsoft.Storage.BlobCreated'],
                              enableAdvancedFilteringOnArrays: false,
                              advancedFilters: [{
                                operatorType: 'StringIn',
                                key: 'data.api',
                                values: ['CopyBlob', 'PutBlob', 'PutBlockList', 'FlushWithClose'],
                              }],
                            }),
                            retryPolicy: {maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440},
                          }},
                        }
                        """);
    }

    @Test
    void deliversByIdentityAndLosesNothing() {
        watch(props());
        assertThat(stack).hasResource("azapi_resource", """
                        {body: {properties: {
                          deliveryWithResourceIdentity: {destination: {properties: {
                            resourceId: textLike('${azurerm_storage_account.*.id}'),
                            queueName: textLike('${azurerm_storage_queue.*.name}'),
                            queueMessageTimeToLiveInSeconds: -1,
                          }}},
                          deadLetterWithResourceIdentity: {deadLetterDestination: {properties: {
                            blobContainerName: 'image-events-dead-letter',
                          }}},
                        }}}
                        """).hasResourceCount("azurerm_role_assignment", 2);
    }

    @Test
    void takesWhatIsThere() {
        DataLake queues = new DataLake(
                stack, "Queues", DataLakeProps.builder().purpose("queues").build());
        Zone dead = queues.addZone("dead", ZoneProps.builder().build());
        ISystemTopic topic = topic(lake);
        BlobEventQueue events = watch(props().topic(topic)
                .queueAccount(queues)
                .deadLetter(dead)
                .path("device/")
                .filters(List.of())
                .messageTimeToLive(Duration.ofDays(7))
                .retryPolicy(RetryPolicy.builder().attempts(3).build()));
        assertThat(events.topic()).isSameAs(topic);
        assertThat(events.deadLetter()).isSameAs(dead);
        assertThat(stack)
                .hasResourceCount("azurerm_eventgrid_system_topic", 1)
                .hasResource(
                        "azurerm_storage_queue",
                        "{storage_account_id: textLike('${azurerm_storage_account.Queues_*.id}')}")
                .hasResource("azapi_resource", """
                        {body: {properties: {
                          deliveryWithResourceIdentity: {destination: {properties: {
                            resourceId: textLike('${azurerm_storage_account.Queues_*.id}'),
                            queueMessageTimeToLiveInSeconds: 604800,
                          }}},
                          deadLetterWithResourceIdentity: {deadLetterDestination: {properties: {
                            resourceId: textLike('${azurerm_storage_account.Queues_*.id}'),
                            blobContainerName: 'dead',
                          }}},
                          filter: {
                            subjectBeginsWith: '/blobServices/default/containers/images/blobs/device/',
                            subjectEndsWith: '',
                            advancedFilters: absent,
                          },
                          retryPolicy: {maxDeliveryAttempts: 3},
                        }}}
                        """);
    }

    @Test
    void letsAReaderTakeMessagesAndReadBlobsAndNothingElse() {
        BlobEventQueue events = watch(props());
        events.grantProcess(Principal.servicePrincipal("app", PlatformTeam.SUBSCRIPTION))
                .applyBefore(new Queue(
                        stack,
                        "Later",
                        QueueProps.builder().account(lake).name("later").build()));
        for (String role : List.of("Storage Queue Data Contributor", "Storage Blob Data Reader")) {
            assertThat(stack)
                    .hasResource(
                            "azurerm_role_assignment",
                            "{role_definition_name: '%s', principal_id: '%s'}"
                                    .formatted(role, PlatformTeam.SUBSCRIPTION));
        }
        assertThat(stack)
                .hasResourceCount("azurerm_role_assignment", 4)
                .hasResource(
                        "azurerm_storage_queue",
                        "{name: 'later', depends_on: arrayWith(textLike('time_sleep.*StorageBlobDataReader*'))}");
    }

    @Test
    void refusesATopicOfAnotherAccount() {
        DataLake other = new DataLake(
                stack, "Other", DataLakeProps.builder().purpose("other").build());
        assertThatThrownBy(() -> watch(props().topic(topic(other))))
                .hasMessage(
                        "the topic test-stack/LakeTopic is not of the account of zone \"images\" (at test-stack/Events)");
    }

    @Test
    void refusesASecondTopicOfTheAccount() {
        topic(lake);
        assertThatThrownBy(() -> watch(props()))
                .hasMessage("the source has the topic test-stack/LakeTopic already, and can have one: take that"
                        + " (at test-stack/Events/Topic)");
    }

    @Test
    void refusesDeadLettersThatWouldBeEvents() {
        assertThatThrownBy(() -> watch(props().deadLetter(images)))
                .hasMessage("zone \"images\" is watched and cannot be the deadLetter: what is written there is an event"
                        + " (at test-stack/Events)");
    }

    @Test
    void asksForDeadLettersWhereItCannotMakeAContainer() {
        Zone imported =
                DataLake.fromAccountId(stack, "Hub", PlatformTeam.LAKE, "raw").zone("raw");
        assertThatThrownBy(() -> watch(props().zone(imported)))
                .hasMessage(
                        "zone \"raw\" is in a lake that is managed elsewhere: say which container is for the deadLetter"
                                + " (at test-stack/Events)");
    }

    /** Imported twice, it is the same container. */
    @Test
    void refusesDeadLettersThatWouldBeEventsByWhateverName() {
        Zone raw =
                DataLake.fromAccountId(stack, "Hub", PlatformTeam.LAKE, "raw").zone("raw");
        Zone again = DataLake.fromAccountId(stack, "Again", PlatformTeam.LAKE.toUpperCase(Locale.ROOT), "raw")
                .zone("raw");
        assertThatThrownBy(() -> watch(props().zone(raw).deadLetter(again)))
                .hasMessage("zone \"raw\" is watched and cannot be the deadLetter: what is written there is an event"
                        + " (at test-stack/Events)");
    }

    @Test
    void namesAFilterThatIsNull() {
        assertThatThrownBy(() -> watch(props().filters(Collections.singletonList(null))))
                .hasMessage("the field filters[0] is not set (at test-stack/Events)");
    }

    @Test
    void refusesAPathThatNoBlobHas() {
        assertThatThrownBy(() -> watch(props().path("/device")))
                .hasMessage(
                        "path \"/device\" is not allowed: no path in a zone begins with a slash (at test-stack/Events)");
    }

    @Test
    void refusesWildcards() {
        assertThatThrownBy(() -> watch(props().ending("*.json")))
                .hasMessage(
                        "endsWith \"*.json\" is not allowed: not empty, and without wildcards (at test-stack/Events)");
    }

    @Test
    void refusesATimeThatAzureRefuses() {
        assertThatThrownBy(() -> watch(props().messageTimeToLive(Duration.ZERO)))
                .hasMessage(
                        "message time to live PT0S is not allowed: a second or more, in whole seconds, 2147483647 at most"
                                + " (at test-stack/Events)");
    }

    @Test
    void refusesANameThatAzureRefuses() {
        assertThatThrownBy(() -> watch(props().name("Images")))
                .hasMessage("queue name \"Images\" (6 characters) is not allowed: 3 to 63 characters,"
                        + " lower-case letters, digits and single hyphens inside (at test-stack/Events/Queue)");
    }

    private ISystemTopic topic(DataLake of) {
        return new SystemTopic(
                stack,
                "LakeTopic",
                SystemTopicProps.builder()
                        .source(EventSource.storageAccount(of))
                        .purpose("lake")
                        .build());
    }

    private BlobEventQueue watch(BlobEventQueuePropsBuilder props) {
        return new BlobEventQueue(stack, "Events", props.build());
    }

    private BlobEventQueuePropsBuilder props() {
        return BlobEventQueueProps.builder().zone(images).name("image-events");
    }
}
