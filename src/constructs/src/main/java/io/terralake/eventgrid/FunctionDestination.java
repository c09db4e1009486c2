package io.terralake.eventgrid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.functionapp.IFunctionApp;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function with an Event Grid trigger. Azure takes the subscription only when the function is there, so its code must be published before:
 * with packages that are published after the deployment, that takes two. A queue in between needs one, and events wait in it.
 *
 * @param app the function app
 * @param function the function's name, a letter first
 * @param batching how many events one call has; @default one
 * @param properties headers of the call, up to 10; @default none
 * @see <a href="https://learn.microsoft.com/azure/event-grid/handler-functions">Azure function as an event handler</a>
 */
@RecordBuilder
public record FunctionDestination(
        IFunctionApp app,
        String function,
        @Nullable Batching batching,
        @Nullable List<DeliveryProperty> properties) implements EventDestination {
    private static final Pattern FUNCTION = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,127}");

    /** @throws IllegalArgumentException when the name is not that of a function, or there are too many properties or two of a name */
    public FunctionDestination {
        if (function != null && !FUNCTION.matcher(function).matches()) {
            throw new IllegalArgumentException(
                    "function \"%s\" is not allowed: 1 to 128 letters, digits, '_' and '-', a letter first"
                            .formatted(function));
        }
        batching = batching == null ? Batching.NONE : batching;
        properties = DeliveryProperty.check(properties);
    }

    public static FunctionDestinationBuilder builder() {
        return FunctionDestinationBuilder.builder();
    }

    @Override
    public ObjectNode endpoint() {
        ObjectNode json =
                Endpoints.properties().put("resourceId", "%s/functions/%s".formatted(app.functionAppId(), function));
        Objects.requireNonNull(batching).addTo(json);
        DeliveryProperty.addTo(json, Objects.requireNonNull(properties));
        return Endpoints.of("AzureFunction", json);
    }
}
