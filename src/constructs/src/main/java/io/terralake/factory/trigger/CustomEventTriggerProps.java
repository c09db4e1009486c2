package io.terralake.factory.trigger;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.factory.ArtifactNotes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link CustomEventTrigger}.
 *
 * @param name the name in the factory
 * @param topicId the Azure id of the Event Grid topic
 * @param eventTypes the types of events, at least one
 * @param subjectPrefix how the events' subjects begin; @default all events
 * @param subjectSuffix how they end; @default all events
 * @param runs what is started, at least one pipeline; {@code @triggerBody().event.data} is the event
 * @param started whether it starts what it is for; @default true
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record CustomEventTriggerProps(
        String name,
        String topicId,
        List<String> eventTypes,
        @Nullable String subjectPrefix,
        @Nullable String subjectSuffix,
        List<PipelineRun> runs,
        @Nullable Boolean started,
        @Nullable ArtifactNotes notes) {

    public CustomEventTriggerProps {
        eventTypes = RequiredFields.copy(eventTypes);
        if (eventTypes != null && eventTypes.isEmpty()) {
            throw new IllegalArgumentException("a custom event trigger needs at least one event type");
        }
        runs = PipelineRun.checked(runs);
        started = started == null || started;
        notes = ArtifactNotes.withoutFolder(notes, "trigger");
        EventFilter.check("subject suffix", subjectSuffix, ".csv");
        EventFilter.check("subject prefix", subjectPrefix, "orders/");
    }

    public static CustomEventTriggerPropsBuilder builder() {
        return CustomEventTriggerPropsBuilder.builder();
    }
}
