package io.terralake.stacks;

import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.output;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;

import io.terralake.core.StackPart;
import io.terralake.factory.DataFactory;
import io.terralake.factory.Parameter;
import io.terralake.factory.pipeline.Dependency;
import io.terralake.factory.pipeline.ExecutePipeline;
import io.terralake.factory.pipeline.Expression;
import io.terralake.factory.pipeline.Fail;
import io.terralake.factory.pipeline.IfCondition;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.factory.pipeline.Web;
import io.terralake.factory.trigger.BlobEventTrigger;
import io.terralake.factory.trigger.BlobEventTriggerProps;
import io.terralake.factory.trigger.PipelineRun;
import io.terralake.storage.IDataLake;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * {@code RegisterDatasets} hands lists of datastores and datasets to the function, for all workspaces unless it is told which, and fails
 * when one of them could not be registered. {@code RegisterFile} does so for a file that has appeared.
 */
final class DatasetPipelines extends StackPart {
    private static final String WORKSPACES = "workspace_definition";
    private static final String DATASTORES = "datastore_definition";
    private static final String DATASETS = "dataset_definition";
    private static final String FOLDER = "folderPath";
    private static final String FILE = "fileName";

    /** A factory keeps 100 runs of a pipeline waiting, and files may come in hundreds. */
    private static final int AT_ONCE = 20;

    private final DataFactory factory;
    private final IDataLake lake;
    private final Pipeline register;

    /**
     * @param workspaces where datasets are registered by default, as a request names them
     * @param lake what datastores are zones of
     */
    DatasetPipelines(
            Construct scope,
            String id,
            DataFactory factory,
            DatasetFunctions functions,
            List<Map<String, String>> workspaces,
            IDataLake lake) {
        super(scope, id);
        this.factory = factory;
        this.lake = lake;
        Web ask = Web.builder()
                .name("Register")
                .factory(factory)
                .method(Web.Method.POST)
                .url(functions.url())
                .headers(Map.of("Content-Type", "application/json"))
                .body(body())
                // Longer than a gateway lets a function take; what takes longer is answered by 202 first.
                .responseTimeout(Duration.ofMinutes(4))
                .audience(functions.audience())
                .build();
        IfCondition judge = IfCondition.builder()
                .name("IfSomethingFailed")
                .condition(call("not", output(ask, "succeeded")))
                .ifTrue(List.of(Fail.builder()
                        .name("SayWhatFailed")
                        .message(text("not everything was registered: ", call("string", output(ask, "items"))))
                        .errorCode("DATASETS")
                        .build()))
                .dependsOn(List.of(Dependency.on(ask)))
                .build();
        this.register = new Pipeline(
                this,
                "Register",
                PipelineProps.builder()
                        .factory(factory)
                        .name("RegisterDatasets")
                        .activities(List.of(ask, judge))
                        .concurrency(AT_ONCE)
                        .parameters(Map.of(
                                WORKSPACES, Parameter.array(workspaces),
                                DATASTORES, Parameter.array(),
                                DATASETS, Parameter.array()))
                        .build());
    }

    /** Makes a dataset of each file that appears; the name up to its first dot is the dataset's. */
    void registerNewFiles(NewFilesSettings files) {
        String zone = lake.zone(files.zone()).zoneName();
        Map<String, String> datastore =
                Map.of("adlsgen2_datastore_name", zone, "account_name", lake.accountName(), "filesystem", zone);
        Pipeline registerFile = new Pipeline(
                this,
                "RegisterFile",
                PipelineProps.builder()
                        .factory(factory)
                        .name("RegisterFile")
                        .concurrency(AT_ONCE)
                        .activities(List.of(ExecutePipeline.builder()
                                .name("RegisterDataset")
                                .pipeline(register)
                                .parameters(Map.of(
                                        DATASTORES, Expression.value(List.of(datastore)),
                                        DATASETS, dataset()))
                                .build()))
                        .parameters(Map.of(FOLDER, Parameter.string(), FILE, Parameter.string()))
                        .build());
        new BlobEventTrigger(
                this,
                "NewFile",
                BlobEventTriggerProps.builder()
                        .name("RegisterNewFile")
                        .events(List.of(BlobEventTriggerProps.Event.CREATED))
                        .lake(lake)
                        .zone(files.zone())
                        .folder(files.folder())
                        .suffix(files.suffix())
                        .runs(List.of(new PipelineRun(
                                registerFile,
                                Map.of(FOLDER, "@triggerBody().folderPath", FILE, "@triggerBody().fileName"))))
                        .build());
    }

    private static Expression body() {
        return text(
                "{\"%s\": ".formatted(WORKSPACES),
                call("string", parameter(WORKSPACES)),
                ", \"%s\": ".formatted(DATASTORES),
                call("string", parameter(DATASTORES)),
                ", \"%s\": ".formatted(DATASETS),
                call("string", parameter(DATASETS)),
                "}");
    }

    /** The folder that an event names begins with the zone. */
    private static Expression dataset() {
        Expression folder = call("join", call("skip", call("split", parameter(FOLDER), "/"), 1), "/");
        return call(
                "json",
                call(
                        "concat",
                        "[{\"dataset_name\": \"",
                        quotable(call("first", call("split", parameter(FILE), "."))),
                        "\", \"dataset_path\": \"",
                        quotable(folder),
                        "/",
                        quotable(parameter(FILE)),
                        "\"}]"));
    }

    /** Text as it stands between the quotes of JSON. */
    private static Expression quotable(Expression text) {
        return call("replace", call("replace", text, "\\", "\\\\"), "\"", "\\\"");
    }
}
