package io.terralake.factory.pipeline;

import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.item;
import static io.terralake.factory.pipeline.Expression.list;
import static io.terralake.factory.pipeline.Expression.output;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;
import static io.terralake.factory.pipeline.Expression.value;
import static io.terralake.factory.pipeline.Expression.variable;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What waits, filters and branches is written as, and what of it is refused. */
class ControlActivityTests extends PipelineFixture {
    private final Wait pause = Wait.builder().name("Pause").seconds(value(30)).build();

    @Test
    void waits() {
        pipeline(List.of(pause));
        isWritten("{name: 'Pause', type: 'Wait', typeProperties: {waitTimeInSeconds: 30}, policy: absent}");
    }

    @Test
    void waitsForWhatAParameterSays() {
        pipeline(List.of(Wait.builder()
                .name("Pause")
                .seconds(call("int", parameter("SourceTableName")))
                .build()));
        isWritten("""
                {typeProperties: {waitTimeInSeconds: {value: '@int(pipeline().parameters.SourceTableName)', type: 'Expression'}}}
                """);
    }

    @Test
    void refusesToWaitForLessThanASecond() {
        for (Object seconds : List.of(0, -5, 1.5)) {
            refuses(
                    List.of(Wait.builder().name("X").seconds(value(seconds)).build()),
                    "activity \"X\": a wait of %s seconds is not allowed: an integer from 1 on".formatted(seconds));
        }
    }

    @Test
    void filtersAList() {
        pipeline(List.of(Filter.builder()
                .name("Files")
                .items(list("a", "b"))
                .condition(call("equals", item(), "a"))
                .build()));
        isWritten("""
                {
                  type: 'Filter',
                  typeProperties: {
                    items: {value: '@createArray(\\'a\\', \\'b\\')', type: 'Expression'},
                    condition: {value: '@equals(item(), \\'a\\')', type: 'Expression'},
                  },
                }
                """);
        refuses(
                List.of(Filter.builder()
                        .name("X")
                        .items(parameter("SourceTableName"))
                        .condition(call("equals", item(), "a"))
                        .build()),
                "activity \"X\": the items are of type string, allowed is an array: position 1 of"
                        + " \"@pipeline().parameters.SourceTableName\" at /typeProperties/items/value");
    }

    @Test
    void appendsToAList() {
        new Pipeline(
                stack,
                "Pipeline",
                PipelinePropsBuilder.from(props(List.of(AppendVariable.builder()
                                .name("Remember")
                                .variable("seen")
                                .value(text("loans"))
                                .build())))
                        .withVariables(Map.of("seen", Variable.array())));
        isWritten("""
                {
                  type: 'AppendVariable',
                  typeProperties: {variableName: 'seen', value: {value: 'loans', type: 'Expression'}},
                }
                """);
        refuses(
                List.of(AppendVariable.builder()
                        .name("X")
                        .variable("last")
                        .value(text("loans"))
                        .build()),
                "activity \"X\": appends to the variable \"last\" of type String, allowed is Array");
    }

    @Test
    void switchesByText() {
        pipeline(List.of(Switch.builder()
                .name("Kind")
                .on(parameter("SourceTableName"))
                .cases(Map.of("loans", List.of(pause), "cars", List.of()))
                .otherwise(List.of(fail("Unknown")))
                .build()));
        isWritten("""
                {
                  type: 'Switch',
                  typeProperties: {
                    on: {value: '@pipeline().parameters.SourceTableName', type: 'Expression'},
                    cases: [{value: 'cars', activities: []}, {value: 'loans', activities: [{name: 'Pause'}]}],
                    defaultActivities: [{name: 'Unknown'}],
                  },
                }
                """);
    }

    @Test
    void refusesASwitchWithoutCasesAndWithTooMany() {
        SwitchBuilder kind = Switch.builder().name("X").on(text("a"));
        assertThatThrownBy(() -> kind.cases(Map.of()).build()).hasMessage("a switch has at least one case");
        Map<String, List<Activity>> many = new TreeMap<>();
        for (int i = 0; i < 26; i++) {
            many.put("case" + i, List.of());
        }
        refuses(List.of(kind.cases(many).build()), "activity \"X\": it has 26 cases: at most 25");
        refuses(
                List.of(kind.cases(Collections.singletonMap("a", null)).build()),
                "activity \"X\": the field cases[\"a\"] is not set");
    }

    @Test
    void looksIntoTheCasesOfASwitch() {
        refuses(
                List.of(Switch.builder()
                        .name("Kind")
                        .on(text("a"))
                        .cases(Map.of("a", List.of(until("Loop", pause))))
                        .build()),
                "activity \"Loop\": a Until cannot stand in the Switch \"Kind\": it stands beside others, or in a pipeline of its"
                        + " own that an ExecutePipeline runs");
    }

    @Test
    void repeatsUntilWhatStandsInItSaysSo() {
        Lookup ask = lookup("Ask");
        Until loop = Until.builder()
                .name("Loop")
                .condition(call("equals", output(ask, "firstRow.state"), "done"))
                .activities(List.of(ask))
                .build();
        pipeline(List.of(loop));
        isWritten("""
                {
                  type: 'Until',
                  typeProperties: {
                    expression: {value: '@equals(activity(\\'Ask\\').output.firstRow.state, \\'done\\')', type: 'Expression'},
                    timeout: '0.12:00:00',
                    activities: [{name: 'Ask'}],
                  },
                }
                """);
    }

    @Test
    void refusesALoopThatRunsForTooLong() {
        UntilBuilder loop =
                Until.builder().name("X").condition(call("equals", 1, 1)).activities(List.of(pause));
        for (Duration timeout : List.of(Duration.ZERO, Duration.ofDays(91), Duration.ofMillis(1500))) {
            assertThatThrownBy(() -> loop.timeout(timeout).build())
                    .hasMessage("timeout of %s is not allowed: whole seconds, PT1S to PT2160H".formatted(timeout));
        }
        refuses(
                List.of(
                        custom(
                                "X",
                                "Until",
                                "{\"expression\": {\"value\": \"@true\", \"type\": \"Expression\"}, \"timeout\": \"90.00:00:01\"}")),
                "activity \"X\": timeout of 90.00:00:01 is not allowed: at most 90 days");
    }

    @Test
    void waitsForAFileOfSomeSizeOrAFolderWithSomethingInIt() {
        pipeline(List.of(Validation.builder()
                .name("Arrived")
                .dataset(DatasetReference.to(tables))
                .minimumSize(20L)
                .timeout(Duration.ofHours(36))
                .interval(Duration.ofMinutes(1))
                .build()));
        isWritten("""
                {
                  type: 'Validation',
                  typeProperties: {
                    dataset: {type: 'DatasetReference'},
                    timeout: '1.12:00:00',
                    sleep: 60,
                    minimumSize: 20,
                    childItems: absent,
                  },
                  policy: absent,
                }
                """);
        new Pipeline(
                stack,
                "Folder",
                props(
                        "Folder",
                        List.of(Validation.builder()
                                .name("Filled")
                                .dataset(DatasetReference.to(tables))
                                .childItems(true)
                                .build())));
        isWritten("""
                {name: 'Filled', typeProperties: {timeout: '0.12:00:00', sleep: 10, minimumSize: absent, childItems: true}}
                """);
    }

    @Test
    void refusesAValidationOfAFileAndAFolder() {
        ValidationBuilder arrived = Validation.builder().name("X").dataset(DatasetReference.to(tables));
        assertThatThrownBy(() -> arrived.minimumSize(1L).childItems(true).build())
                .hasMessage("minimumSize is of files and childItems of folders: one of them");
        assertThatThrownBy(() -> arrived.minimumSize(-1L).childItems(null).build())
                .hasMessage("minimumSize of -1 is not allowed: 0 or more bytes");
        assertThatThrownBy(() ->
                        arrived.minimumSize(1L).timeout(Duration.ofDays(8)).build())
                .hasMessage("timeout of PT192H is not allowed: whole seconds, PT1S to PT168H");
        assertThatThrownBy(() -> arrived.timeout(null).interval(Duration.ZERO).build())
                .hasMessage("interval of PT0S is not allowed: whole seconds, PT1S to PT24H");
        refuses(
                List.of(until("Loop", arrived.interval(null).build())),
                "activity \"X\": a Validation cannot stand in the Until \"Loop\": it stands beside others, or in a pipeline of"
                        + " its own that an ExecutePipeline runs");
    }

    @Test
    void returnsValuesOfEveryType() {
        pipeline(List.of(SetReturnValues.builder()
                .name("Return")
                .values(Map.of(
                        "a", value(3),
                        "b", value(0.5),
                        "c", value(true),
                        "d", text("@home"),
                        "e", variable("last"),
                        "f", value(List.of("x", "y")),
                        "g", value(Map.of("k", "v")),
                        "h", Expression.none()))
                .build()));
        isWritten("""
                {
                  type: 'SetVariable',
                  typeProperties: {
                    variableName: 'pipelineReturnValue',
                    setSystemVariable: true,
                    value: [
                      {key: 'a', value: {type: 'Int', content: 3}},
                      {key: 'b', value: {type: 'Float', content: 0.5}},
                      {key: 'c', value: {type: 'Boolean', content: true}},
                      {key: 'd', value: {type: 'Expression', content: '@@home'}},
                      {key: 'e', value: {type: 'Expression', content: '@variables(\\'last\\')'}},
                      {key: 'f', value: {type: 'Expression', content: '@createArray(\\'x\\', \\'y\\')'}},
                      {key: 'g', value: {type: 'Expression', content: '@json(\\'{"k":"v"}\\')'}},
                      {key: 'h', value: {type: 'Expression', content: '@null'}},
                    ],
                  },
                  policy: {secureOutput: false, secureInput: false},
                }
                """);
        assertThatThrownBy(() ->
                        SetReturnValues.builder().name("X").values(Map.of()).build())
                .hasMessage("a pipeline returns at least one value");
    }

    @Test
    void readsWhatAPipelineReturned() {
        Pipeline counting = new Pipeline(
                stack,
                "Counting",
                props(
                        "Counting",
                        List.of(ifTrue(SetReturnValues.builder()
                                .name("Return")
                                .values(Map.of("count", value(3)))
                                .build()))));
        ExecutePipelineBuilder run = ExecutePipeline.builder().name("Run").pipeline(counting);
        Activity waiting = run.build().described("counts");
        pipeline(List.of(
                waiting,
                Wait.builder()
                        .name("Pause")
                        .seconds(Expression.returnValue(waiting, "count"))
                        .dependsOn(List.of(Dependency.after(waiting)))
                        .build()));
        assertThatThrownBy(() -> Expression.returnValue(waiting, "sum.of[0]"))
                .hasMessage("the pipeline of \"Run\" does not return \"sum\", there are [count]");
        ExecutePipeline hasty = run.waitOnCompletion(false).build();
        assertThatThrownBy(() -> Expression.returnValue(hasty, "count"))
                .hasMessage("\"Run\" does not wait for its pipeline, which returns values at its end");
        refuses(
                List.of(
                        hasty,
                        Wait.builder()
                                .name("X")
                                .seconds(output(hasty, "pipelineReturnValue.count"))
                                .dependsOn(List.of(Dependency.after(hasty)))
                                .build()),
                "activity \"X\": reads what \"Run\" returned, which does not wait for its pipeline: values are returned at its end:"
                        + " position 2 of \"@activity('Run').output.pipelineReturnValue.count\" at /typeProperties/waitTimeInSeconds/value");
    }

    private static Until until(String name, Activity inner) {
        return Until.builder()
                .name(name)
                .condition(call("equals", 1, 1))
                .activities(List.of(inner))
                .build();
    }

    private static Fail fail(String name) {
        return Fail.builder().name(name).message(text("x")).errorCode("1").build();
    }
}
