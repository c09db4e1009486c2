package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Posts to an HTTPS address and waits until the address {@code callBackUri}, which the service adds to the body, is called.
 *
 * @param name the activity's name
 * @param url the address, which starts with {@code https://}; an expression stands in it as {@code @{…}} in it
 * @param body what is sent, a JSON object
 * @param headers strings, by name; @default {@code Content-Type: application/json}, which is added to others too
 * @param timeout how long it waits for the call, in whole seconds up to 7 days; @default 10 minutes
 * @param reportStatus whether the call can say that it failed, by {@code StatusCode} and {@code Error} in its body; @default true
 * @param audience whom the factory's token is for, such as {@code api://<client id>}; @default no token is sent
 * @param dependsOn @default nothing
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-webhook-activity">Webhook activity</a>
 */
@RecordBuilder
public record WebHook(
        String name,
        String url,
        Expression body,
        @Nullable Map<String, String> headers,
        @Nullable Duration timeout,
        @Nullable Boolean reportStatus,
        @Nullable String audience,
        @Nullable List<Dependency> dependsOn)
        implements Activity {

    private static final String TYPE = "Content-Type";

    /** @throws IllegalArgumentException when the address is not HTTPS, or the timeout is not possible */
    public WebHook {
        Web.checkUrl(url);
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.put(TYPE, "application/json");
        sent.putAll(headers == null ? Map.of() : headers);
        headers = Sorted.copyOf(sent);
        timeout = TimeSpan.check(
                "timeout",
                timeout == null ? Duration.ofMinutes(10) : timeout,
                Duration.ofSeconds(1),
                ActivityPolicy.LONGEST);
        reportStatus = reportStatus == null || reportStatus;
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static WebHookBuilder builder() {
        return WebHookBuilder.builder();
    }

    @Override
    public String type() {
        return "WebHook";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties =
                JsonNodeFactory.instance.objectNode().put("method", "POST").put("url", url);
        ObjectNode sent = properties.putObject("headers");
        headers.forEach(sent::put);
        properties.set("body", body.json());
        properties.put("timeout", TimeSpan.of(timeout)).put("reportStatusOnCallBack", reportStatus);
        if (audience != null) {
            properties.putObject("authentication").put("type", "MSI").put("resource", audience);
        }
        return properties;
    }
}
