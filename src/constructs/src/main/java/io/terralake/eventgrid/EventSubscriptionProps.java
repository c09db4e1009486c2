package io.terralake.eventgrid;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.storage.Zone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of an {@link EventSubscription}.
 *
 * @param topic whose events these are; may be in another stack
 * @param name its name, 3 to 64 letters, digits and hyphens
 * @param eventTypes which events; @default all that the source sends
 * @param subject which subjects; @default all
 * @param filters what else must hold, up to 25 filters with 25 values in all; @default nothing
 * @param filterArrays whether filters look into arrays, one element of which is enough; @default false
 * @param destination where events go
 * @param deadLetter where events go that could not be delivered, as files of JSON; @default nowhere, they are lost
 * @param retryPolicy for how long Event Grid tries; @default 30 times in a day
 * @param schema the form of the events; @default {@link EventSchema#EVENT_GRID}
 * @param labels texts for whoever looks for it in Azure; @default none
 * @param expiresAt when Azure ends it, in whole seconds, in the future whenever a stack is synthesized; @default never
 */
@RecordBuilder
public record EventSubscriptionProps(
        ISystemTopic topic,
        String name,
        @Nullable List<EventType> eventTypes,
        @Nullable SubjectFilter subject,
        @Nullable List<AdvancedFilter> filters,
        @Nullable Boolean filterArrays,
        EventDestination destination,
        @Nullable Zone deadLetter,
        @Nullable RetryPolicy retryPolicy,
        @Nullable EventSchema schema,
        @Nullable List<String> labels,
        @Nullable Instant expiresAt) {

    public EventSubscriptionProps {
        eventTypes = RequiredFields.copyOrEmpty(eventTypes);
        filters = RequiredFields.copyOrEmpty(filters);
        filterArrays = filterArrays != null && filterArrays;
        retryPolicy = retryPolicy == null ? new RetryPolicy(null, null) : retryPolicy;
        schema = schema == null ? EventSchema.EVENT_GRID : schema;
        labels = RequiredFields.copyOrEmpty(labels);
    }

    public static EventSubscriptionPropsBuilder builder() {
        return EventSubscriptionPropsBuilder.builder();
    }
}
