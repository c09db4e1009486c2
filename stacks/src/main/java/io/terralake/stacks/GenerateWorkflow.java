package io.terralake.stacks;

import io.terralake.core.StackPart;
import io.terralake.logic.Expression;
import io.terralake.logic.HttpAction;
import io.terralake.logic.Recurrence;
import io.terralake.logic.RetryPolicy;
import io.terralake.logic.Workflow;
import io.terralake.logic.WorkflowProps;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** Makes listings every few minutes: the part of the market that this platform has no other source of. */
final class GenerateWorkflow extends StackPart {
    private final Workflow workflow;

    /**
     * @param functions what makes the listings
     * @param listings how many a time
     * @param minutes between two times
     */
    GenerateWorkflow(Construct scope, String id, CarsFunctions functions, int listings, int minutes) {
        super(scope, id);
        this.workflow = new Workflow(
                this,
                "Workflow",
                WorkflowProps.builder()
                        .purpose("generate-cars")
                        .trigger(Recurrence.everyMinutes(minutes))
                        .actions(List.of(HttpAction.builder()
                                .name("Generate")
                                .method(HttpAction.Method.POST)
                                .uri(Expression.text("https://", functions.app().hostName(), "/listings"))
                                .queries(Map.of("count", Expression.text(String.valueOf(listings))))
                                .audience(
                                        Expression.text(functions.application().clientId()))
                                // Listings that were sent, although nobody answered, would be sent twice.
                                .retry(RetryPolicy.none())
                                .build()))
                        .build());
        functions.app().grantInvoke(workflow, CarsFunctions.GENERATE);
    }

    Workflow workflow() {
        return workflow;
    }
}
