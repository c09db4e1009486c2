package io.terralake.factory.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.expression.Node;
import io.terralake.expression.Node.Call;
import io.terralake.expression.Node.Literal;
import io.terralake.expression.Node.Member;
import io.terralake.expression.Node.Text;
import io.terralake.expression.Parser;
import io.terralake.expression.SyntaxException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTests {

    @Test
    void readsCallsStringsNumbersAndNames() throws SyntaxException {
        assertThat(Parser.parse("@if(true, 'it''s', -1.5e2)"))
                .isEqualTo(new Call(
                        1,
                        "if",
                        List.of(
                                new Literal(4, true),
                                new Literal(10, "it's"),
                                new Literal(19, new BigDecimal("-1.5e2")))));
        assertThat(Parser.parse("@NULL")).isEqualTo(new Literal(1, null));
    }

    @Test
    void readsPropertiesAndIndexesWithQuestionMarksToo() throws SyntaxException {
        assertThat(Parser.parse("@item().a['b-c'][0]?.d?['e']"))
                .isEqualTo(member(
                        member(
                                member(
                                        member(member(new Call(1, "item", List.of()), 7, 8, "a"), 9, 10, "b-c"),
                                        16,
                                        17,
                                        new BigDecimal(0)),
                                19,
                                21,
                                "d"),
                        22,
                        24,
                        "e"));
    }

    @Test
    void readsExpressionsInText() throws SyntaxException {
        assertThat(Parser.parse("a@@{b} @{item()}}"))
                .isEqualTo(new Text(
                        0, List.of(new Literal(0, "a@{b} "), new Call(9, "item", List.of()), new Literal(16, "}"))));
    }

    /** Expressions that people wrote: any case, blanks, line ends, names that are computed, braces in strings. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Concat('a', utcNow())",
                "@activity('Get data').output. text",
                "@ item()",
                "@{ item() }",
                "@concat(\n  'a',\n  'b'\n)",
                "@activity('A')?.output?.value?[0]?.x",
                "@activity('A').output.value[add(1, variables('n'))].name",
                "@{concat('}', '{')}",
                "@json('{\"a\": \"b\"}')",
                "@replace(item().x, '\"', '\\\"')",
                "@pipeline().parameters['a-b']",
                "SELECT '@{item().name}' AS \"x\""
            })
    void readsWhatPeopleWrite(String text) throws SyntaxException {
        assertThat(Checks.of(Parser.parse(text), java.util.EnumSet.allOf(Origin.class)))
                .isEmpty();
        assertThat(Parser.computes(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"me@example.com", "@@", "@@{x}", "a @@{x} b", "@@item()", " @"})
    void knowsLiteralText(String text) {
        assertThat(Parser.computes(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    @ | 1 | an expression is missing; a literal @ at the start is written @@
                    @me | 1 | "me" is not allowed: a function is called with (…), a string stands in '…'
                    @concat('a | 8 | the string is not closed; a ' in a string is written ''
                    @concat('a', | 12 | an expression is missing; a literal @ at the start is written @@
                    @concat('a' 'b') | 12 | ''' is not allowed here, but ',' and an argument, or the end of the call, ')'
                    @concat("a") | 8 | '"' is not allowed here, but a function, a string in '…', a number, true, false or null; strings stand in '…'
                    @item().a-b | 9 | '-' is not allowed here, but the end of the expression; one in text is written @{…}; a name with - is read as ['a-b'], numbers are subtracted by sub(…)
                    @item(). | 8 | the end of the text is not allowed here, but the name of a property
                    @item()[0 | 9 | the end of the text is not allowed here, but the end of the index, ']'
                    @item() == 1 | 8 | '=' is not allowed here, but the end of the expression; one in text is written @{…}; there are no operators, but functions such as add, concat, equals, and
                    @item() and more | 8 | 'a' is not allowed here, but the end of the expression; one in text is written @{…}
                    a @{item() | 10 | the end of the text is not allowed here, but the end of the expression, '}'
                    a @{} | 4 | '}' is not allowed here, but a function, a string in '…', a number, true, false or null
                    """)
    void saysWhatIsWrongAndWhere(String text, int at, String message) {
        assertThatThrownBy(() -> Parser.parse(text))
                .isInstanceOf(SyntaxException.class)
                .hasMessage(message)
                .extracting(failure -> ((SyntaxException) failure).at())
                .isEqualTo(at);
    }

    private static Node member(Node of, int at, int nameAt, Object name) {
        return new Member(at, of, new Literal(nameAt, name));
    }
}
