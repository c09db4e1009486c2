package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.RequiredFields;
import java.util.Map;

/**
 * A call of a stored procedure. Values go to the procedure as they are and never into the text of a query.
 *
 * @param name such as {@code [dbo].[usp_UpdateWatermark]}
 * @param arguments strings, by the names of the procedure's parameters without the at sign
 */
public record StoredProcedure(String name, Map<String, Expression> arguments) {

    public StoredProcedure {
        arguments = RequiredFields.copy(arguments);
    }

    /** The arguments as the service wants them. */
    public ObjectNode argumentsJson() {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        arguments.forEach((argument, value) -> {
            ObjectNode parameter = parameters.putObject(argument);
            parameter.set("value", value.json());
            parameter.put("type", "String");
        });
        return parameters;
    }
}
