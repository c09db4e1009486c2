package io.terralake.logic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request by the workflow's identity.
 *
 * @param name as that of any action
 * @param method @default {@link Method#GET}
 * @param uri the address; a known one begins with {@code https://}
 * @param audience whom the token is for, such as {@code https://storage.azure.com/} or an application's identifier URI
 * @param headers @default none
 * @param queries what is added behind a question mark; @default nothing
 * @param body @default none
 * @param retry @default the service's
 * @param runAfter as {@link WorkflowAction#runAfter}
 * @see <a href="https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity">Authenticate with a managed
 *     identity</a>
 */
@RecordBuilder
public record HttpAction(
        String name,
        @Nullable Method method,
        Expression uri,
        Expression audience,
        @Nullable Map<String, Expression> headers,
        @Nullable Map<String, Expression> queries,
        @Nullable Expression body,
        @Nullable RetryPolicy retry,
        @Nullable List<RunAfter> runAfter)
        implements WorkflowAction {

    /** What is asked for. */
    public enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE,
        HEAD
    }

    /** @throws IllegalArgumentException when the address is known and not one of HTTPS, or a secret stands in a header */
    public HttpAction {
        method = method == null ? Method.GET : method;
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        queries = queries == null ? Map.of() : Map.copyOf(queries);
        runAfter = runAfter == null ? null : List.copyOf(runAfter);
        String address = uri.json().asText();
        if (!address.startsWith("https://") && !address.startsWith("@") && !address.startsWith("${")) {
            throw new IllegalArgumentException(
                    "action \"%s\": address \"%s\" is not allowed: one of HTTPS".formatted(name, address));
        }
        if (headers.keySet().stream().anyMatch("Authorization"::equalsIgnoreCase)) {
            throw new IllegalArgumentException(
                    "action \"%s\": a header Authorization is not allowed, the workflow's identity signs"
                            .formatted(name));
        }
    }

    @Override
    public ObjectNode definition() {
        ObjectNode action = JsonNodeFactory.instance.objectNode().put("type", "Http");
        ObjectNode inputs = action.putObject("inputs");
        inputs.put("method", String.valueOf(method)).set("uri", uri.json());
        put(inputs, "headers", headers);
        put(inputs, "queries", queries);
        if (body != null) {
            inputs.set("body", body.json());
        }
        inputs.putObject("authentication").put("type", "ManagedServiceIdentity").set("audience", audience.json());
        if (retry != null) {
            inputs.set("retryPolicy", retry.json());
        }
        return action;
    }

    private static void put(ObjectNode inputs, String field, @Nullable Map<String, Expression> values) {
        if (values != null && !values.isEmpty()) {
            ObjectNode object = inputs.putObject(field);
            new TreeMap<>(values).forEach((name, value) -> object.set(name, value.json()));
        }
    }

    public static HttpActionBuilder builder() {
        return HttpActionBuilder.builder();
    }
}
