package io.terralake.emulator.arm.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class SecretsTests {
    @Test
    void theyAreTakenOutOfMessages() {
        Secrets secrets = new Secrets();
        secrets.add(Templates.json(
                "{\"a\": [\"pass\", \"password\", \"quo\\\"te\", \"\"], \"b\": 12345, \"c\": 7, \"d\": true}"));
        assertThat(secrets.hide("password pass quo\"te \"quo\\\"te\" 12345 7 true"))
                .isEqualTo("*** *** *** \"***\" *** 7 true");
    }

    @Test
    void whatWasMadeOfThemIsOneToo() {
        Secrets secrets = new Secrets();
        TemplatePlan.of(
                (ObjectNode) Templates.json("""
                                {
                                  "parameters": {"p": {"type": "secureString"}},
                                  "variables": {"v": "[split(toUpper(parameters('p')), '-')]"},
                                  "resources": [],
                                  "outputs": {"o": {"type": "secureString", "value": "[variables('v')[1]]"}}
                                }
                                """),
                (ObjectNode) Templates.json("{\"p\": {\"value\": \"abc-def\"}}"),
                Templates.here(Templates.GROUP),
                secrets);
        assertThat(secrets.hide("abc-def ABC DEF def")).isEqualTo("*** *** *** def");
    }

    @Test
    void whatHasNothingToDoWithThemIsShown() {
        String template = """
                {
                  "parameters": {"p": {"type": "secureString"}},
                  "resources": [],
                  "outputs": {
                    "a": {"type": "secureString", "value": "[parameters('p')]"},
                    "b": {"type": "int", "value": "%s"}
                  }
                }
                """;
        String given = "{\"p\": {\"value\": \"abc\"}}";
        assertThatThrownBy(() -> Templates.plan(template.formatted("shown"), given))
                .hasMessage("the output 'b' must be an int, given is \"shown\", at /outputs/b/value");
        assertThatThrownBy(() -> Templates.plan(template.formatted("[concat(parameters('p'), 'x')]"), given))
                .hasMessage("the output 'b' must be an int, given is a value that is not shown, at /outputs/b/value");
    }
}
