package io.terralake.eventgrid;

import io.terralake.core.Contract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** What Azure would refuse in a subscription, or take and never deliver anything for. */
final class SubscriptionChecks {
    /** What Event Grid's own schema has beside the data. */
    private static final Set<String> FIELDS = Set.of("id", "topic", "subject", "eventtype", "dataversion", "data");

    private final List<String> problems = new ArrayList<>();

    private SubscriptionChecks() {}

    /** What is wrong, if anything. */
    static List<String> of(EventSubscriptionProps props) {
        SubscriptionChecks checks = new SubscriptionChecks();
        checks.eventTypes(props);
        checks.filters(Objects.requireNonNull(props.filters()), Objects.requireNonNull(props.schema()));
        Instant end = props.expiresAt();
        if (end != null && (!end.isAfter(Instant.now()) || end.getNano() != 0)) {
            checks.problems.add("expiresAt %s is not allowed: in the future, in whole seconds".formatted(end));
        }
        return checks.problems;
    }

    private void eventTypes(EventSubscriptionProps props) {
        ISystemTopic topic = props.topic();
        Contract.ask(topic, "source", topic::source).ifPresent(source -> {
            String sent = Contract.ask(source, "topicType", source::topicType);
            for (EventType type : Objects.requireNonNull(props.eventTypes())) {
                if (!sent.equalsIgnoreCase(Contract.ask(type, "topicType", type::topicType))) {
                    problems.add("event type %s is not allowed: the topic is of %s, which never sends it"
                            .formatted(Contract.ask(type, "azureName", type::azureName), sent));
                }
            }
        });
    }

    private void filters(List<AdvancedFilter> filters, EventSchema schema) {
        if (filters.size() > AdvancedFilter.MOST) {
            problems.add("%d filters are not allowed: %d at most".formatted(filters.size(), AdvancedFilter.MOST));
        }
        int values = filters.stream().mapToInt(AdvancedFilter::values).sum();
        if (values > AdvancedFilter.MOST) {
            problems.add("%d values in all filters are not allowed: %d at most".formatted(values, AdvancedFilter.MOST));
        }
        if (schema == EventSchema.EVENT_GRID) {
            filters.stream()
                    .map(AdvancedFilter::key)
                    .filter(key -> !FIELDS.contains(key.split("\\.", 2)[0].toLowerCase(Locale.ROOT)))
                    .forEach(key -> problems.add(
                            "filter key \"%s\" is not in events: id, topic, subject, eventType, dataVersion or data.<name> is"
                                    .formatted(key)));
        }
    }
}
