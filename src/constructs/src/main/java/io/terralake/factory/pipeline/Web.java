package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.core.Tokens;
import io.terralake.factory.IDataFactory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls an HTTPS address, as the factory when an audience is named. The call leaves from the factory's managed network.
 *
 * @param name the activity's name
 * @param factory the factory that calls
 * @param method the HTTP method
 * @param url the address, which starts with {@code https://}
 * @param body what is sent; POST and PUT need it; @default nothing
 * @param headers strings, by name; @default none
 * @param audience whom the factory's token is for, such as {@code api://<client id>}; @default no token is sent
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 */
@RecordBuilder
public record Web(
        String name,
        IDataFactory factory,
        Method method,
        String url,
        @Nullable Expression body,
        @Nullable Map<String, String> headers,
        @Nullable String audience,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    /** HTTP methods. */
    public enum Method {
        GET,
        POST,
        PUT,
        DELETE
    }

    /** @throws IllegalArgumentException when the address is not HTTPS, or a body is missing or too much */
    public Web {
        if (url != null && !Tokens.isIn(url) && !url.startsWith("https://")) {
            throw new IllegalArgumentException("address \"%s\" is not allowed: one with https://".formatted(url));
        }
        boolean sends = method == Method.POST || method == Method.PUT;
        if (method != null && sends == (body == null)) {
            throw new IllegalArgumentException("%s %s".formatted(method, sends ? "needs a body" : "has no body"));
        }
        headers = Sorted.copyOrEmpty(headers);
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static WebBuilder builder() {
        return WebBuilder.builder();
    }

    @Override
    public String type() {
        return "WebActivity";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance
                .objectNode()
                .put("method", method.name())
                .put("url", url);
        // Strings only: the service rejects expression objects here (hashicorp/terraform-provider-azurerm#24998).
        ObjectNode sent = properties.putObject("headers");
        headers.forEach(sent::put);
        if (body != null) {
            properties.set("body", body.json());
        }
        if (audience != null) {
            properties.putObject("authentication").put("type", "MSI").put("resource", audience);
        }
        properties.set("connectVia", Activity.reference(factory.runtimeName(), "IntegrationRuntimeReference"));
        return properties;
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
    }
}
