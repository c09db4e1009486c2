package io.terralake.functions.modelevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTests {
    private static final String ALL = """
            {"experiments": ["train"], "runStates": ["Completed"], "containers": ["training"], "pathPrefix": "covid/"}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            RunCompleted     | "experimentName":"train"                                                     |
            RunCompleted     | "ExperimentName":"train","RunId":"a"                                         |
            RunCompleted     | "experimentName":"train","runStatus":"completed"                             |
            RunCompleted     | "ExperimentName":"train","RunStatus":"Failed"                                | it is of a run that is "Failed"
            RunCompleted     | "experimentName":"Train"                                                     | it is of the experiment "Train"
            RunCompleted     | "runId":"a"                                                                  | it is of the experiment ""
            RunStatusChanged | "experimentName":"train","runStatus":"Completed"                             |
            RunStatusChanged | "experimentName":"train","runStatus":"Running"                               | it is of a run that is "Running"
            RunStatusChanged | "experimentName":"train"                                                     | it is of a run that is ""
            """)
    void lookAtRuns(String type, String data, String refusal) {
        assertThat(refusal(ALL, TestEvents.run("1", type, data))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"runType\":\"azureml.StepRun\"",
                "\"RunType\":\"azureml.steprun\"",
                "\"runProperties\":{\"azureml.pipelinerunid\":\"p\"}",
                "\"RunProperties\":{\"azureml.runsource\":\"azureml.StepRun\"}",
                "\"runProperties\":{\"parent_run_id\":\"p\"}",
                "\"parentRunId\":\"p\"",
                "\"runId\":\"HD_0fa9dfaa-cba3-4fa7-b590-23e48548f5c1_12\"",
                "\"RunId\":\"AutoML_0fa9dfaa-cba3-4fa7-b590-23e48548f5c1_setup\""
            })
    void refuseRunsThatAnotherOneStarted(String data) {
        assertThat(refusal("{}", TestEvents.run("1", "RunCompleted", data)))
                .isEqualTo("it is of a run that another one started");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"runType\":\"azureml.PipelineRun\",\"runProperties\":{\"azureml.runsource\":\"azureml.PipelineRun\"}",
                "\"runId\":\"HD_0fa9dfaa-cba3-4fa7-b590-23e48548f5c1\"",
                "\"runProperties\":{\"parent_run_id\":null}",
                "\"runTags\":{\"parentRunId\":\"p\"}"
            })
    void takeRunsThatSomebodyStarted(String data) {
        assertThat(refusal("{}", TestEvents.run("1", "RunCompleted", data))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            BlobCreated      | training   | covid/a.csv |
            DirectoryCreated | training   | covid/a     |
            BlobCreated      | azureml    | covid/a.csv | it is of the container "azureml"
            BlobDeleted      | training   | other/a.csv | it is of the path "other/a.csv"
            BlobRenamed      | training   | covid       | it is of the path "covid"
            BlobRenamed      | training-2 | covid/a.csv | it is of the container "training-2"
            """)
    void lookAtBlobs(String type, String container, String path, String refusal) {
        assertThat(refusal(ALL, TestEvents.blob(type, container, path))).isEqualTo(refusal);
        assertThat(refusal("{}", TestEvents.blob(type, container, path))).isNull();
    }

    @Test
    void waitForAFileThatIsWhole() {
        String opened = TestEvents.blob("BlobCreated", "training", "a").replace("PutBlob", "CreateFile");
        assertThat(refusal("{}", opened)).isEqualTo("its file is only opened yet");
        assertThat(refusal("{}", opened.replace("BlobCreated", "BlobDeleted"))).isNull();
    }

    @Test
    void leaveOtherEventsAlone() {
        assertThat(refusal(ALL, TestEvents.run("1", "ModelRegistered", "\"ModelName\":\"a\"")))
                .isNull();
        assertThat(refusal(ALL, TestEvents.event("1", "Microsoft.KeyVault.SecretExpired", "a", "{}")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                         | EVENTS_FILTERS is "[]": a JSON object is allowed
            {                          | EVENTS_FILTERS is "{": a JSON object is allowed
            {"experiment":["a"]}       | EVENTS_FILTERS: /experiment is not known: [experiments, runStates, containers, pathPrefix]
            {"experiments":"a"}        | EVENTS_FILTERS: /experiments is "a": a list of at least one text is allowed
            {"experiments":[]}         | EVENTS_FILTERS: /experiments is []: a list of at least one text is allowed
            {"containers":["a",7]}     | EVENTS_FILTERS: /containers is ["a",7]: a list of at least one text is allowed
            {"runStates":["Complete"]} | EVENTS_FILTERS: /runStates: "Complete" is not known: [NotStarted, Starting, Provisioning, Preparing, Queued, Running, Finalizing, CancelRequested, Completed, Failed, Canceled, NotResponding, Paused, Unknown]
            {"pathPrefix":"/a"}        | EVENTS_FILTERS: /pathPrefix is "/a": a text such as training/ is allowed
            {"pathPrefix":7}           | EVENTS_FILTERS: /pathPrefix is 7: a text such as training/ is allowed
            """)
    void sayWhatIsWrongWithThem(String json, String message) {
        assertThatThrownBy(() -> Filters.of(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static @Nullable String refusal(String filters, String event) {
        return Filters.of(filters).refusal(TestEvents.read(event)).orElse(null);
    }
}
