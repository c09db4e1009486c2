package io.terralake.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** What the standard policy finds in a stack {@code dev-lake}. */
final class Findings {
    private Findings() {}

    /** What one rule finds in resources, which are given as the members of Terraform's {@code resource}. */
    static List<String> of(String rule, String resources) {
        return inStack(rule, "\"resource\": {%s}".formatted(resources));
    }

    /** The same in a stack whose network mode is private. */
    static List<String> inPrivateMode(String rule, String resources) {
        return inStack(rule, """
                "//": {"terralake": {"network": "private"}}, "resource": {%s}
                """.formatted(resources));
    }

    /** What one rule finds in a stack, which is given as the members of its JSON. */
    static List<String> inStack(String rule, String members) {
        return Policy.standard().check("dev-lake", json("{%s}".formatted(members))).stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::toString)
                .toList();
    }

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
