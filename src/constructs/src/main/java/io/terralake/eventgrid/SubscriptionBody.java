package io.terralake.eventgrid;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.storage.Zone;
import java.util.List;
import java.util.Objects;

/**
 * The JSON of a subscription.
 *
 * @param byIdentity whether the topic's identity delivers
 */
record SubscriptionBody(EventSubscriptionProps props, boolean byIdentity) {

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "eventDeliverySchema",
                        Objects.requireNonNull(props.schema()).azureName());
        ObjectNode delivery = byIdentity ? identity(json.putObject("deliveryWithResourceIdentity")) : json;
        EventDestination destination = props.destination();
        delivery.set("destination", Contract.<ObjectNode>ask(destination, "endpoint", destination::endpoint));
        json.set("filter", filter());
        RetryPolicy retry = Objects.requireNonNull(props.retryPolicy());
        json.putObject("retryPolicy")
                .put("maxDeliveryAttempts", retry.attempts())
                .put(
                        "eventTimeToLiveInMinutes",
                        Objects.requireNonNull(retry.timeToLive()).toMinutes());
        if (props.deadLetter() != null) {
            addDeadLetter(json, props.deadLetter());
        }
        addTexts(json, "labels", Objects.requireNonNull(props.labels()));
        if (props.expiresAt() != null) {
            json.put("expirationTimeUtc", props.expiresAt().toString());
        }
        return json;
    }

    private ObjectNode filter() {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        SubjectFilter subject = props.subject();
        if (subject != null) {
            filter.put("subjectBeginsWith", Objects.requireNonNullElse(subject.beginsWith(), ""))
                    .put("subjectEndsWith", Objects.requireNonNullElse(subject.endsWith(), ""))
                    .put("isSubjectCaseSensitive", subject.caseSensitive());
        }
        addTexts(
                filter,
                "includedEventTypes",
                Objects.requireNonNull(props.eventTypes()).stream()
                        .map(type -> Contract.<String>ask(type, "azureName", type::azureName))
                        .toList());
        filter.put("enableAdvancedFilteringOnArrays", props.filterArrays());
        List<AdvancedFilter> filters = Objects.requireNonNull(props.filters());
        if (!filters.isEmpty()) {
            ArrayNode advanced = filter.putArray("advancedFilters");
            filters.forEach(one -> advanced.add(one.json()));
        }
        return filter;
    }

    private static void addDeadLetter(ObjectNode json, Zone zone) {
        identity(json.putObject("deadLetterWithResourceIdentity"))
                .putObject("deadLetterDestination")
                .put("endpointType", "StorageBlob")
                .putObject("properties")
                .put("resourceId", zone.lake().accountId())
                .put("blobContainerName", zone.zoneName());
    }

    private static ObjectNode identity(ObjectNode by) {
        by.putObject("identity").put("type", "SystemAssigned");
        return by;
    }

    /** Nothing where there are none: to Azure, no event types are all of them. */
    private static void addTexts(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(json.putArray(name)::add);
        }
    }
}
