package io.terralake.factory.pipeline;

import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.item;
import static io.terralake.factory.pipeline.Expression.output;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;
import static io.terralake.factory.pipeline.Expression.value;
import static io.terralake.factory.pipeline.Expression.variable;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.factory.Parameter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes as JSON, and the service refuses or does wrong. */
class ActivityProblemsTests extends PipelineFixture {

    @Test
    void aVariableIsNotSetByItself() {
        refuses(
                List.of(set("Add", call("concat", variable("LAST"), "x"))),
                "activity \"Add\": sets the variable \"last\" by itself, which the service refuses: go by another variable:"
                        + " position 9 of \"@concat(variables('LAST'), 'x')\" at /typeProperties/value/value");
    }

    @Test
    void aVariableIsNotSetByRunsBesideEachOther() {
        ForEach parallel = each("Each", call("range", 0, 3), set("Remember", call("string", item())));
        refuses(
                List.of(parallel),
                "activity \"Remember\": sets the variable \"last\" in a ForEach whose runs would overwrite each other's:"
                        + " make it sequential, or append to a list");
        pipeline(List.of(ForEachBuilder.from(parallel).withSequential(true)));
    }

    @Test
    void elementsAreAppendedToLists() {
        refuses(
                List.of(custom("A", "AppendVariable", "{\"variableName\": \"last\", \"value\": \"x\"}")),
                "activity \"A\": appends to the variable \"last\" of type String, allowed is Array");
    }

    @Test
    void aLoopGoesOverAList() {
        refuses(
                List.of(each("Each", parameter("SourceTableName"), lookup("A"))),
                "activity \"Each\": the items are of type string, allowed is an array: position 1 of"
                        + " \"@pipeline().parameters.SourceTableName\" at /typeProperties/items/value");
        refuses(
                List.of(each("Each", variable("last"), lookup("A"))),
                "activity \"Each\": the items are of type string, allowed is an array: position 1 of \"@variables('last')\""
                        + " at /typeProperties/items/value");
        refuses(
                List.of(each("Each", call("concat", "a"), lookup("A"))),
                "activity \"Each\": the items are of type string, allowed is an array: position 1 of \"@concat('a')\""
                        + " at /typeProperties/items/value");
        refuses(
                List.of(each("Each", value(3), lookup("A"))),
                "activity \"Each\": the items are of type number, allowed is an array: position 1 of \"@3\""
                        + " at /typeProperties/items/value");
        refuses(
                List.of(custom("Each", "ForEach", "{\"items\": 3}")),
                "activity \"Each\": the items are 3, allowed is an array");
        Lookup first = lookup("Rows");
        refuses(
                List.of(first, after(first, output(first, "firstRow"))),
                "activity \"Each\": the items are of type object, allowed is an array: position 1 of"
                        + " \"@activity('Rows').output.firstRow\" at /typeProperties/items/value");
    }

    @Test
    void aLoopGoesOverListsThatAreKnownLaterToo() {
        new Pipeline(
                stack,
                "Lists",
                PipelineProps.builder()
                        .factory(factory)
                        .name("Lists")
                        .parameters(Map.of("names", Parameter.array(), "options", Parameter.object()))
                        .activities(List.of(
                                each("A", parameter("Names"), lookup("A1")),
                                each("B", parameter("options").part("names"), lookup("B1")),
                                each("C", call("json", "[1]"), lookup("C1")),
                                each("D", value(List.of("a", "b")), lookup("D1"))))
                        .build());
    }

    @Test
    void aLookupPutsOutTheFirstRowOrAllOfThem() {
        Lookup first = lookup("Rows");
        refuses(
                List.of(first, after(first, output(first, "value"))),
                "activity \"Each\": reads \"value\" of \"Rows\", which looks up the first row only: it puts out firstRow:"
                        + " position 2 of \"@activity('Rows').output.value\" at /typeProperties/items/value");
        Lookup all = LookupBuilder.from(first).withFirstRowOnly(false);
        refuses(
                List.of(all, set("Set", output(all, "firstRow.id"), all)),
                "activity \"Set\": reads \"firstRow\" of \"Rows\", which looks up all rows: it puts out value and count:"
                        + " position 2 of \"@activity('Rows').output.firstRow.id\" at /typeProperties/value/value");
        pipeline(List.of(all, after(all, output(all, "value"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ForEach | IfCondition | a ForEach cannot stand in the IfCondition "Outer": it stands beside others, or in a pipeline of its own that an ExecutePipeline runs
                    ForEach | Switch | a ForEach cannot stand in the Switch "Outer": it stands beside others, or in a pipeline of its own that an ExecutePipeline runs
                    ForEach | Until | a ForEach cannot stand in the Until "Outer": it stands beside others, or in a pipeline of its own that an ExecutePipeline runs
                    Until | ForEach | a Until cannot stand in the ForEach "Outer": it stands beside others, or in a pipeline of its own that an ExecutePipeline runs
                    Until | Until | a Until cannot stand in another, "Outer"
                    Switch | IfCondition | a Switch cannot stand in the IfCondition "Outer": a ForEach or an Until can hold it
                    IfCondition | IfCondition | a IfCondition cannot stand in another, "Outer"
                    Validation | ForEach | a Validation cannot stand in the ForEach "Outer": it stands beside others, or in a pipeline of its own that an ExecutePipeline runs
                    """)
    void containersStandWhereTheServiceAllowsThem(String inner, String outer, String message) {
        CustomActivity container = CustomActivity.builder()
                .name("Outer")
                .type(outer)
                .typeProperties(JSON.createObjectNode())
                .inside(Map.of("activities", List.of(custom("Inner", inner, "{}"))))
                .build();
        refuses(List.of(container), "activity \"Inner\": " + message);
    }

    @Test
    void branchesStandInLoops() {
        pipeline(List.of(each("Each", call("range", 0, 3), ifTrue(lookup("A")))));
    }

    /** Activities that were brought along as JSON are checked like those of the library. */
    @Test
    void activitiesInJsonAreChecked() {
        refuses(
                List.of(custom("Each", "ForEach", """
                        {"items": {"value": "@range(0, 3)", "type": "Expression"}, "activities": [
                          {"name": "A", "type": "Wait", "typeProperties": {"waitTimeInSeconds": "@item()"}},
                          {"name": "B", "type": "SetVariable", "dependsOn": [{"activity": "X"}],
                           "typeProperties": {"variableName": "lost", "value": "@activity('A').output"}},
                          {"name": "C", "type": "Switch", "typeProperties": {"cases": [
                            {"value": "x", "activities": [{"name": "D", "type": "Until", "typeProperties": {}}]}]}}]}""")),
                "activity \"B\": depends on \"X\", which is not in the pipeline;"
                        + " activity \"B\": reads the output of \"A\", which does not come before it: position 2 of"
                        + " \"@activity('A').output\" at /typeProperties/value;"
                        + " activity \"B\": the variable \"lost\" is not declared, there are [last];"
                        + " activity \"D\": a Until cannot stand in the ForEach \"Each\": it stands beside others, or in a"
                        + " pipeline of its own that an ExecutePipeline runs");
    }

    @Test
    void whatRanInAnUntilOrABranchIsReadAfterIt() {
        CustomActivity poll = CustomActivity.builder()
                .name("Poll")
                .type("Until")
                .typeProperties(
                        JSON.createObjectNode().put("expression", "@equals(activity('Ask').output.firstRow.x, 1)"))
                .inside(Map.of("activities", List.of(lookup("Ask"))))
                .build();
        pipeline(List.of(
                poll,
                SetVariableBuilder.from(set("Set", text("@{", output(lookup("Ask"), "firstRow.x"))))
                        .withDependsOn(List.of(Dependency.on(poll)))));
        ForEach each = each("Each", call("range", 0, 3), lookup("Row"));
        refuses(
                List.of(each, set("Set", output(lookup("Row"), "firstRow.x"), each)),
                "activity \"Set\": reads the output of \"Row\", which does not come before it: position 2 of"
                        + " \"@activity('Row').output.firstRow.x\" at /typeProperties/value/value");
    }

    @Test
    void anActivityIsDependedOnOnce() {
        Lookup rows = lookup("Rows");
        Lookup after = LookupBuilder.from(lookup("After"))
                .withDependsOn(List.of(Dependency.on(rows), new Dependency(rows, DependencyCondition.FAILED)));
        refuses(
                List.of(rows, after),
                "activity \"After\": depends on \"Rows\" twice: the service takes one dependency on an activity, such as one"
                        + " on its completion");
    }

    @Test
    void filesAsTheyAreAreCopiedToFilesAsTheyAre() {
        refuses(
                List.of(custom(
                        "A",
                        "Copy",
                        "{\"source\": {\"type\": \"BinarySource\"}, \"sink\": {\"type\": \"AzureSqlSink\"}}")),
                "activity \"A\": copies from a BinarySource to a AzureSqlSink: Binary is copied to Binary only");
        refuses(
                List.of(custom(
                        "A", "Copy", "{\"source\": {\"type\": \"JsonSource\"}, \"sink\": {\"type\": \"BinarySink\"}}")),
                "activity \"A\": copies from a JsonSource to a BinarySink: Binary is copied to Binary only");
        refuses(
                List.of(custom("A", "Lookup", "{\"source\": {\"type\": \"BinarySource\"}}")),
                "activity \"A\": looks up rows in a Binary dataset, which has none: copy its files");
        pipeline(List.of(custom(
                "A", "Copy", "{\"source\": {\"type\": \"Office365Source\"}, \"sink\": {\"type\": \"BinarySink\"}}")));
    }

    @Test
    void namesDifferInMoreThanCase() {
        refuses(
                List.of(lookup("Rows"), lookup("ROWS")),
                "activity \"ROWS\": the name is taken by another activity of the pipeline");
        assertThatThrownBy(() -> new Pipeline(
                        stack,
                        "Twice",
                        PipelineProps.builder()
                                .factory(factory)
                                .name("Twice")
                                .parameters(Map.of("day", Parameter.string(), "DAY", Parameter.string()))
                                .variables(Map.of("x", Variable.string(), "X", Variable.string()))
                                .activities(List.of())
                                .build()))
                .hasMessage(
                        "pipeline \"Twice\": the parameter \"day\" is declared twice: names differ in more than case;"
                                + " the variable \"x\" is declared twice: names differ in more than case (at test-stack/Twice)");
    }

    @Test
    void globalParametersAreDeclared() {
        refuses(
                List.of(set("Set", Expression.globalParameter("region"))),
                "activity \"Set\": the global parameter \"region\" is not declared, there are []: position 2 of"
                        + " \"@pipeline().globalParameters.region\" at /typeProperties/value/value");
    }

    @Test
    void functionsAreKnown() {
        refuses(
                List.of(set("Set", call("concatenate", "a", "b"))),
                "activity \"Set\": there is no function \"concatenate\", the nearest is concat: position 2 of"
                        + " \"@concatenate('a', 'b')\" at /typeProperties/value/value");
        refuses(
                List.of(set("Set", call("replace", "a", "b"))),
                "activity \"Set\": the function replace has 2 arguments, allowed are 3: position 2 of \"@replace('a', 'b')\""
                        + " at /typeProperties/value/value");
    }

    private static SetVariable set(String name, Expression value, Activity... before) {
        return SetVariable.builder()
                .name(name)
                .variable("last")
                .value(value)
                .dependsOn(List.of(before).stream().map(Dependency::on).toList())
                .build();
    }

    private static ForEach each(String name, Expression items, Activity inside) {
        return ForEach.builder()
                .name(name)
                .items(items)
                .activities(List.of(inside))
                .build();
    }

    private ForEach after(Lookup lookup, Expression items) {
        return ForEachBuilder.from(each("Each", items, lookup("A"))).withDependsOn(List.of(Dependency.on(lookup)));
    }
}
