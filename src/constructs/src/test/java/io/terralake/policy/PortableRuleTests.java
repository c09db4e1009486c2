package io.terralake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortableRuleTests {
    @Test
    void passesWhatMeansTheSameEverywhere() {
        assertThat(Findings.of("portable", """
                "azurerm_some": {"S": {"days": 30, "depth": -1.5, "file": "../../../jobs/loans.jar", "path": "/homepage/", "query": "a C:"}}
                """)).isEmpty();
    }

    @Test
    void findsTokensThatBroke() {
        assertThat(Findings.of("portable", """
                "azurerm_some": {"S": {"days": -8.1E298, "text": "for -8.1e+298 days", "name": "lake-${TfToken[TOKEN.4]}"}}
                """))
                .containsExactly(
                        "portable: days is -8.1E298, a token that became a number; pass the number itself or Token.asString"
                                + " (at azurerm_some.S)",
                        "portable: text is \"for -8.1e+298 days\", a token that became a number; pass the number itself or"
                                + " Token.asString (at azurerm_some.S)",
                        "portable: name is \"lake-${TfToken[TOKEN.4]}\", a token that was not resolved; pass it on as it is"
                                + " (at azurerm_some.S)");
    }

    @Test
    void findsPathsOfAMachine() {
        assertThat(Findings.inStack("portable", """
                "terraform": {"backend": {"local": {"path": "/home/me/terraform.tfstate"}}},
                "resource": {"azurerm_some": {"S": {"source": "C:\\\\jars\\\\loans.jar"}}}
                """))
                .containsExactly(
                        "portable: source is \"C:\\\\jars\\\\loans.jar\", a path of this machine; a path from the stack's folder is"
                                + " needed (at azurerm_some.S)",
                        "portable: terraform.backend.local.path is \"/home/me/terraform.tfstate\", a path of this machine; a path"
                                + " from the stack's folder is needed (at dev-lake)");
    }
}
