package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values for the parameters of something that an activity uses.
 *
 * @param of what has the parameters, such as {@code dataset "CarFiles"}
 * @param declared its parameters, with their defaults where they have one
 * @param given the values, by name
 */
record Arguments(String of, Map<String, Optional<String>> declared, Map<String, Expression> given) {

    /** What is wrong with the values, if anything. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        given.keySet().stream()
                .filter(name -> !declared.containsKey(name))
                .map(name -> "the parameter \"%s\" is not declared, there are %s".formatted(name, declared.keySet()))
                .forEach(problems::add);
        declared.forEach((name, value) -> {
            if (value.isEmpty() && !given.containsKey(name)) {
                problems.add("the parameter \"%s\" of %s is not set".formatted(name, of));
            }
        });
        return problems;
    }

    /** The values as the service wants them. */
    static ObjectNode json(Map<String, Expression> given) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        given.forEach((name, value) -> values.set(name, value.json()));
        return values;
    }
}
