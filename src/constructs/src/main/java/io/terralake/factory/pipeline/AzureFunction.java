package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.LinkedService;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls a function and puts out the JSON object that it answers with. The answer must come within 230 seconds, whatever the
 * policy says.
 *
 * @param name the activity's name
 * @param functionApp where the function is, such as a {@link io.terralake.factory.FunctionLinkedService}
 * @param function its name with what follows in its route, such as {@code cars/archive?year=2026}; {@code @…} is an expression
 * @param method the HTTP method
 * @param body what is sent; POST and PUT need it, others send nothing; @default nothing
 * @param headers strings, by name; @default none
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-azure-function-activity">Azure Function
 *     activity</a>
 */
@RecordBuilder
public record AzureFunction(
        String name,
        LinkedService functionApp,
        String function,
        Web.Method method,
        @Nullable Expression body,
        @Nullable Map<String, String> headers,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    /** @throws IllegalArgumentException when a body is missing or too much */
    public AzureFunction {
        Web.checkBody(method, body);
        headers = Sorted.copyOrEmpty(headers);
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static AzureFunctionBuilder builder() {
        return AzureFunctionBuilder.builder();
    }

    @Override
    public List<FactoryArtifact> artifacts() {
        return List.of(functionApp);
    }

    @Override
    public String type() {
        return "AzureFunctionActivity";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance
                .objectNode()
                .put("functionName", function)
                .put("method", method.name());
        if (!headers.isEmpty()) {
            ObjectNode sent = properties.putObject("headers");
            headers.forEach(sent::put);
        }
        if (body != null) {
            properties.set("body", body.json());
        }
        return properties;
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
        json.set("linkedServiceName", Activity.reference(functionApp));
    }
}
