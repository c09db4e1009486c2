package io.terralake.factory;

import com.hashicorp.cdktf.providers.azurerm.data_factory.DataFactoryGlobalParameter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The global parameters of a factory, typed by their Java values. */
final class GlobalParameters {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,259}");
    private static final Map<Class<?>, String> TYPES =
            Map.of(String.class, "String", Boolean.class, "Bool", Integer.class, "Int", Double.class, "Float");

    private GlobalParameters() {}

    static void check(String name, Object value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "global parameter name \"%s\" is not allowed: letters, digits and '_', no digit first"
                            .formatted(name));
        }
        if (value != null && !TYPES.containsKey(value.getClass())) {
            throw new IllegalArgumentException(
                    "global parameter \"%s\" is a %s, allowed are String, Boolean, Integer, Double"
                            .formatted(name, value.getClass().getSimpleName()));
        }
    }

    static List<DataFactoryGlobalParameter> of(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> DataFactoryGlobalParameter.builder()
                        .name(parameter.getKey())
                        .type(TYPES.get(parameter.getValue().getClass()))
                        .value(Literals.of(parameter.getValue().toString()))
                        .build())
                .toList();
    }
}
