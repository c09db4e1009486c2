package io.terralake.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTextTests {

    @Test
    void readsJson() {
        String json = """
                {"a": "x", "b": [1, -2.5, true, false, null], "c": {"d": {}}}
                """;
        assertThat(mismatches(Match.json(json), json)).isEmpty();
        assertThat(mismatches(Match.json(json), "{\"a\": \"y\", \"b\": [1, -2.5, true, false, 0], \"c\": {}}"))
                .containsExactly(
                        "/a: expected \"x\", found \"y\"",
                        "/b/4: expected null, found 0",
                        "/c/d: expected an object, found none");
    }

    @Test
    void readsWhatIsWrittenMoreEasily() {
        Matcher matcher = Match.json("""
                {
                  name: 'a',
                  quoted: "'@{activity(''x'')}'",
                  'with-dash': [1, 2,],
                  escaped: 'it\\'s \\u0041',
                }
                """);
        assertThat(mismatches(matcher, """
                {"name": "a", "quoted": "'@{activity(''x'')}'", "with-dash": [1, 2], "escaped": "it's A", "more": 1}
                """)).isEmpty();
    }

    @Test
    void objectsMayHaveMoreButArraysMayNot() {
        assertThat(mismatches(Match.json("{a: {b: 1}}"), "{\"a\": {\"b\": 1, \"c\": 2}}"))
                .isEmpty();
        assertThat(mismatches(Match.json("[1]"), "[1, 2]"))
                .containsExactly("(root): expected an array of 1 elements, found [1,2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{a: absent}               | {}                       | {\"a\": 1}",
                "{a: absent()}             | {\"a\": null}            | {\"a\": 1}",
                "{a: anyValue}             | {\"a\": 0}               | {}",
                "exactly({a: 1})           | {\"a\": 1}               | {\"a\": 1, \"b\": 2}",
                "arrayWith({a: 1}, {a: 3}) | [{\"a\": 1}, 2, {\"a\": 3}] | [{\"a\": 3}, {\"a\": 1}]",
                "arrayEquals('x', absent)  | [\"x\", null]            | [\"x\"]",
                "matching('a+')            | \"aa\"                   | \"ab\"",
                "/a\\/\\d{2}/              | \"a/12\"                 | \"a/1\"",
                "textLike('${a.*.id}')     | \"${a.B_1.id}\"          | \"${a.B_1.name}\"",
                "not('a')                  | \"b\"                    | \"a\"",
                "serializedJson({a: [1]})  | \"{\\\"a\\\": [1]}\"     | \"{\\\"a\\\": [2]}\"",
                "'absent'                  | \"absent\"               | null",
                "'${a.b.id}'               | \"${a.b.id}\"            | \"${a.c.id}\"",
                "'<policies/>'             | \"<policies/>\"          | \"\"",
            })
    void namesMatchersAsMatchDoes(String text, String good, String bad) {
        assertThat(mismatches(Match.json(text), good)).isEmpty();
        assertThat(mismatches(Match.json(text), bad)).isNotEmpty();
    }

    @Test
    void takesBoundValues() {
        Matcher matcher = Match.json("{a: $one, b: [$two]}", Map.of("one", List.of(1), "two", Match.matching("x+")));
        assertThat(mismatches(matcher, "{\"a\": [1], \"b\": [\"xx\"]}")).isEmpty();
        assertThat(mismatches(matcher, "{\"a\": [1], \"b\": [\"y\"]}"))
                .containsExactly("/b/0: expected a string matching /x+/, found \"y\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{a: 1 b: 2}       | expected , or }, found b at line 1, column 7",
                "`{a: 1,\n  b 2}`  | expected :, found 2 at line 2, column 5",
                "{a: 1             | expected , or }, found the end at line 1, column 6",
                "{[1]: 1}          | expected a field's name or }, found [ at line 1, column 2",
                "{a: }             | expected a value, found } at line 1, column 5",
                "[1] 2             | expected the end, found 2 at line 1, column 5",
                "`{a: 1,\n a: 2}`  | a second field \"a\" at line 2, column 2",
                "{a: 'x}           | a string that is not closed begins at line 1, column 5",
                "{a: /x}           | a regular expression that is not closed begins at line 1, column 5",
                "{a: #}            | \"#\" is not allowed outside a string at line 1, column 5",
                "{a: arrayWit(1)}  | no matcher arrayWit, the nearest is arrayWith, and strings are quoted, at line 1, column 5",
                "{a: not(1, 2)}    | not takes one argument, found [1, 2] at line 1, column 5",
                "{a: absent(1)}    | absent takes no argument, found [1] at line 1, column 5",
                "{a: textLike(1)}  | textLike takes one string, found [1] at line 1, column 5",
                "{a: exactly([absent])} | exactly takes plain values, found the matcher absent at line 1, column 5",
                "{a: $b}           | nothing is bound to b, there are [] at line 1, column 5",
            })
    void saysWhatIsWrongWhere(String text, String message) {
        assertThatThrownBy(() -> Match.json(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void saysWhatIsWrongWithScalars() {
        assertThatThrownBy(() -> Match.json("{a: 1.2.3}"))
                .hasMessageStartingWith("1.2.3 is not JSON, ")
                .hasMessageEndingWith("at line 1, column 5");
        assertThatThrownBy(() -> Match.json("['\\$']"))
                .hasMessageStartingWith("'\\$' is not JSON, ")
                .hasMessageEndingWith("at line 1, column 2");
        assertThatThrownBy(() -> Match.json("/(/"))
                .hasMessageStartingWith("Unclosed group")
                .hasMessageEndingWith("at line 1, column 1");
    }

    @Test
    void refusesABoundValueThatTheTextDoesNotTake() {
        assertThatThrownBy(() -> Match.json("{a: $a}", Map.of("a", 1, "b", 2)))
                .hasMessage("bound, but not in the text: [b]");
    }

    private static List<String> mismatches(Matcher matcher, String json) {
        try {
            return matcher.match("", Json.MAPPER.readTree(json)).mismatches().stream()
                    .map(Mismatch::toString)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
