package io.terralake.factory.trigger;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link CustomEventTrigger}.
 *
 * @param name the name in the factory
 * @param topicId the Azure id of the Event Grid topic
 * @param eventTypes the types of events, at least one
 * @param subjectPrefix how the events' subjects begin; @default all events
 * @param run what is started; {@code @triggerBody().event.data} is the event
 */
@RecordBuilder
public record CustomEventTriggerProps(
        String name,
        String topicId,
        List<String> eventTypes,
        @Nullable String subjectPrefix,
        PipelineRun run) {

    public CustomEventTriggerProps {
        eventTypes = RequiredFields.copy(eventTypes);
        if (eventTypes != null && eventTypes.isEmpty()) {
            throw new IllegalArgumentException("a custom event trigger needs at least one event type");
        }
        EventFilter.check("subject prefix", subjectPrefix, "orders/");
    }

    public static CustomEventTriggerPropsBuilder builder() {
        return CustomEventTriggerPropsBuilder.builder();
    }
}
