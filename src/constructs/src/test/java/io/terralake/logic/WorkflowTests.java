package io.terralake.logic;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.PlatformStack;
import io.terralake.monitoring.LogSink;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkflowTests {
    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void callsByItsIdentity() {
        stack.share(LogSink.class, Stacks.LOGS);
        HttpAction generate = HttpAction.builder()
                .name("Generate")
                .method(HttpAction.Method.POST)
                .uri(Expression.text("https://cars.example.com/api/generate"))
                .audience(Expression.text("api://cars"))
                .headers(Map.of("x-run", Expression.of("workflow()?['run']?['name']")))
                .queries(Map.of("count", Expression.value("10")))
                .body(Expression.value(Map.of("mail", "@me", "at", Expression.of("utcNow()"))))
                .retry(RetryPolicy.exponential(4, Duration.ofSeconds(10), Duration.ofHours(1)))
                .build();
        workflow(generate);
        assertThat(stack)
                .hasResource("azapi_resource", """
                        {
                          type: 'Microsoft.Logic/workflows@2019-05-01',
                          name: 'logic-lakes-generate-test-weu',
                          location: 'westeurope',
                          identity: [{type: 'SystemAssigned'}],
                          tags: {owner: 'tests'},
                          body: exactly({properties: {state: 'Enabled', definition: {
                            '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
                            contentVersion: '1.0.0.0',
                            triggers: {Recurrence: {type: 'Recurrence', recurrence: {frequency: 'Minute', interval: 5, timeZone: 'UTC'}}},
                            actions: {Generate: {
                              type: 'Http',
                              inputs: {
                                method: 'POST',
                                uri: 'https://cars.example.com/api/generate',
                                headers: {'x-run': "@workflow()?['run']?['name']"},
                                queries: {count: '10'},
                                body: {mail: '@@me', at: '@utcNow()'},
                                authentication: {type: 'ManagedServiceIdentity', audience: 'api://cars'},
                                retryPolicy: {type: 'exponential', count: 4, interval: 'PT10S', minimumInterval: 'PT10S', maximumInterval: 'PT1H'},
                              },
                              runAfter: {},
                            }},
                          }}}),
                        }
                        """)
                .hasResource(
                        "azurerm_monitor_diagnostic_setting",
                        "{target_resource_id: textLike('${azapi_resource.*.id}')}");
    }

    @Test
    void runsActionsInOrderUnlessTheySayOtherwise() {
        RawAction first = compose("First");
        RawAction clean = new RawAction(
                "Clean",
                first.definition(),
                List.of(RunAfter.failure(first), new RunAfter("Second", Set.of(RunStatus.SKIPPED))));
        RawAction beside = new RawAction("Beside", first.definition(), List.of());
        workflow(first, compose("Second"), clean, beside);
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {definition: {actions: {
                  First: {runAfter: exactly({})},
                  Second: {runAfter: exactly({First: ['Succeeded']})},
                  Clean: {runAfter: exactly({First: ['Failed', 'TimedOut'], Second: ['Skipped']})},
                  Beside: {runAfter: exactly({})},
                }}}}}
                """);
    }

    @Test
    void nestsActions() {
        WorkflowAction move = compose("Move");
        workflow(
                compose("List"),
                Scope.of(
                        "Archive",
                        If.of(
                                "Any",
                                Expression.call("greater", Expression.call("length", Expression.of("body('List')")), 0),
                                new ForEach("Each", Expression.of("body('List')"), 1, List.of(move), null))));
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {definition: {actions: {Archive: {
                  type: 'Scope',
                  actions: {Any: {
                    type: 'If',
                    expression: "@greater(length(body('List')), 0)",
                    actions: {Each: {
                      type: 'Foreach',
                      foreach: "@body('List')",
                      runtimeConfiguration: {concurrency: {repetitions: 1}},
                      actions: {Move: {type: 'Compose', runAfter: exactly({})}},
                    }},
                    else: {actions: exactly({})},
                  }},
                }}}}}}
                """);
    }

    @Test
    void takesTextLiterallyAndExpressionsByTheirType() {
        assertThat(Expression.text("me@example.com").json().asText()).isEqualTo("me@example.com");
        assertThat(Expression.text("@me @{x} '").json().asText()).isEqualTo("@@me @@{x} '");
        assertThat(Expression.text("@", Expression.of("utcNow()")).json().asText())
                .isEqualTo("@{'@'}@{utcNow()}");
        assertThat(Expression.text("a/", Expression.item("Each").part("name"), "/b")
                        .json()
                        .asText())
                .isEqualTo("a/@{items('Each').name}/b");
        assertThat(Expression.body(compose("It's")).part("value?[0].a-b").json().asText())
                .isEqualTo("@body('It''s').value?[0]['a-b']");
        assertThat(Expression.outputs(compose("Get")).part("statusCode").json().asText())
                .isEqualTo("@outputs('Get').statusCode");
        assertThat(Expression.value(List.of(1, true, "@x", Expression.of("utcNow()")))
                        .json())
                .hasToString("[1,true,\"@@x\",\"@utcNow()\"]");
        assertThatThrownBy(() -> Expression.of("body('A'"))
                .hasMessageStartingWith("\"body('A'\" is no expression: at character ");
        assertThatThrownBy(() -> Expression.text("a").part("b")).hasMessage("\"a\" has no parts");
        assertThatThrownBy(() -> Expression.text(Expression.value(List.of(1))))
                .hasMessage("[1] cannot be a part of text");
        assertThatThrownBy(() -> Expression.call("concat", Expression.text("a")))
                .hasMessage("\"a\" cannot be an argument: give the value itself, or use call(\"concat\", …)");
    }

    /** Terraform has expressions of its own. */
    @Test
    void goesOutAsItIs() {
        ObjectNode action =
                JsonNodeFactory.instance.objectNode().put("type", "Compose").put("inputs", "${x} %{y}");
        workflow(new RawAction("Compose", action, null));
        assertThat(stack)
                .hasResource(
                        "azapi_resource",
                        "{body: {properties: {definition: {actions: {Compose: {inputs: '$${x} %%{y}'}}}}}}");
    }

    @Test
    void refusesNamesThatTheServiceRefuses() {
        refuses(
                "action name \"a b\" (3 characters) is not allowed: 1 to 80 letters, digits and '_()-'",
                compose("a b"));
        refuses("action name \"\" (0 characters) is not allowed", compose(""));
        refuses("action name \"%s\" (81 characters) is not allowed".formatted("a".repeat(81)), compose("a".repeat(81)));
        refuses("two actions are called \"A\": names are unique", compose("A"), compose("A"));
        refuses(
                "two actions are called \"A\": names are unique in the whole workflow",
                compose("A"),
                Scope.of("S", compose("A")));
    }

    @Test
    void refusesAnOrderThatCannotBe() {
        refuses("action \"B\" runs after \"Nobody\", which is not beside it: /actions has [B]", after("B", "Nobody"));
        refuses(
                "action \"B\" runs after \"A\", which is not beside it: /actions/S/actions has [B]",
                compose("A"),
                Scope.of("S", after("B", "A")));
        refuses("actions wait for each other in a circle: [A, B]", after("A", "B"), after("B", "A"), compose("C"));
        refuses("actions wait for each other in a circle: [A]", after("A", "A"));
        assertThatThrownBy(() -> new RunAfter("A", Set.of()))
                .hasMessageStartingWith("to run after \"A\" a status is needed");
    }

    @Test
    void refusesExpressionsThatReadWhatIsNotThere() {
        refuses(
                "/actions/A/inputs: there is no action \"Nobody\", there are [A]",
                inputs("A", "@body('Nobody')?['x']"));
        refuses("/actions/A/inputs: there is no loop \"Each\", there are []", inputs("A", "x @{items('Each')}"));
        refuses("/actions/A/inputs: there is no variable \"v\", there are []", inputs("A", "@variables('v')"));
        refuses("/actions/A/inputs: there is no parameter \"p\", there are []", inputs("A", "@parameters('p')"));
        refuses("/actions/A/inputs: \"@body(\" is no expression: at character ", inputs("A", "@body("));
        refuses(
                "/actions/A/inputs: an expression of 8203 characters is not allowed: 8192 at most",
                inputs("A", "@concat('" + "a".repeat(8192) + "')"));
    }

    @Test
    void refusesWhatIsTooMuch() {
        refuses("it has no action");
        List<WorkflowAction> many = new ArrayList<>();
        for (int i = 0; i <= 500; i++) {
            many.add(compose("A" + i));
        }
        refuses("501 actions are not allowed: 500 at most", many.toArray(WorkflowAction[]::new));
        WorkflowAction nested = compose("A");
        for (int i = 0; i < 9; i++) {
            nested = Scope.of("S" + i, nested);
        }
        refuses("nested 9 deep, 8 is allowed", nested);
    }

    @Test
    void refusesRequestsThatAreNotSigned() {
        assertThatThrownBy(() -> http("http://cars.example.com", Map.of()))
                .hasMessage("action \"Get\": address \"http://cars.example.com\" is not allowed: one of HTTPS");
        assertThatThrownBy(() -> http("https://cars.example.com", Map.of("authorization", Expression.text("Bearer x"))))
                .hasMessage("action \"Get\": a header Authorization is not allowed, the workflow's identity signs");
    }

    @Test
    void refusesRetriesThatTheServiceRefuses() {
        assertThatThrownBy(() -> RetryPolicy.fixed(91, Duration.ofMinutes(1)))
                .hasMessage("number of retries of 91 is not allowed: 1 to 90");
        assertThatThrownBy(() -> RetryPolicy.fixed(1, Duration.ofSeconds(4)))
                .hasMessage("interval of PT4S is not allowed: PT5S to PT24H");
        assertThatThrownBy(() -> RetryPolicy.exponential(1, Duration.ofMinutes(2), Duration.ofMinutes(1)))
                .hasMessage("longest interval of PT1M is not allowed: not shorter than the interval, PT2M");
        assertThat(RetryPolicy.none().json()).hasToString("{\"type\":\"none\"}");
        assertThat(RetryPolicy.fixed(2, Duration.ofMinutes(1)).json())
                .hasToString("{\"type\":\"fixed\",\"count\":2,\"interval\":\"PT1M\"}");
        assertThatThrownBy(() -> new ForEach("Each", Expression.of("body('A')"), 51, List.of(), null))
                .hasMessage("number of elements at once of 51 is not allowed: 1 to 50");
    }

    @Test
    void namesTheActionOfAUsersThatAnswersNothing() {
        WorkflowAction own = new WorkflowAction() {
            @Override
            public String name() {
                return "Own";
            }

            @Override
            public ObjectNode definition() {
                return null;
            }
        };
        refuses("definition() returned null", own);
    }

    @Test
    void isImportedById() {
        String id = PlatformTeam.id("Microsoft.Logic/workflows/logic-hub");
        assertThat(Workflow.fromWorkflowId(stack, "Workflow", id).workflowId()).isEqualTo(id);
        assertThatThrownBy(() -> Workflow.fromWorkflowId(stack, "Other", PlatformTeam.VAULT))
                .hasMessageContaining("Microsoft.Logic/workflows/<name> is needed");
    }

    /** A database's users are looked up by it. */
    @Test
    void isCalledAsInAzureWherePeopleReadIt() {
        Workflow workflow = new Workflow(
                stack,
                "Made",
                WorkflowProps.builder()
                        .purpose("orders")
                        .trigger(Recurrence.everyMinutes(5))
                        .actions(List.of(compose("First")))
                        .build());
        assertThat(workflow.displayName()).isEqualTo("logic-lakes-orders-test-weu");
    }

    private void refuses(String message, WorkflowAction... actions) {
        assertThatThrownBy(() -> workflow(Stacks.publicStack(), actions))
                .hasMessageContaining(message)
                .hasMessageEndingWith("(at test-stack/Workflow)");
    }

    private void workflow(WorkflowAction... actions) {
        workflow(stack, actions);
    }

    private static void workflow(PlatformStack stack, WorkflowAction... actions) {
        new Workflow(
                stack,
                "Workflow",
                WorkflowProps.builder()
                        .purpose("generate")
                        .trigger(Recurrence.everyMinutes(5))
                        .actions(List.of(actions))
                        .build());
    }

    private static RawAction compose(String name) {
        return inputs(name, "text");
    }

    private static RawAction inputs(String name, String inputs) {
        return new RawAction(
                name,
                JsonNodeFactory.instance.objectNode().put("type", "Compose").put("inputs", inputs),
                null);
    }

    private static RawAction after(String name, String other) {
        return new RawAction(
                name, compose(name).definition(), List.of(new RunAfter(other, Set.of(RunStatus.SUCCEEDED))));
    }

    private static HttpAction http(String uri, Map<String, Expression> headers) {
        return HttpAction.builder()
                .name("Get")
                .uri(Expression.text(uri))
                .audience(Expression.text("api://cars"))
                .headers(headers)
                .build();
    }
}
