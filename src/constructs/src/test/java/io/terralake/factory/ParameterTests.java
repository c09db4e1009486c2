package io.terralake.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.terralake.factory.Parameter.Type;
import io.terralake.factory.pipeline.Expression;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterTests {

    @Test
    void hasSevenTypesWithAndWithoutDefaults() {
        assertThat(List.of(
                        Parameter.string(),
                        Parameter.integer(),
                        Parameter.decimal(),
                        Parameter.bool(),
                        Parameter.array(),
                        Parameter.object(),
                        Parameter.secureString()))
                .allMatch(Parameter::required)
                .extracting(parameter -> parameter.json().toString())
                .containsExactly(
                        "{\"type\":\"String\"}",
                        "{\"type\":\"Int\"}",
                        "{\"type\":\"Float\"}",
                        "{\"type\":\"Bool\"}",
                        "{\"type\":\"Array\"}",
                        "{\"type\":\"Object\"}",
                        "{\"type\":\"SecureString\"}");
        assertThat(List.of(
                        Parameter.string("a"),
                        Parameter.integer(3),
                        Parameter.decimal(0.5),
                        Parameter.bool(true),
                        Parameter.array(List.of("a", 1)),
                        Parameter.object(Map.of("a", List.of()))))
                .noneMatch(Parameter::required)
                .extracting(parameter -> parameter.json().toString())
                .containsExactly(
                        "{\"type\":\"String\",\"defaultValue\":\"a\"}",
                        "{\"type\":\"Int\",\"defaultValue\":3}",
                        "{\"type\":\"Float\",\"defaultValue\":0.5}",
                        "{\"type\":\"Bool\",\"defaultValue\":true}",
                        "{\"type\":\"Array\",\"defaultValue\":[\"a\",1]}",
                        "{\"type\":\"Object\",\"defaultValue\":{\"a\":[]}}");
    }

    @Test
    void refusesDefaultsOfAnotherType() {
        for (Type type : Arrays.asList(Type.INTEGER, Type.FLOAT, Type.BOOLEAN, Type.ARRAY, Type.OBJECT)) {
            assertThatThrownBy(() -> new Parameter(type, TextNode.valueOf("3")))
                    .hasMessage(
                            "default \"3\" is not allowed: the parameter is of type %s".formatted(type.azureName()));
        }
        assertThatThrownBy(() -> new Parameter(Type.STRING, BooleanNode.TRUE))
                .hasMessage("default true is not allowed: the parameter is of type String");
        assertThatThrownBy(() -> new Parameter(Type.SECURE_STRING, TextNode.valueOf("x")))
                .hasMessage("a secure string has no default: it would stand in Terraform's state");
    }

    @Test
    void refusesDefaultsThatAreNotKnown() {
        assertThatThrownBy(() -> Parameter.decimal(Double.POSITIVE_INFINITY))
                .hasMessage("Infinity is no known value: strings, numbers, booleans, and lists and maps of them");
        assertThatThrownBy(() -> Parameter.object(Map.of("a", Expression.item())))
                .hasMessage("{a=@item()} is no known value: strings, numbers, booleans, and lists and maps of them");
        assertThatThrownBy(() -> Parameter.string(null))
                .hasMessage("default null is not allowed: the parameter is of type String");
    }
}
