package io.terralake.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSchemaTests {

    @JsonClassDescription("a garage")
    record Garage(
            @NotNull @Pattern(regexp = "^[a-z]+$") @JsonPropertyDescription("what it is called")
            String name,

            @Nullable @JsonProperty("$schema") String schema,
            @Nullable @Min(1) @Max(9) Integer floors,
            @NotNull @NotEmpty List<Car> cars,

            @Nullable @JsonPropertyDescription("free text by name")
            Labels labels) {}

    record Pair(@Nullable Car one, @Nullable Car other) {}

    record Car(@NotNull Fuel fuel) {}

    record Labels(@JsonValue Map<String, @Size(max = 9) String> values) {}

    public enum Fuel {
        PETROL("petrol"),
        NONE("none");

        private final String text;

        Fuel(String text) {
            this.text = text;
        }

        @JsonValue
        public String text() {
            return text;
        }
    }

    record Endless(@Nullable Endless inner) {}

    @Test
    void isWhatTheRecordSays() {
        assertThat(RecordSchema.of(Garage.class)).isEqualTo("""
                {
                  "$schema" : "https://json-schema.org/draft/2020-12/schema",
                  "type" : "object",
                  "properties" : {
                    "$schema" : {
                      "type" : "string"
                    },
                    "cars" : {
                      "minItems" : 1,
                      "type" : "array",
                      "items" : {
                        "type" : "object",
                        "properties" : {
                          "fuel" : {
                            "type" : "string",
                            "enum" : [ "petrol", "none" ]
                          }
                        },
                        "required" : [ "fuel" ],
                        "additionalProperties" : false
                      }
                    },
                    "floors" : {
                      "type" : "integer",
                      "minimum" : 1,
                      "maximum" : 9
                    },
                    "labels" : {
                      "type" : "object",
                      "additionalProperties" : {
                        "type" : "string",
                        "maxLength" : 9
                      },
                      "description" : "free text by name"
                    },
                    "name" : {
                      "type" : "string",
                      "description" : "what it is called",
                      "pattern" : "^[a-z]+$"
                    }
                  },
                  "required" : [ "cars", "name" ],
                  "description" : "a garage",
                  "additionalProperties" : false
                }
                """);
    }

    @Test
    void writesATypeOutWhereverItIsUsed() {
        assertThat(RecordSchema.of(Pair.class))
                .doesNotContain("$ref", "$defs")
                .containsSubsequence("\"one\"", "\"fuel\"", "\"other\"", "\"fuel\"");
    }

    @Test
    void refusesARecordThatContainsItself() {
        assertThatThrownBy(() -> RecordSchema.of(Endless.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circular reference to io.terralake.assertions.RecordSchemaTests$Endless");
    }
}
