package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.core.Sorted;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A REST API that a copy sends rows to, as lists of JSON objects.
 *
 * @param dataset a dataset of REST
 * @param method @default POST
 * @param headers by name; @default none
 * @param batchSize how many rows a request has, 1 or more; @default 10,000
 * @param timeout of a request, in full seconds; @default 100 seconds
 * @param interval between requests, up to a minute; @default 10 milliseconds
 * @param compressed whether requests are compressed with gzip; @default false
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-rest#rest-as-sink">REST as sink</a>
 */
@RecordBuilder
public record RestSink(
        DatasetReference dataset,
        @Nullable Method method,
        @Nullable Map<String, Expression> headers,
        @Nullable Integer batchSize,
        @Nullable Duration timeout,
        @Nullable Duration interval,
        @Nullable Boolean compressed)
        implements Sink {

    /** What rows are sent by. */
    public enum Method {
        POST,
        PUT,
        PATCH
    }

    /** @throws IllegalArgumentException when a number or time is not allowed */
    public RestSink {
        method = method == null ? Method.POST : method;
        headers = Sorted.copyOrEmpty(headers);
        batchSize = Limits.check("batch size", batchSize == null ? 10_000 : batchSize, 1, Integer.MAX_VALUE, "rows");
        timeout = timeout == null ? Duration.ofSeconds(100) : timeout;
        compressed = compressed != null && compressed;
        RequestTimes.check(timeout, interval, Duration.ofMinutes(1));
    }

    public static RestSinkBuilder builder() {
        return RestSinkBuilder.builder();
    }

    @Override
    public ObjectNode json() {
        ObjectNode sink = JsonNodeFactory.instance
                .objectNode()
                .put("type", "RestSink")
                .put("requestMethod", method.name())
                .put("writeBatchSize", batchSize)
                .put("httpRequestTimeout", RequestTimes.text(timeout))
                // The one time that the service wants as a number, of milliseconds.
                .put("requestInterval", interval == null ? 10 : interval.toMillis())
                .put("httpCompressionType", Boolean.TRUE.equals(compressed) ? "gzip" : "none");
        if (!headers.isEmpty()) {
            sink.set("additionalHeaders", Arguments.json(headers));
        }
        return sink;
    }
}
