package io.terralake.eventgrid;

import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The topics of a platform by their sources, of which each can have one. An account that several stacks import is not seen to be one,
 * unless by its text.
 */
final class KnownTopics {
    private final Map<String, SystemTopic> bySource = new HashMap<>();

    private KnownTopics() {}

    static void add(SystemTopic topic, String sourceId) {
        // The stack that has the resource group is the one below all others.
        PlatformStack platform = PlatformStack.of(PlatformStack.of(topic).resourceGroup());
        KnownTopics known = platform.find(KnownTopics.class).orElseGet(() -> {
            KnownTopics none = new KnownTopics();
            platform.share(KnownTopics.class, none);
            return none;
        });
        SystemTopic other = known.bySource.putIfAbsent(sourceId.toLowerCase(Locale.ROOT), topic);
        if (other != null) {
            throw new ConstructException(
                    topic,
                    "the source has the topic %s already, and can have one: take that"
                            .formatted(other.getNode().getPath()));
        }
    }
}
