package io.terralake.examples;

import static io.terralake.factory.pipeline.Dependency.after;
import static io.terralake.factory.pipeline.Expression.activity;
import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.item;
import static io.terralake.factory.pipeline.Expression.output;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.returnValue;
import static io.terralake.factory.pipeline.Expression.text;
import static io.terralake.factory.pipeline.Expression.value;

import io.terralake.factory.FileDataset;
import io.terralake.factory.LinkedService;
import io.terralake.factory.Parameter;
import io.terralake.factory.pipeline.Activity;
import io.terralake.factory.pipeline.ActivityPolicy;
import io.terralake.factory.pipeline.ActivityRun;
import io.terralake.factory.pipeline.DatasetReference;
import io.terralake.factory.pipeline.DependencyCondition;
import io.terralake.factory.pipeline.ExecutePipeline;
import io.terralake.factory.pipeline.Fail;
import io.terralake.factory.pipeline.Filter;
import io.terralake.factory.pipeline.ForEach;
import io.terralake.factory.pipeline.GetMetadata;
import io.terralake.factory.pipeline.IPipeline;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.factory.pipeline.Script;
import io.terralake.factory.pipeline.ScriptBlock;
import io.terralake.factory.pipeline.ScriptParameter;
import io.terralake.factory.pipeline.SetReturnValues;
import io.terralake.factory.pipeline.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** The guide's pipelines: one that loads each new file by another, and one that is called and returns something. */
final class ActivitiesExample {
    private ActivitiesExample() {}

    static Pipeline addFiles(Construct scope, FileDataset files, IPipeline load) {
        GetMetadata look = GetMetadata.builder()
                .name("Look")
                .dataset(DatasetReference.to(files))
                .fields(List.of("childItems"))
                .build();
        Filter csv = Filter.builder()
                .name("OnlyCsv")
                .items(output(look, "childItems"))
                .condition(call("endsWith", item("name"), ".csv"))
                .dependsOn(List.of(after(look)))
                .build();
        ExecutePipeline run = ExecutePipeline.builder()
                .name("Load")
                .pipeline(load)
                .parameters(Map.of("File", item("name")))
                .build();
        Activity pause = Wait.builder()
                .name("Pause")
                .seconds(returnValue(run, "pause"))
                .dependsOn(List.of(after(run)))
                .build()
                .described("as long as the load says")
                .withUserProperty("file", item("name"));
        ForEach each = ForEach.builder()
                .name("Each")
                .items(output(csv, "value"))
                .activities(List.of(run, pause))
                .dependsOn(List.of(after(csv)))
                .build();
        Fail fail = Fail.builder()
                .name("Report")
                .message(text("ended as ", activity(each, ActivityRun.STATUS)))
                .errorCode("files")
                .dependsOn(List.of(after(each, DependencyCondition.FAILED, DependencyCondition.SKIPPED)))
                .build();
        PipelineProps props = PipelineProps.builder()
                .factory(files.factory())
                .name("LoadFiles")
                .description("loads what is new")
                .folder("loans/daily")
                .annotations(List.of("loans"))
                .policy(ActivityPolicy.builder().timeout(Duration.ofMinutes(10)).build())
                .activities(List.of(look, csv, each, fail))
                .build();
        return new Pipeline(scope, "LoadFiles", props);
    }

    static Pipeline addLoad(Construct scope, LinkedService database) {
        Script load = Script.builder()
                .name("Insert")
                .database(database)
                .blocks(List.of(ScriptBlock.nonQuery(
                        text("EXEC dbo.usp_Load @file"),
                        ScriptParameter.input("file", ScriptParameter.Type.STRING, parameter("File")))))
                .build();
        SetReturnValues returned = SetReturnValues.builder()
                .name("Return")
                .values(Map.of("pause", value(30), "rows", output(load, "recordsAffected")))
                .dependsOn(List.of(after(load)))
                .build();
        PipelineProps props = PipelineProps.builder()
                .factory(database.factory())
                .name("LoadFile")
                .parameters(Map.of("File", Parameter.string()))
                .activities(List.of(load, returned))
                .build();
        return new Pipeline(scope, "LoadFile", props);
    }
}
