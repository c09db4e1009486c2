package io.terralake.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvancedFilterTests {

    @ParameterizedTest
    @MethodSource("filters")
    void isWrittenAsAzureReadsIt(AdvancedFilter filter, String json) {
        assertThat(filter.json()).hasToString(json);
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                of(AdvancedFilter.stringIn("data.api", "a", "b"), "StringIn", "data.api", "'values':['a','b']"),
                of(AdvancedFilter.stringNotIn("a", "b"), "StringNotIn", "a", "'values':['b']"),
                of(AdvancedFilter.stringBeginsWith("a", "b"), "StringBeginsWith", "a", "'values':['b']"),
                of(AdvancedFilter.stringNotBeginsWith("a", "b"), "StringNotBeginsWith", "a", "'values':['b']"),
                of(AdvancedFilter.stringEndsWith("a", "b"), "StringEndsWith", "a", "'values':['b']"),
                of(AdvancedFilter.stringNotEndsWith("a", "b"), "StringNotEndsWith", "a", "'values':['b']"),
                of(AdvancedFilter.stringContains("a", "b"), "StringContains", "a", "'values':['b']"),
                of(AdvancedFilter.stringNotContains("a", "b"), "StringNotContains", "a", "'values':['b']"),
                of(AdvancedFilter.numberIn("a", 5, 1.5, -2), "NumberIn", "a", "'values':[5,1.5,-2]"),
                of(AdvancedFilter.numberNotIn("a", 0), "NumberNotIn", "a", "'values':[0]"),
                of(
                        AdvancedFilter.numberInRange("a", new NumberRange(3.5, 4), new NumberRange(7, 7)),
                        "NumberInRange",
                        "a",
                        "'values':[[3.5,4],[7,7]]"),
                of(
                        AdvancedFilter.numberNotInRange("a", new NumberRange(0, 1)),
                        "NumberNotInRange",
                        "a",
                        "'values':[[0,1]]"),
                of(AdvancedFilter.numberLessThan("a", 1e300), "NumberLessThan", "a", "'value':1.0E300"),
                of(AdvancedFilter.numberLessThanOrEquals("a", 100), "NumberLessThanOrEquals", "a", "'value':100"),
                of(AdvancedFilter.numberGreaterThan("a", 0), "NumberGreaterThan", "a", "'value':0"),
                of(AdvancedFilter.numberGreaterThanOrEquals("a", 0.1), "NumberGreaterThanOrEquals", "a", "'value':0.1"),
                of(AdvancedFilter.boolEquals("a", false), "BoolEquals", "a", "'value':false"),
                Arguments.of(
                        AdvancedFilter.isNullOrUndefined("a.b.c"),
                        "{\"operatorType\":\"IsNullOrUndefined\",\"key\":\"a.b.c\"}"),
                Arguments.of(AdvancedFilter.isNotNull("a"), "{\"operatorType\":\"IsNotNull\",\"key\":\"a\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data.", ".api", "data..api", "data api"})
    void refusesAKeyThatNamesNothing(String key) {
        assertThatThrownBy(() -> AdvancedFilter.isNotNull(key))
                .hasMessage("filter key \"%s\" is not allowed: names with dots between them, such as data.api"
                        .formatted(key));
    }

    @Test
    void refusesNoValuesLongOnesAndWhatIsNoNumber() {
        assertThatThrownBy(() -> AdvancedFilter.stringIn("data.api"))
                .hasMessage("the filter of \"data.api\" has no value to compare with");
        assertThat(AdvancedFilter.stringIn("data.api", "x".repeat(512)).values())
                .isEqualTo(1);
        assertThatThrownBy(() -> AdvancedFilter.stringIn("data.api", "x".repeat(513)))
                .hasMessage("a value of 513 characters is not allowed in the filter of \"data.api\": 512 at most");
        assertThatThrownBy(() -> AdvancedFilter.numberIn("data.size", Double.NaN))
                .hasMessage("NaN is no number that the filter of \"data.size\" can compare with");
        assertThatThrownBy(() -> new NumberRange(2, 1))
                .hasMessage("range from 2.0 to 1.0 is not allowed: two numbers, the lower one first");
        assertThatThrownBy(() -> new NumberRange(0, Double.POSITIVE_INFINITY))
                .hasMessage("range from 0.0 to Infinity is not allowed: two numbers, the lower one first");
    }

    private static Arguments of(AdvancedFilter filter, String operator, String key, String values) {
        return Arguments.of(
                filter,
                "{'operatorType':'%s','key':'%s',%s}"
                        .formatted(operator, key, values)
                        .replace('\'', '"'));
    }
}
