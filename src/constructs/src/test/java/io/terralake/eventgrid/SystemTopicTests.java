package io.terralake.eventgrid;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.Testing;
import io.terralake.core.PlatformStack;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.LogSink;
import io.terralake.monitoring.Metric;
import io.terralake.settings.Environment;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class SystemTopicTests {
    private static final String TOPIC = PlatformTeam.id("Microsoft.EventGrid/systemTopics/egst-hub");
    private static final String WORKSPACE = PlatformTeam.id("Microsoft.MachineLearningServices/workspaces/mlw-hub");

    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void isOfAStorageAccountAndHasAnIdentity() {
        topic(stack, "Topic", EventSource.storageAccount(lake(stack)));
        assertThat(stack).hasResource("azurerm_eventgrid_system_topic", """
                {
                  name: 'egst-lakes-images-test-weu',
                  location: 'westeurope',
                  resource_group_name: textLike('${azurerm_resource_group.*.name}'),
                  source_resource_id: textLike('${azurerm_storage_account.*.id}'),
                  topic_type: 'Microsoft.Storage.StorageAccounts',
                  identity: {type: 'SystemAssigned'},
                  tags: {owner: 'tests'},
                }
                """);
    }

    @Test
    void isOfAnAzureMlWorkspaceOrAnythingElse() {
        topic(stack, "Models", EventSource.machineLearningWorkspace(WORKSPACE));
        new SystemTopic(
                stack,
                "Group",
                SystemTopicProps.builder()
                        .source(EventSource.of("Microsoft.Resources.ResourceGroups", PlatformTeam.RESOURCE_GROUP))
                        .purpose("group")
                        .location("global")
                        .build());
        assertThat(stack)
                .hasResource(
                        "azurerm_eventgrid_system_topic",
                        "{topic_type: 'Microsoft.MachineLearningServices.Workspaces', source_resource_id: '%s'}"
                                .formatted(WORKSPACE))
                .hasResource("azurerm_eventgrid_system_topic", """
                        {
                          topic_type: 'Microsoft.Resources.ResourceGroups',
                          source_resource_id: '%s',
                          location: 'global',
                        }
                        """.formatted(PlatformTeam.RESOURCE_GROUP));
    }

    @Test
    void sendsItsLogs() {
        stack.share(LogSink.class, Stacks.LOGS);
        topic(stack, "Topic", EventSource.machineLearningWorkspace(WORKSPACE));
        assertThat(stack).hasResource("azurerm_monitor_diagnostic_setting", """
                {
                  target_resource_id: textLike('${azurerm_eventgrid_system_topic.*.id}'),
                  enabled_log: [{category_group: 'allLogs'}],
                  enabled_metric: [{category: 'AllMetrics'}],
                }
                """);
    }

    @Test
    void countsWhatGoesWrong() {
        ISystemTopic topic = SystemTopic.fromSystemTopicId(stack, "Topic", TOPIC, PlatformTeam.SUBSCRIPTION);
        assertThat(topic.metricDeadLettered()).isEqualTo(metric("DeadLetteredCount"));
        assertThat(topic.metricDropped()).isEqualTo(metric("DroppedEventCount"));
        assertThat(topic.metricDeliveryFailures()).isEqualTo(metric("DeliveryAttemptFailCount"));
    }

    @Test
    void importsATopic() {
        ISystemTopic topic = SystemTopic.fromSystemTopicId(stack, "Topic", TOPIC, PlatformTeam.SUBSCRIPTION);
        assertThat(topic.systemTopicId()).isEqualTo(TOPIC);
        assertThat(topic.systemTopicName()).isEqualTo("egst-hub");
        assertThat(topic.principalId()).isEqualTo(PlatformTeam.SUBSCRIPTION);
        assertThat(topic.source()).isEmpty();
        assertThatThrownBy(() ->
                        SystemTopic.fromSystemTopicId(stack, "Other", PlatformTeam.VAULT, PlatformTeam.SUBSCRIPTION))
                .hasMessage(
                        "\"%s\" is the id of a Microsoft.KeyVault/vaults, /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.EventGrid/systemTopics/<name> is needed (at test-stack/Other)"
                                .formatted(PlatformTeam.VAULT));
    }

    @Test
    void refusesASecondTopicOfASource() {
        DataLake lake = lake(stack);
        topic(stack, "Topic", EventSource.storageAccount(lake));
        assertThatThrownBy(() -> topic(stack, "Again", EventSource.storageAccount(lake)))
                .hasMessage("the source has the topic test-stack/Topic already, and can have one: take that"
                        + " (at test-stack/Again)");
    }

    /** Also when products make them that do not know each other, before the zone has shared anything. */
    @Test
    void refusesASecondTopicInAnotherStackOfThePlatform() {
        Construct app = Testing.app();
        Environment environment = new Environment("test", Stacks.settings());
        PlatformStack zone = new PlatformStack(app, "zone", environment);
        DataLake lake = lake(zone);
        PlatformStack one = new PlatformStack(app, "one", environment, zone.platform());
        PlatformStack other = new PlatformStack(app, "other", environment, zone.platform());
        topic(one, "Topic", EventSource.storageAccount(lake));
        assertThatThrownBy(() -> topic(other, "Topic", EventSource.storageAccount(lake)))
                .hasMessage("the source has the topic test-one/Topic already, and can have one: take that"
                        + " (at test-other/Topic)");
    }

    @Test
    void refusesWhatIsNoPlaceNoNameNoWorkspace() {
        EventSource source = EventSource.storageAccount(lake(stack));
        var props = SystemTopicProps.builder().source(source).purpose("images");
        assertThatThrownBy(() -> props.location("westeurop").build())
                .hasMessage("location \"westeurop\" is not allowed: a region such as westeurope, or global");
        assertThatThrownBy(() -> new SystemTopic(
                        stack, "Topic", props.location(null).name("egst_images").build()))
                .hasMessage("system topic name \"egst_images\" (11 characters) is not allowed: 3 to 128 characters,"
                        + " letters, digits and hyphens (at test-stack/Topic)");
        assertThatThrownBy(() -> EventSource.machineLearningWorkspace(PlatformTeam.VAULT))
                .hasMessageContaining("/providers/Microsoft.MachineLearningServices/workspaces/<name> is needed");
    }

    @Test
    void namesEventsAsAzureDoes() {
        assertThat(Arrays.stream(StorageEvent.values()).map(StorageEvent::azureName))
                .containsExactly(
                        "Microsoft.Storage.BlobCreated",
                        "Microsoft.Storage.BlobDeleted",
                        "Microsoft.Storage.BlobRenamed",
                        "Microsoft.Storage.DirectoryCreated",
                        "Microsoft.Storage.DirectoryRenamed",
                        "Microsoft.Storage.DirectoryDeleted");
        assertThat(Arrays.stream(MachineLearningEvent.values()).map(MachineLearningEvent::azureName))
                .containsExactly(
                        "Microsoft.MachineLearningServices.ModelRegistered",
                        "Microsoft.MachineLearningServices.ModelDeployed",
                        "Microsoft.MachineLearningServices.RunCompleted",
                        "Microsoft.MachineLearningServices.DatasetDriftDetected",
                        "Microsoft.MachineLearningServices.RunStatusChanged");
    }

    private static Metric metric(String name) {
        return new Metric("Microsoft.EventGrid/systemTopics", name, Aggregation.TOTAL, TOPIC);
    }

    private static SystemTopic topic(PlatformStack stack, String id, EventSource source) {
        return new SystemTopic(
                stack,
                id,
                SystemTopicProps.builder().source(source).purpose("images").build());
    }

    private static DataLake lake(PlatformStack stack) {
        return new DataLake(stack, "Lake", DataLakeProps.builder().build());
    }
}
