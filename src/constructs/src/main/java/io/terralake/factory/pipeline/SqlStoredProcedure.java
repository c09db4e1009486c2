package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.factory.SqlLinkedService;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls a stored procedure.
 *
 * @param name the activity's name
 * @param database where the procedure is
 * @param procedure its name, such as {@code [dbo].[usp_UpdateWatermark]}
 * @param arguments strings, by the names of the procedure's parameters without the at sign; @default none
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 */
@RecordBuilder
public record SqlStoredProcedure(
        String name,
        SqlLinkedService database,
        String procedure,
        @Nullable Map<String, Expression> arguments,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    public SqlStoredProcedure {
        arguments = arguments == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(arguments));
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static SqlStoredProcedureBuilder builder() {
        return SqlStoredProcedureBuilder.builder();
    }

    @Override
    public List<Expression> expressions() {
        return List.copyOf(arguments.values());
    }

    @Override
    public String type() {
        return "SqlServerStoredProcedure";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("storedProcedureName", procedure);
        ObjectNode parameters = properties.putObject("storedProcedureParameters");
        arguments.forEach((argument, value) -> {
            ObjectNode parameter = parameters.putObject(argument);
            parameter.set("value", value.json());
            parameter.put("type", "String");
        });
        return properties;
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
        json.set("linkedServiceName", Activity.reference(database.linkedServiceName(), "LinkedServiceReference"));
    }
}
