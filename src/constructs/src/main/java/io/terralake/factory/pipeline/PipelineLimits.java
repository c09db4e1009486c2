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
}
