package io.terralake.factory.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * How much a pipeline may have.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits">
 *     Azure Data Factory limits</a>
 */
final class PipelineLimits {
    private static final int ACTIVITIES = 120;
    private static final int PARAMETERS = 50;

    /** @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-switch-activity">Switch activity</a> */
    private static final int CASES = 25;

    private static final int BATCH = 50;

    private PipelineLimits() {}

    static List<Problem> of(Declared declared, List<Step> steps) {
        List<Problem> problems = new ArrayList<>();
        int activities = count(steps);
        if (activities > ACTIVITIES) {
            problems.add(Problem.of(
                    "/activities",
                    "it has %d activities, those inside others counted: at most %d, others go into pipelines that it runs"
                            .formatted(activities, ACTIVITIES)));
        }
        if (declared.parameters().size() > PARAMETERS) {
            problems.add(Problem.of(
                    "/parameters",
                    "it has %d parameters: at most %d, such as one of type Object"
                            .formatted(declared.parameters().size(), PARAMETERS)));
        }
        steps.forEach(step -> check(step, problems));
        return problems;
    }

    private static int count(List<Step> steps) {
        return steps.stream()
                .mapToInt(step -> 1
                        + step.branches().stream()
                                .mapToInt(PipelineLimits::count)
                                .sum())
                .sum();
    }

    private static void check(Step step, List<Problem> problems) {
        var properties = step.json().path("typeProperties");
        int cases = properties.path("cases").size();
        if (step.type().equals("Switch") && cases > CASES) {
            problems.add(Problem.of("/typeProperties/cases", "it has %d cases: at most %d".formatted(cases, CASES))
                    .below(step.pointer(), step.label()));
        }
        var batch = properties.path("batchCount");
        if (step.type().equals("ForEach") && batch.isInt() && (batch.intValue() < 1 || batch.intValue() > BATCH)) {
            problems.add(Problem.of(
                            "/typeProperties/batchCount",
                            "batch count of %d is not allowed: 1 to %d".formatted(batch.intValue(), BATCH))
                    .below(step.pointer(), step.label()));
        }
        step.branches().forEach(branch -> branch.forEach(inner -> check(inner, problems)));
    }
}
