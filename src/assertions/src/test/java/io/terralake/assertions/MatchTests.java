package io.terralake.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchTests {

    @Test
    void objectLikeAllowsMoreProperties() {
        assertThat(mismatches(Match.objectLike(Map.of("a", 1)), "{'a': 1, 'b': 2}"))
                .isEmpty();
        assertThat(mismatches(Match.objectLike(Map.of("a", 1)), "{'a': 2}")).containsExactly("/a: expected 1, found 2");
        assertThat(mismatches(Match.objectLike(Map.of("a", 1)), "{}")).containsExactly("/a: expected 1, found none");
        assertThat(mismatches(Match.objectLike(Map.of()), "[]"))
                .containsExactly("(root): expected an object, found []");
    }

    @Test
    void plainMapsAndListsNestAsMatchers() {
        Matcher matcher = Match.objectLike(Map.of("a", Map.of("b", List.of(1, Match.anyValue()))));
        assertThat(mismatches(matcher, "{'a': {'b': [1, 2], 'c': 3}}")).isEmpty();
        assertThat(mismatches(matcher, "{'a': {'b': [0, null]}}"))
                .containsExactly("/a/b/0: expected 1, found 0", "/a/b/1: expected a value, found none");
        assertThat(mismatches(matcher, "{'a': {'b': [1]}}"))
                .containsExactly("/a/b: expected an array of 2 elements, found [1]");
    }

    @Test
    void exactlyAllowsNothingElse() {
        assertThat(mismatches(Match.exactly(Map.of("a", 1)), "{'a': 1}")).isEmpty();
        assertThat(mismatches(Match.exactly(Map.of("a", 1)), "{'a': 1, 'b': 2}"))
                .containsExactly("(root): expected {\"a\":1}, found {\"a\":1,\"b\":2}");
    }

    @Test
    void arrayWithAllowsMoreElementsButKeepsTheOrder() {
        assertThat(mismatches(Match.arrayWith("b", "d"), "['a', 'b', 'c', 'd']"))
                .isEmpty();
        assertThat(mismatches(Match.arrayWith("d", "b"), "['b', 'd']"))
                .containsExactly("(root): expected an element like \"b\", found [\"b\",\"d\"]");
        assertThat(mismatches(Match.arrayWith("a"), "'a'")).containsExactly("(root): expected an array, found \"a\"");
    }

    @Test
    void absentAndAnyValueAreOpposites() {
        assertThat(mismatches(Match.objectLike(Map.of("a", Match.absent())), "{}"))
                .isEmpty();
        assertThat(mismatches(Match.objectLike(Map.of("a", Match.absent())), "{'a': null}"))
                .isEmpty();
        assertThat(mismatches(Match.objectLike(Map.of("a", Match.absent())), "{'a': 1}"))
                .containsExactly("/a: expected none, found 1");
        assertThat(mismatches(Match.anyValue(), "0")).isEmpty();
    }

    @Test
    void matchingTakesTheWholeString() {
        assertThat(mismatches(Match.matching("a.*z"), "'abcz'")).isEmpty();
        assertThat(mismatches(Match.matching("b"), "'abc'"))
                .containsExactly("(root): expected a string matching /b/, found \"abc\"");
        assertThat(mismatches(Match.matching("1"), "1")).hasSize(1);
    }

    @Test
    void textLikeTakesAStarForAName() {
        assertThat(mismatches(Match.textLike("${a.*.id}"), "'${a.Some_1.id}'")).isEmpty();
        assertThat(mismatches(Match.textLike("${a.*.id}"), "'${a.Some_1.name}'"))
                .containsExactly("(root): expected a string matching \"${a.*.id}\", found \"${a.Some_1.name}\"");
        assertThat(mismatches(Match.textLike("${a.*.id}"), "'${a.x.id}/${a.y.id}'"))
                .hasSize(1);
        assertThat(mismatches(Match.textLike("${a.*.id}"), "'${a..id}'")).hasSize(1);
        assertThat(mismatches(Match.textLike("${a.*-*.id}"), "'${a.Dns-vault_1.id}'"))
                .isEmpty();
        assertThat(mismatches(Match.textLike("a.c"), "'abc'")).hasSize(1);
    }

    @Test
    void textLikeTakesTwoStarsForAnyText() {
        assertThat(mismatches(Match.textLike("${a.**}"), "'${a.x.identity[0].id}'"))
                .isEmpty();
        assertThat(mismatches(Match.textLike("${a.**}/c/*"), "'${a.x}/b/c/d'")).hasSize(1);
        assertThat(mismatches(Match.textLike("**/c/*"), "'${a.x}/b/c/d'")).isEmpty();
    }

    @Test
    void serializedJsonLooksInside() {
        Matcher matcher = Match.objectLike(Map.of("json", Match.serializedJson(Map.of("a", 1))));
        assertThat(mismatches(matcher, "{'json': '{\\\"a\\\": 1, \\\"b\\\": 2}'}"))
                .isEmpty();
        assertThat(mismatches(matcher, "{'json': '{\\\"a\\\": 2}'}"))
                .containsExactly("/json/(json)/a: expected 1, found 2");
        assertThat(mismatches(matcher, "{'json': 'a'}"))
                .containsExactly("/json: expected a string of JSON, found \"a\"");
    }

    @Test
    void notTurnsAMatchAround() {
        assertThat(mismatches(Match.not(1), "2")).isEmpty();
        assertThat(mismatches(Match.not(1), "1")).containsExactly("(root): expected something else than 1");
    }

    @Test
    void messagesShowMatchers() {
        assertThat(mismatches(
                        Match.arrayWith(Map.of("a", Match.not(1), "b", List.of("x", Match.absent()))), "[{'a': 1}]"))
                .containsExactly("(root): expected an element like {a=not(1), b=[\"x\", absent]}, found [{\"a\":1}]");
    }

    @Test
    void exactlyRefusesMatchers() {
        assertThatThrownBy(() -> Match.exactly(Map.of("a", List.of(Match.absent()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("exactly takes plain values, found the matcher absent");
    }

    @Test
    void pointersEscapeSlashes() {
        assertThat(mismatches(Match.objectLike(Map.of("a/b", 1)), "{}"))
                .containsExactly("/a~1b: expected 1, found none");
    }

    private static List<String> mismatches(Matcher matcher, String json) {
        try {
            return matcher.match("", Json.MAPPER.readTree(json.replace('\'', '"'))).mismatches().stream()
                    .map(Mismatch::toString)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
