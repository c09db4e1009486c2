package io.terralake.stacks;

import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.eventgrid.AdvancedFilter;
import io.terralake.eventgrid.EventSource;
import io.terralake.eventgrid.EventSubscription;
import io.terralake.eventgrid.EventSubscriptionProps;
import io.terralake.eventgrid.EventSubscriptionPropsBuilder;
import io.terralake.eventgrid.ISystemTopic;
import io.terralake.eventgrid.MachineLearningEvent;
import io.terralake.eventgrid.QueueDestination;
import io.terralake.eventgrid.StorageEvent;
import io.terralake.eventgrid.SubjectFilter;
import io.terralake.eventgrid.SystemTopic;
import io.terralake.eventgrid.SystemTopicProps;
import io.terralake.machinelearning.MachineLearningWorkspace;
import io.terralake.settings.Environment;
import io.terralake.settings.Section;
import io.terralake.storage.QueueLogs;
import java.time.Duration;
import java.util.List;
import software.constructs.Construct;

/**
 * Events of the workspaces of Azure ML and of the lake's training folder that start workflows of GitHub: Event Grid tells a queue, a function
 * takes the messages and sends a {@code repository_dispatch} for each.
 */
public final class ModelEvents extends PlatformStack {
    /** The section {@code modelEvents} of an environment's settings. */
    public static final Section<ModelEventsSettings> SETTINGS = Section.of("modelEvents", ModelEventsSettings.class);

    /** A file that a writer has only opened yet; another event comes when it is whole. */
    private static final AdvancedFilter WHOLE = AdvancedFilter.stringNotIn("data.api", "CreateFile");

    /** Where jobs of Azure ML write unless they are told otherwise: what they write must not train the next model. */
    private static final AdvancedFilter NOT_BY_JOBS = AdvancedFilter.stringNotContains("subject", "/azureml/");

    private final ModelEventsStore store;
    private final Alerts alerts;

    /** @param workspaces those whose events start workflows */
    public ModelEvents(Construct scope, Environment environment, LandingZone landingZone, MlWorkspaces workspaces) {
        super(scope, "model-events", environment, landingZone.platform());
        ModelEventsSettings own = environment.section(SETTINGS);
        this.store =
                new ModelEventsStore(this, "Store", landingZone.encryptionKey().orElse(null));
        this.alerts = new Alerts(this, landingZone.alerts());
        workspaces.workspaces().forEach(this::subscribe);
        if (own.training() != null) {
            subscribe(landingZone, own.training());
        }
        new ModelEventsFunctions(this, "Functions", landingZone.functionSubnet(), store, landingZone.vault(), own);
        alerts.onLogs(
                "bad-model-events",
                QueueLogs.added(store.poison()),
                0,
                Duration.ofMinutes(15),
                "Events of models start no workflow: the poison queue says why");
    }

    private void subscribe(String name, MachineLearningWorkspace workspace) {
        SystemTopic topic = new SystemTopic(
                this,
                "Topic-" + name,
                SystemTopicProps.builder()
                        .source(EventSource.machineLearningWorkspace(workspace.workspaceId()))
                        .purpose(name)
                        .location(Placement.of(workspace).location())
                        .build());
        new EventSubscription(
                this,
                "Runs-" + name,
                toQueue(topic, "model-events")
                        .eventTypes(List.of(MachineLearningEvent.values()))
                        .build());
        alerts.onAny("undelivered-" + name, topic.metricDeadLettered(), "Events of models did not get into the queue");
        alerts.onAny("lost-" + name, topic.metricDropped(), "Events of models are lost");
    }

    private void subscribe(LandingZone landingZone, LakeFolderSettings training) {
        new EventSubscription(
                this,
                "Training",
                toQueue(landingZone.lakeEvents(), "training-events")
                        .eventTypes(List.of(StorageEvent.values()))
                        .subject(SubjectFilter.blobs(
                                landingZone.lake().zone(training.zone()), training.folder() + "/", null))
                        .filters(List.of(WHOLE, NOT_BY_JOBS))
                        .build());
    }

    private EventSubscriptionPropsBuilder toQueue(ISystemTopic topic, String name) {
        return EventSubscriptionProps.builder()
                .topic(topic)
                .name(name)
                .destination(QueueDestination.of(store.queue()))
                .deadLetter(store.deadLetters());
    }
}
