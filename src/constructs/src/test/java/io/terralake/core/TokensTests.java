package io.terralake.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.hashicorp.cdktf.Token;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "${var.x}",
                "TfToken[TOKEN.1]",
                "${TfToken[]}",
                "#{TfToken[TOKEN.1]}",
                "${TfToken[a b]}"
            })
    void saysAsCdktfDoesThatATextHasNoToken(String text) {
        assertThat(Tokens.isIn(text)).isEqualTo(Token.isUnresolved(text)).isFalse();
    }

    @Test
    void saysAsCdktfDoesThatATextHasAToken() {
        String id = Stacks.publicStack().resourceGroup().getId();
        assertThat(Tokens.isIn(id)).isEqualTo(Token.isUnresolved(id)).isTrue();
        assertThat(Tokens.isIn("a/" + id + "/b"))
                .isEqualTo(Token.isUnresolved("a/" + id))
                .isTrue();
    }
}
