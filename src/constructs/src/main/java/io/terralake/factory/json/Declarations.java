package io.terralake.factory.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.factory.Parameter;
import io.terralake.factory.Parameter.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Parameters and variables as JSON declares them. The service takes names of types in any case, {@code Boolean} for
 * {@code Bool} and {@code Integer} for {@code Int}, and defaults of other types, which then say what the values are.
 */
public final class Declarations {
    private static final List<Type> OF_VARIABLES = List.of(Type.STRING, Type.BOOLEAN, Type.INTEGER, Type.ARRAY);

    private Declarations() {}

    /** What {@code parameters} declares. */
    public static Map<String, Parameter> parameters(JsonNode properties, Findings findings) {
        return read(properties, "parameters", List.of(Type.values()), findings);
    }

    /**
     * What {@code variables} declares.
     *
     * @param made what a declaration becomes
     */
    public static <V> Map<String, V> variables(JsonNode properties, Findings findings, Function<Parameter, V> made) {
        Map<String, V> variables = new TreeMap<>();
        read(properties, "variables", OF_VARIABLES, findings)
                .forEach((name, declared) -> variables.put(name, made.apply(declared)));
        return variables;
    }

    private static Map<String, Parameter> read(
            JsonNode properties, String place, List<Type> allowed, Findings findings) {
        JsonNode declarations = properties.path(place);
        Map<String, Parameter> read = new TreeMap<>();
        if (!declarations.isObject() && !declarations.isMissingNode() && !declarations.isNull()) {
            findings.error("/" + place, "%s are an object of declarations by name".formatted(place));
        }
        declarations.properties().forEach(entry -> {
            String pointer = "/%s/%s".formatted(place, Findings.escaped(entry.getKey()));
            JsonNode declaration = entry.getValue();
            Optional<Type> type = type(declaration.path("type").asText());
            if (type.filter(allowed::contains).isEmpty()) {
                findings.error(
                        declaration.has("type") ? pointer + "/type" : pointer,
                        "the type is none of "
                                + allowed.stream().map(Type::azureName).toList());
            }
            read.put(entry.getKey(), declared(type.orElse(Type.OBJECT), declaration, pointer, findings));
        });
        return read;
    }

    private static Parameter declared(Type type, JsonNode declaration, String pointer, Findings findings) {
        JsonNode value = declaration.path("defaultValue");
        if (value.isMissingNode() || type == Type.SECURE_STRING) {
            return new Parameter(type, null);
        }
        if (type.takes(value)) {
            return new Parameter(type, value);
        }
        if (!value.isNull()) {
            findings.warning(
                    pointer + "/defaultValue", "the default is of another type than %s".formatted(type.azureName()));
        }
        return Arrays.stream(Type.values())
                .filter(other -> other != Type.SECURE_STRING && other.takes(value))
                .findFirst()
                .map(other -> new Parameter(other, value))
                .orElseGet(() -> Parameter.string(""));
    }

    private static Optional<Type> type(String name) {
        String spelled = switch (name.toLowerCase(Locale.ROOT)) {
            case "boolean" -> Type.BOOLEAN.azureName();
            case "integer" -> Type.INTEGER.azureName();
            default -> name;
        };
        return Arrays.stream(Type.values())
                .filter(type -> type.azureName().equalsIgnoreCase(spelled))
                .findFirst();
    }
}
