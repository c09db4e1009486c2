package io.terralake.emulator.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What {@code check} blocks of a configuration find wrong. To Terraform itself these are warnings. */
final class FailedChecks {
    private FailedChecks() {}

    /** One line for each, such as {@code check.open: it is open to everybody}. */
    static List<String> of(JsonNode plan) {
        List<String> failed = new ArrayList<>();
        for (JsonNode check : plan.path("checks")) {
            String status = check.path("status").asText();
            if (status.equals("fail") || status.equals("error")) {
                failed.add("%s: %s".formatted(check.at("/address/to_display").asText(), problems(check, status)));
            }
        }
        return failed;
    }

    private static String problems(JsonNode check, String status) {
        List<String> problems = check.findValuesAsText("message");
        return problems.isEmpty() ? status : String.join("; ", problems);
    }
}
