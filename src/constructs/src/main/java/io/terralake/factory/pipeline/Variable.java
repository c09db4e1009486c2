package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.Parameter;
import java.util.List;

/**
 * A variable of a pipeline: a string, a boolean or a list, which activities set. The service knows no others.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/datafactory/pipelines/create-or-update#variabletype">VariableType</a>
 */
public final class Variable {
    private final Parameter declaration;

    private Variable(Parameter declaration) {
        this.declaration = declaration;
    }

    /** A string without a first value. */
    public static Variable string() {
        return new Variable(Parameter.string());
    }

    public static Variable string(String first) {
        return new Variable(Parameter.string(first));
    }

    /** A boolean without a first value. */
    public static Variable bool() {
        return new Variable(Parameter.bool());
    }

    public static Variable bool(boolean first) {
        return new Variable(Parameter.bool(first));
    }

    /** A list without a first value. */
    public static Variable array() {
        return new Variable(Parameter.array());
    }

    public static Variable array(List<?> first) {
        return new Variable(Parameter.array(first));
    }

    /** As JSON declares it. */
    static Variable of(Parameter declaration) {
        return new Variable(declaration);
    }

    /** The type's name in the service. */
    String type() {
        return declaration.type().azureName();
    }

    Parameter.Type parameterType() {
        return declaration.type();
    }

    boolean takes(JsonNode value) {
        return declaration.type().takes(value);
    }

    ObjectNode json() {
        return declaration.json();
    }
}
