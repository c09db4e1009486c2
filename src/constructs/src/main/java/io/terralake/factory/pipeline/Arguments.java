package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Sorted;
import io.terralake.factory.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Values for the parameters of something that an activity uses.
 *
 * @param of what has the parameters, such as {@code dataset "CarFiles"}
 * @param declared its parameters, by name
 * @param given the values, by name
 */
public record Arguments(String of, Map<String, Parameter> declared, Map<String, Expression> given) {

    public Arguments {
        declared = Sorted.copyOf(declared);
        given = Sorted.copyOf(given);
    }

    /** What is wrong with the values, if anything. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        given.forEach((name, value) -> {
            Parameter parameter = declared.get(name);
            if (parameter == null) {
                problems.add("the parameter \"%s\" is not declared, there are %s".formatted(name, declared.keySet()));
            } else {
                value.literal().ifPresent(literal -> check(name, parameter.type(), literal, problems));
            }
        });
        declared.forEach((name, parameter) -> {
            if (parameter.required() && !given.containsKey(name)) {
                problems.add("the parameter \"%s\" of %s is not set".formatted(name, of));
            }
        });
        return problems;
    }

    /** The values as the service wants them. */
    public static ObjectNode json(Map<String, Expression> given) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        given.forEach((name, value) -> values.set(name, value.json()));
        return values;
    }

    private void check(String name, Parameter.Type type, JsonNode literal, List<String> problems) {
        if (type == Parameter.Type.SECURE_STRING) {
            problems.add("the parameter \"%s\" of %s is a secure string: a value would stand in Terraform's state"
                    .formatted(name, of));
        } else if (!type.takes(literal)) {
            problems.add("the parameter \"%s\" of %s is of type %s, given is %s"
                    .formatted(name, of, type.azureName(), literal));
        }
    }
}
