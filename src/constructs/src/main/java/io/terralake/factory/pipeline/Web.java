package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.core.Tokens;
import io.terralake.factory.IDataFactory;
import java.time.Duration;
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
 * @param responseTimeout how long the answer may take, 1 to 10 minutes; an answer 202 comes at once, and the activity asks its
 *     {@code Location} until there is another; @default the service's, 1 minute
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
        @Nullable Duration responseTimeout,
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

    /**
     * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-web-activity">Web activity</a>
     */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** @throws IllegalArgumentException when the address is not HTTPS, a body is missing or too much, or the timeout is not possible */
    public Web {
        checkUrl(url);
        checkBody(method, body);
        if (responseTimeout != null
                && (responseTimeout.compareTo(SHORTEST) < 0 || responseTimeout.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(
                    "response timeout of %s is not allowed: 1 to 10 minutes".formatted(responseTimeout));
        }
        headers = Sorted.copyOrEmpty(headers);
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    /** Tokens are known to Terraform only. */
    static void checkUrl(@Nullable String url) {
        if (url != null && !Tokens.isIn(url) && !url.startsWith("https://")) {
            throw new IllegalArgumentException("address \"%s\" is not allowed: one with https://".formatted(url));
        }
    }

    static void checkBody(@Nullable Method method, @Nullable Expression body) {
        boolean sends = method == Method.POST || method == Method.PUT;
        if (method != null && sends == (body == null)) {
            throw new IllegalArgumentException("%s %s".formatted(method, sends ? "needs a body" : "has no body"));
        }
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
        if (responseTimeout != null) {
            properties.put(
                    "httpRequestTimeout",
                    "00:%02d:%02d".formatted(responseTimeout.toMinutes(), responseTimeout.toSecondsPart()));
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
