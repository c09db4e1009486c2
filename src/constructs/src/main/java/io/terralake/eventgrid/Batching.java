package io.terralake.eventgrid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many events one call delivers, at most; none waits for others.
 *
 * @param events how many, 1 to 5000; @default 1
 * @param kilobytes of what size, 1 to 1024 KB; a single event may be larger; @default 64
 * @see <a href="https://learn.microsoft.com/azure/event-grid/delivery-and-retry#output-batching">Output batching</a>
 */
@RecordBuilder
public record Batching(@Nullable Integer events, @Nullable Integer kilobytes) {
    /** Event by event. */
    static final Batching NONE = new Batching(null, null);

    /** @throws IllegalArgumentException when one is outside of its limits */
    public Batching {
        events = Limits.check("batch", events == null ? 1 : events, 1, 5000, "events");
        kilobytes = Limits.check("batch", kilobytes == null ? 64 : kilobytes, 1, 1024, "KB");
    }

    public static BatchingBuilder builder() {
        return BatchingBuilder.builder();
    }

    void addTo(ObjectNode properties) {
        properties
                .put("maxEventsPerBatch", Objects.requireNonNull(events))
                .put("preferredBatchSizeInKilobytes", Objects.requireNonNull(kilobytes));
    }
}
