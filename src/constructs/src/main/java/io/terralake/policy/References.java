package io.terralake.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses of resources in Terraform expressions. */
final class References {
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w.])[a-z0-9]++_\\w++\\.[A-Za-z_][\\w-]*+");

    private References() {}

    /** Addresses such as {@code azurerm_key_vault.Vault}, and what looks like one. */
    static Stream<String> in(JsonNode value) {
        return value.asText().contains("${")
                ? ADDRESS.matcher(value.asText()).results().map(MatchResult::group)
                : Stream.empty();
    }
}
