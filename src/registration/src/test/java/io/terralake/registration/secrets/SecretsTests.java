package io.terralake.registration.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTests {
    private static final String TOKEN = "opaque-0123456789-abcdefghijklmnopqrstuvwxyz~+/==";
    private static final Secrets SECRETS = Secrets.of(
            Map.of("ARM_ACCESS_TOKEN", TOKEN, "TERRALAKE_SQL_PASSWORD", "pa\"s/s", "OTHER_SECRET", "sesame-open"),
            Set.of("ARM_ACCESS_TOKEN", "TERRALAKE_SQL_PASSWORD"));

    @Test
    void masksWhatWasGiven() {
        assertThat(SECRETS.redact("said " + TOKEN + " and pa\"s/s and sesame-open."))
                .isEqualTo("said *** and *** and ***.");
    }

    /** A server that cuts it off, a URL, a JSON document. */
    @Test
    void masksItInOtherDress() {
        assertThat(SECRETS.redact("got \"" + TOKEN.substring(0, 20) + "\"…")).isEqualTo("got \"***\"…");
        assertThat(SECRETS.redact("?p=pa%22s%2Fs")).isEqualTo("?p=***");
        assertThat(SECRETS.redact("{\"p\": \"pa\\\"s/s\"}")).isEqualTo("{\"p\": \"***\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.abc_-9, sent | token ***, sent",
                "Authorization: Bearer abcdefgh.12345678 | Authorization: Bearer ***",
                "jdbc:x://h;user=u;password=geheim;x=y | jdbc:x://h;user=u;password=***;x=y",
                "jdbc:x://h;password={a;b};x=y | jdbc:x://h;password=***;x=y",
                "https://u:p@host/path?sig=abc&x=1 | https://***@host/path?sig=***&x=1",
                "nothing of the kind | nothing of the kind",
            })
    void masksWhatLooksLikeASecret(String text, String masked) {
        assertThat(SECRETS.redact(text)).isEqualTo(masked);
    }

    /** Short values are switches, and a short password is no part of a word. */
    @Test
    void leavesWordsAlone() {
        Secrets secrets = Secrets.of(
                Map.of("USE_TOKEN", "true", "TERRALAKE_SQL_PASSWORD", "x", "AZURE_TOKEN_FILE", "/var/run/x"),
                Set.of("ARM_ACCESS_TOKEN", "TERRALAKE_SQL_PASSWORD"));
        assertThat(secrets.redact("true exit x /var/run/x")).isEqualTo("true exit *** /var/run/***");
    }

    @Test
    void stripsWhatATerminalWouldObey() {
        assertThat(SECRETS.redact("a\u001b[31mb\u0007\tc\n")).isEqualTo("a?[31mb?\tc\n");
    }

    @Test
    void writesASecretThatArrivesInPieces() {
        StringWriter out = new StringWriter();
        try (PrintWriter writer = SECRETS.redacting(new PrintWriter(out))) {
            for (char character : ("sent " + TOKEN + "\nlast " + TOKEN).toCharArray()) {
                writer.print(character);
                writer.flush();
            }
        }
        assertThat(out).hasToString("sent ***\nlast ***");
    }
}
