package io.terralake.factory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.Token;
import io.terralake.expression.Code;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a pipeline or of a dataset.
 *
 * @param type what its values are
 * @param defaultValue what it is when nobody says; null when somebody must
 */
public record Parameter(Type type, @Nullable JsonNode defaultValue) {
    /**
     * Types of parameters.
     *
     * @see <a href="https://learn.microsoft.com/rest/api/datafactory/pipelines/create-or-update#parametertype">ParameterType</a>
     */
    public enum Type {
        STRING("String"),
        INTEGER("Int"),
        FLOAT("Float"),
        BOOLEAN("Bool"),
        ARRAY("Array"),
        OBJECT("Object"),
        /** A string that the service keeps out of its logs. It has no default: that would stand in Terraform's state. */
        SECURE_STRING("SecureString");

        private final String azureName;

        Type(String azureName) {
            this.azureName = azureName;
        }

        /** The type's name in the service. */
        public String azureName() {
            return azureName;
        }

        /** Whether a value is of the type. */
        public boolean takes(JsonNode value) {
            return switch (this) {
                case STRING, SECURE_STRING -> value.isTextual();
                // A number that Terraform will know is a token, which is no integer yet.
                case INTEGER -> value.isIntegralNumber() || isToken(value);
                case FLOAT -> value.isNumber();
                case BOOLEAN -> value.isBoolean();
                case ARRAY -> value.isArray();
                case OBJECT -> value.isObject();
            };
        }

        /** CDKTF writes tokens of numbers as very small numbers. */
        private static boolean isToken(JsonNode value) {
            return value.isDouble() && Token.isUnresolved(value.doubleValue());
        }
    }

    /** @throws IllegalArgumentException when the default is of another type, or a secret */
    public Parameter {
        if (defaultValue != null) {
            if (type == Type.SECURE_STRING) {
                throw new IllegalArgumentException(
                        "a secure string has no default: it would stand in Terraform's state");
            }
            if (!type.takes(defaultValue)) {
                throw new IllegalArgumentException("default %s is not allowed: the parameter is of type %s"
                        .formatted(defaultValue, type.azureName()));
            }
            defaultValue = defaultValue.deepCopy();
        }
    }

    /** A string that must be given. */
    public static Parameter string() {
        return new Parameter(Type.STRING, null);
    }

    public static Parameter string(String defaultValue) {
        return of(Type.STRING, defaultValue);
    }

    /** An integer that must be given. */
    public static Parameter integer() {
        return new Parameter(Type.INTEGER, null);
    }

    public static Parameter integer(long defaultValue) {
        return of(Type.INTEGER, defaultValue);
    }

    /** A number that must be given. */
    public static Parameter decimal() {
        return new Parameter(Type.FLOAT, null);
    }

    public static Parameter decimal(double defaultValue) {
        return of(Type.FLOAT, defaultValue);
    }

    /** A boolean that must be given. */
    public static Parameter bool() {
        return new Parameter(Type.BOOLEAN, null);
    }

    public static Parameter bool(boolean defaultValue) {
        return of(Type.BOOLEAN, defaultValue);
    }

    /** A list that must be given. */
    public static Parameter array() {
        return new Parameter(Type.ARRAY, null);
    }

    public static Parameter array(List<?> defaultValue) {
        return of(Type.ARRAY, defaultValue);
    }

    /** A JSON object that must be given. */
    public static Parameter object() {
        return new Parameter(Type.OBJECT, null);
    }

    public static Parameter object(Map<String, ?> defaultValue) {
        return of(Type.OBJECT, defaultValue);
    }

    /** A string that the service keeps out of its logs; it must be given. */
    public static Parameter secureString() {
        return new Parameter(Type.SECURE_STRING, null);
    }

    /** Whether somebody must give a value. */
    public boolean required() {
        return defaultValue == null;
    }

    /** The parameter as the service wants it. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", type.azureName());
        if (defaultValue != null) {
            json.set("defaultValue", defaultValue);
        }
        return json;
    }

    private static Parameter of(Type type, Object defaultValue) {
        return new Parameter(type, Code.json(defaultValue));
    }
}
