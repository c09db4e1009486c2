package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.Sorted;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a source asks a web server.
 *
 * @param method GET or POST; @default GET
 * @param headers by name; @default none
 * @param body what is sent; @default nothing
 * @param timeout of a request, in full seconds; @default 100 seconds
 * @param interval between the requests for pages, up to a minute, of REST only; @default 10 milliseconds
 * @param pagination how a source gets from page to page, of REST only, such as
 *     {@code Map.of("AbsoluteUrl", "$.nextLink")}; @default one page
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-rest#rest-as-source">REST as source</a>
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-http#http-as-source">HTTP as source</a>
 */
@RecordBuilder
public record HttpRequest(
        @Nullable Method method,
        @Nullable Map<String, Expression> headers,
        @Nullable Expression body,
        @Nullable Duration timeout,
        @Nullable Duration interval,
        @Nullable Map<String, String> pagination) {
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);

    /** What sources ask by. */
    public enum Method {
        GET,
        POST
    }

    /** @throws IllegalArgumentException when a GET has a body, or a time is not allowed */
    public HttpRequest {
        method = method == null ? Method.GET : method;
        headers = Sorted.copyOrEmpty(headers);
        pagination = Sorted.copyOrEmpty(pagination);
        timeout = timeout == null ? Duration.ofSeconds(100) : timeout;
        if (method == Method.GET && body != null) {
            throw new IllegalArgumentException("a body is not allowed for GET: POST");
        }
        RequestTimes.check(timeout, interval, LONGEST_INTERVAL);
    }

    public static HttpRequestBuilder builder() {
        return HttpRequestBuilder.builder();
    }

    /** Whether it says something that only REST knows. */
    boolean isOfRest() {
        return interval != null || !pagination.isEmpty();
    }

    void writeHttp(ObjectNode store) {
        store.put("requestMethod", method.name());
        if (body != null) {
            store.set("requestBody", body.json());
        }
        if (!headers.isEmpty()) {
            store.set("additionalHeaders", lines());
        }
        store.put("requestTimeout", RequestTimes.text(timeout));
    }

    void writeRest(ObjectNode source) {
        source.put("requestMethod", method.name());
        if (body != null) {
            source.set("requestBody", body.json());
        }
        if (!headers.isEmpty()) {
            source.set("additionalHeaders", Arguments.json(headers));
        }
        if (!pagination.isEmpty()) {
            ObjectNode rules = source.putObject("paginationRules");
            pagination.forEach(rules::put);
        }
        source.put("httpRequestTimeout", RequestTimes.text(timeout))
                .put("requestInterval", interval == null ? "00.00:00:00.010" : RequestTimes.text(interval));
    }

    /** HTTP sources take headers as lines of text. */
    private JsonNode lines() {
        Object[] parts = headers.entrySet().stream()
                .flatMap(header -> Stream.of(header.getKey() + ": ", header.getValue(), "\n"))
                .toArray();
        return Expression.text(parts).json();
    }
}
