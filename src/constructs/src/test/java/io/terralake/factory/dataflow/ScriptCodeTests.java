package io.terralake.factory.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptCodeTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    concat('costs $USD', $Rate) | concat(, $Rate)
                    columnNaming: '$N$V', lateral: true | columnNaming:, lateral: true
                    'it\\'s $a' + $b | + $b
                    '\\\\' + $b | + $b
                    "costs $USD" | ``
                    "from {$Table} where x > {$Year}" | {$Table}{$Year}
                    "a {iif(x, "b $c {$d}", 'e}')} $f" | {iif(x,{$d},)}
                    "[[\\{\\"low\\": \\"$1\\"}]]" | ``
                    {my $col} == $a | == $a
                    parameters{ a as string ("[\\{\\"x\\": 1}]"), {b c} as long } ~> d | parameters{ a as string (), as long } ~> d
                    regexReplace(x, `(\\d+$)`, $a) | regexReplace(x,, $a)
                    a /* $b ~> c */ ~> d | a ~> d
                    a // $b | a
                    'never closed $a | ``
                    `"never closed {$a` | {$a
                    """)
    void keepsCodeOnly(String script, String code) {
        String kept = ScriptCode.of(script);
        assertThat(kept).hasSameSizeAs(script);
        assertThat(kept.replaceAll(" +", " ")
                        .replace(" ,", ",")
                        .replace("( ", "(")
                        .strip())
                .isEqualToIgnoringWhitespace(code == null ? "" : code);
    }
}
