package io.terralake.assertions;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaptureTests {
    private final Capture capture = new Capture();

    @Test
    void takesAString() {
        assertThat(stack()).hasResource("a", Match.json("{kind: 'x', name: $name}", Map.of("name", capture)));
        assertThat(capture.asString()).isEqualTo("one");
        assertThat(capture.asNode()).isEqualTo(TextNode.valueOf("one"));
    }

    @Test
    void takesANumberFromWithinAStringOfJson() {
        assertThat(stack()).hasResource("a", Match.json("{json: serializedJson([{n: $n}])}", Map.of("n", capture)));
        assertThat(capture.asNumber()).isEqualTo(new BigDecimal("1.5"));
    }

    @Test
    void takesNothingFromResourcesThatDoNotMatch() {
        assertThat(stack()).hasResource("a", Map.of("name", capture, "kind", "y"));
        assertThat(capture.asString()).isEqualTo("two");
    }

    @Test
    void takesAValueFromEachResourceThatMatches() {
        assertThat(stack()).allResources("a", Map.of("name", capture));
        assertThat(capture.values()).extracting(Object::toString).containsExactly("\"one\"", "\"two\"");
        assertThatThrownBy(capture::asNode)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("2 values were captured, values() gives them: [\"one\", \"two\"]");
    }

    @Test
    void takesOnlyWhatItsPatternMatches() {
        Capture pattern = new Capture(Match.json("{n: $n}", Map.of("n", capture)));
        assertThat(stack()).hasResource("a", Map.of("list", Match.arrayWith(pattern)));
        assertThat(pattern.asNode()).hasToString("{\"n\":2,\"m\":3}");
        assertThat(capture.asNumber()).isEqualTo("2");
    }

    @Test
    void keepsNothingWhenTheMatchFails() {
        assertThatThrownBy(() -> assertThat(stack()).hasResource("a", Map.of("name", capture, "kind", "z")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(stack()).allResources("a", Map.of("name", capture, "kind", "x")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(stack()).doesNotHaveResource("a", Map.of("name", capture)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(stack()).matchesAt("/resource/a/One", Map.of("name", capture, "kind", "z")))
                .isInstanceOf(AssertionError.class);
        assertThat(stack()).hasResource("a", Map.of("name", Match.not(new Capture(Match.matching("none")))));
        assertThat(capture.values()).isEmpty();
    }

    @Test
    void saysThatNothingWasCaptured() {
        assertThatThrownBy(capture::asString)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nothing was captured: no assertion with this capture has matched");
    }

    @Test
    void saysThatItIsOfAnotherType() {
        assertThat(stack()).matchesAt("/resource/a/One/name", capture);
        assertThatThrownBy(capture::asNumber)
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected a captured number, found \"one\"");
        Capture list = new Capture();
        assertThat(stack()).matchesAt("/resource/a/One/list", list);
        assertThatThrownBy(list::asString).hasMessage("expected a captured string, found [1,{\"n\":2,\"m\":3}]");
    }

    private static SynthesizedStack stack() {
        try {
            return new SynthesizedStack("s", Json.MAPPER.readTree("""
                            {"resource": {"a": {
                              "One": {"name": "one", "kind": "x", "json": "[{\\"n\\": 1.5}]", "list": [1, {"n": 2, "m": 3}]},
                              "Two": {"name": "two", "kind": "y"}
                            }}}
                            """), List.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
