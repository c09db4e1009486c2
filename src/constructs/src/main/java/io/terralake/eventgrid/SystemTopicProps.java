package io.terralake.eventgrid;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Region;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link SystemTopic}.
 *
 * @param source what the events are of
 * @param name its name, 3 to 128 letters, digits and hyphens; @default derived from the platform's, with {@code purpose} in it
 * @param purpose what it is for, such as {@code images}
 * @param location where the source is, which is where its topic must be: a region such as {@code westeurope}, or {@code global} for
 *     sources that are in none, such as a resource group; @default the platform's region
 */
@RecordBuilder
public record SystemTopicProps(
        EventSource source,
        @Nullable String name,
        String purpose,
        @Nullable String location) {
    private static final String GLOBAL = "global";

    public SystemTopicProps {
        String place = location;
        if (place != null
                && !place.equals(GLOBAL)
                && Arrays.stream(Region.values())
                        .noneMatch(region -> region.azureName().equals(place))) {
            throw new IllegalArgumentException(
                    "location \"%s\" is not allowed: a region such as westeurope, or global".formatted(place));
        }
    }

    public static SystemTopicPropsBuilder builder() {
        return SystemTopicPropsBuilder.builder();
    }
}
