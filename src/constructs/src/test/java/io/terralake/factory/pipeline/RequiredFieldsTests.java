package io.terralake.factory.pipeline;

import static io.terralake.factory.pipeline.Expression.text;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fields that were left out are named, all of them, together with what else is wrong. */
class RequiredFieldsTests extends PipelineFixture {

    @Test
    void everyActivityNamesWhatItMisses() {
        missing(Lookup.builder().name("X").build(), "field source is");
        missing(Copy.builder().name("X").build(), "fields source, sink are");
        missing(ForEach.builder().name("X").build(), "fields items, activities are");
        missing(IfCondition.builder().name("X").build(), "field condition is");
        missing(SetVariable.builder().name("X").build(), "fields variable, value are");
        missing(Fail.builder().name("X").build(), "fields message, errorCode are");
        missing(ExecutePipeline.builder().name("X").build(), "field pipeline is");
        missing(ExecuteDataFlow.builder().name("X").build(), "field dataFlow is");
        missing(SqlStoredProcedure.builder().name("X").build(), "fields database, procedure are");
        missing(DatabricksJob.builder().name("X").build(), "fields workspace, jobId are");
        missing(AppendVariable.builder().name("X").build(), "fields variable, value are");
        missing(AzureFunction.builder().name("X").build(), "fields functionApp, function, method are");
        missing(DatabricksJar.builder().name("X").build(), "fields workspace, mainClass are");
        missing(DatabricksNotebook.builder().name("X").build(), "fields workspace, path are");
        missing(DatabricksPython.builder().name("X").build(), "fields workspace, file are");
        missing(Filter.builder().name("X").build(), "fields items, condition are");
        missing(Script.builder().name("X").build(), "fields database, blocks are");
        missing(SetReturnValues.builder().name("X").build(), "field values is");
        missing(Switch.builder().name("X").build(), "fields on, cases are");
        missing(Until.builder().name("X").build(), "fields condition, activities are");
        missing(Validation.builder().name("X").build(), "field dataset is");
        missing(Wait.builder().name("X").build(), "field seconds is");
        missing(WebHook.builder().name("X").build(), "fields url, body are");
        missing(Wait.builder().name("X").build().described("pauses"), "field seconds is");
        missing(Web.builder().name("X").build(), "fields factory, method, url are");
        missing(CustomActivity.builder().name("X").build(), "fields type, typeProperties are");
    }

    @Test
    void whatIsInAFieldIsNamedToo() {
        missing(Lookup.builder().name("X").source(Source.query(tables, null)).build(), "field source.query is");
        missing(
                SqlStoredProcedure.builder()
                        .name("X")
                        .database(sql)
                        .procedure(new StoredProcedure("p", null))
                        .build(),
                "field procedure.arguments is");
        missing(
                LookupBuilder.from(lookup("X"))
                        .withDependsOn(List.of(new Dependency(null, (DependencyCondition) null))),
                "fields dependsOn[0].activity, dependsOn[0].conditions are");
        Lookup rows = lookup("A");
        refuses(
                List.of(
                        rows,
                        LookupBuilder.from(lookup("X"))
                                .withDependsOn(List.of(Dependency.after(rows, (DependencyCondition) null)))),
                "activity \"X\": the field dependsOn[0].conditions[0] is not set");
        missing(
                Script.builder()
                        .name("X")
                        .database(sql)
                        .blocks(List.of(ScriptBlock.query(null, (ScriptParameter) null)))
                        .build(),
                "fields blocks[0].text, blocks[0].parameters[0] are");
        missing(
                LookupBuilder.from(lookup("X")).withDependsOn(Arrays.asList((Dependency) null)),
                "field dependsOn[0] is");
    }

    @Test
    void allProblemsAreSaidAtOnce() {
        ForEach each = ForEach.builder()
                .name("Each")
                .activities(List.of(Fail.builder().name("a.b").errorCode("1").build()))
                .build();
        refuses(
                List.of(
                        lookup("A"),
                        each,
                        Fail.builder().errorCode("1").message(text("x")).build(),
                        lookup("A")),
                "activity \"Each\": the field items is not set;"
                        + " activity \"a.b\": the field message is not set;"
                        + " activity \"a.b\": the name is not allowed: 1 to 55 characters, a letter, digit or '_' first,"
                        + " none of .+?/<>*%&:\\;"
                        + " an activity of the type Fail: the field name is not set;"
                        + " activity \"A\": the name is taken by another activity of the pipeline");
    }

    @Test
    void pipelinesNameWhatTheyMiss() {
        assertThatThrownBy(() -> new Pipeline(
                        stack, "Empty", PipelineProps.builder().name("Empty").build()))
                .hasMessage("pipeline \"Empty\": the fields factory, activities are not set (at test-stack/Empty)");
        assertThatThrownBy(() -> new Pipeline(
                        stack,
                        "Nameless",
                        PipelineProps.builder()
                                .factory(factory)
                                .activities(Arrays.asList(lookup("a.b"), null))
                                .build()))
                .hasMessage(
                        "pipeline: the fields name, activities[1] are not set; activity \"a.b\": the name is not allowed:"
                                + " 1 to 55 characters, a letter, digit or '_' first, none of .+?/<>*%&:\\ (at test-stack/Nameless)");
    }

    private void missing(Activity activity, String message) {
        refuses(List.of(activity), "activity \"X\": the " + message + " not set");
    }
}
