package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.factory.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much an activity may have, by its type. What the service's documentation excludes, and the service may take all the same, is a
 * risk.
 */
final class ActivityLimits {
    /** @see <a href="https://learn.microsoft.com/azure/data-factory/concepts-annotations-user-properties">User properties</a> */
    private static final int USER_PROPERTIES = 5;

    /** @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-switch-activity">Switch activity</a> */
    private static final int CASES = 25;

    /** @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-for-each-activity">ForEach activity</a> */
    private static final int BATCH = 50;

    private final Step step;
    private final JsonNode properties;
    private final List<Problem> problems = new ArrayList<>();

    private ActivityLimits(Step step) {
        this.step = step;
        this.properties = step.json().path("typeProperties");
    }

    static List<Problem> of(Step step) {
        ActivityLimits limits = new ActivityLimits(step);
        limits.checkUserProperties();
        if (step.missing().isEmpty()) {
            switch (step.type()) {
                case "ForEach" -> limits.checkBatch();
                case "Switch" -> limits.checkCases();
                case "Until" -> limits.checkTimeout();
                case "Wait" -> limits.checkSeconds();
                default -> {}
            }
        }
        return limits.problems;
    }

    private void checkUserProperties() {
        int count = step.json().path("userProperties").size();
        if (count > USER_PROPERTIES) {
            risk("/userProperties", "it has %d user properties: at most %d".formatted(count, USER_PROPERTIES));
        }
    }

    private void checkBatch() {
        JsonNode batch = properties.path("batchCount");
        if (batch.isInt() && (batch.intValue() < 1 || batch.intValue() > BATCH)) {
            error(
                    "/typeProperties/batchCount",
                    "batch count of %d is not allowed: 1 to %d".formatted(batch.intValue(), BATCH));
        }
    }

    private void checkCases() {
        JsonNode cases = properties.path("cases");
        if (cases.size() > CASES) {
            error("/typeProperties/cases", "it has %d cases: at most %d".formatted(cases.size(), CASES));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cases.size(); i++) {
            String value = cases.path(i).path("value").asText();
            if (!seen.add(value)) {
                risk("/typeProperties/cases/%d/value".formatted(i), "the case \"%s\" is there twice".formatted(value));
            }
        }
    }

    private void checkTimeout() {
        TimeSpan.read(properties.path("timeout").asText())
                .filter(timeout -> timeout.compareTo(Until.LONGEST) > 0)
                .ifPresent(timeout -> error(
                        "/typeProperties/timeout",
                        "timeout of %s is not allowed: at most %d days"
                                .formatted(properties.path("timeout").asText(), Until.LONGEST.toDays())));
    }

    /**
     * Numbers; the service takes text with a number in it too.
     *
     * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-wait-activity">Wait activity</a>
     */
    private void checkSeconds() {
        JsonNode seconds = properties.path("waitTimeInSeconds");
        String message = "a wait of %s seconds is not allowed: an integer from 1 on".formatted(seconds);
        if (seconds.isNumber() && !Parameter.Type.INTEGER.takes(seconds)) {
            error("/typeProperties/waitTimeInSeconds", message);
        } else if (seconds.isIntegralNumber() && seconds.longValue() < 1) {
            risk("/typeProperties/waitTimeInSeconds", message);
        }
    }

    private void error(String pointer, String message) {
        problems.add(Problem.of(pointer, message));
    }

    private void risk(String pointer, String message) {
        problems.add(Problem.of(pointer, message).as(Problem.Severity.RISK));
    }
}
