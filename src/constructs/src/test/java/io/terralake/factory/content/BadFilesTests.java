package io.terralake.factory.content;

import static io.terralake.factory.content.FactoryFolder.pipeline;
import static io.terralake.factory.content.FactoryFolder.run;
import static io.terralake.factory.content.FactoryFolder.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.factory.ArtifactKind;
import io.terralake.factory.json.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no factory, or no JSON, or too much of it. */
class BadFilesTests {
    private final FactoryFolder folder;

    BadFilesTests(@TempDir Path path) {
        this.folder = new FactoryFolder(path);
    }

    @Test
    void refusesWhatIsNoFactory() {
        assertThat(folder.said())
                .containsExactly(folder.path()
                        + "#: is no factory: it has neither folders such as pipeline, dataset and linkedService, nor an"
                        + " ARM template with resources");
        Path no = folder.path().resolve("no");
        assertThat(FactoryFolder.said(no, ReadOptions.builder().build()))
                .containsExactly(no + "#: there is no such file or folder");
        folder.write("pipeline/readme.md", "");
        assertThat(folder.said()).containsExactly(folder.path() + "#: there is nothing of a factory in it");
        ReadOptions parameters =
                ReadOptions.builder().parameters(Map.of("url", "https://x")).build();
        assertThat(FactoryFolder.said(folder.path(), parameters))
                .containsExactly(folder.path() + "#: parameters are those of a template, a Git folder has none");
    }

    @Test
    void refusesAFolderWithSeveralTemplates() {
        folder.write("a.json", "{\"resources\": []}");
        folder.write("b.json", "{\"resources\": []}");
        folder.write("c.json", "{\"parameters\": {}}");
        assertThat(folder.said())
                .containsExactly(folder.path() + "#: has more than one template: name one of [a.json, b.json]");
    }

    @Test
    void refusesBrokenFilesAndReadsTheOthers() {
        folder.write("pipeline/a.json", "{\"name\": \"a\",\n \"properties\": }");
        folder.write("pipeline/b.json", "[]");
        folder.write("pipeline/c.json", "{\"name\": \"c\"}");
        folder.write("pipeline/d.json", "{\"name\": \"d\", \"name\": \"e\", \"properties\": {}}");
        folder.write("pipeline/e.json", "");
        folder.write("pipeline/f.json", pipeline("f", ""));
        folder.write("pipeline/g.json", pipeline("g", "") + "}");
        folder.write("pipeline/h.json", "{\"password\": hunter2}");
        folder.write("pipeline/i.json", "{\"name\": \"\u00fc\"}", StandardCharsets.ISO_8859_1);
        FactoryFiles files =
                FactoryFiles.read(folder.path(), ReadOptions.builder().build());
        assertThat(files.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "pipeline/a.json#: the file is no JSON: line 2, column 16: Unexpected character ('}' (code 125)):"
                                + " expected a value",
                        "pipeline/b.json#: the file is no JSON object",
                        "pipeline/c.json#/properties: a pipeline has properties",
                        "pipeline/d.json#: the file is no JSON: line 1, column 21: Duplicate field 'name'",
                        "pipeline/e.json#: the file is no JSON object",
                        "pipeline/g.json#: the file is no JSON: line 1, column 48: Unexpected close marker '}': no open"
                                + " Object to close",
                        "pipeline/h.json#: the file is no JSON: line 1, column 14: a word that is no value: was"
                                + " expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                        "pipeline/i.json#: the file is no JSON: line 1, column 12: Invalid UTF-8 start byte 0xfc");
        assertThat(files.count(ArtifactKind.PIPELINE)).isEqualTo(1);
    }

    @Test
    void readsByteOrderMarksAndUtf16() {
        folder.write("pipeline/a.json", "\uFEFF" + pipeline("a", ""));
        folder.write("pipeline/b.json", "\uFEFF" + pipeline("b", ""), StandardCharsets.UTF_16LE);
        folder.write("pipeline/c.json", "\uFEFF" + pipeline("c", ""), StandardCharsets.UTF_16BE);
        FactoryFiles files =
                FactoryFiles.read(folder.path(), ReadOptions.builder().build());
        assertThat(files.findings()).isEmpty();
        assertThat(files.artifacts()).extracting(Artifact::name).containsExactly("a", "b", "c");
    }

    @Test
    void refusesAFileOfTenMegabytesByTheSizeOfItsPipeline() {
        folder.write("pipeline/a.json", pipeline("a", waiting("W", "x".repeat(10 << 20))));
        assertThat(folder.said())
                .containsExactly(
                        "pipeline/a.json#/properties: a pipeline of 10485820 bytes is not allowed: at most 204800");
    }

    @Test
    void refusesLinksOutOfTheFolderAndWhatCannotBeRead(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("a.json"), pipeline("a", ""));
        folder.write("pipeline/b.json", pipeline("b", ""));
        Path pipelines = folder.path().resolve("pipeline");
        Files.createSymbolicLink(pipelines.resolve("a.json"), outside.resolve("a.json"));
        Files.createSymbolicLink(pipelines.resolve("c.json"), pipelines.resolve("no.json"));
        Files.createDirectory(pipelines.resolve("d.json"));
        Files.createSymbolicLink(folder.path().resolve("trigger"), outside);
        assertThat(folder.said())
                .containsExactly(
                        "pipeline/a.json#: is a link to outside of the folder: put the file in its place",
                        "pipeline/c.json#: cannot be read: NoSuchFile",
                        "trigger/a.json#: is a link to outside of the folder: put the file in its place");
    }

    @Test
    void refusesJsonThatIsTooDeep() {
        String deep = "[".repeat(20_000) + "]".repeat(20_000);
        folder.write("pipeline/a.json", "{\"name\": \"a\", \"properties\": " + deep + "}");
        assertThat(folder.said())
                .containsExactly(
                        "pipeline/a.json#: the file is no JSON: Document nesting depth (1001) exceeds the maximum"
                                + " allowed (1000)");
    }

    @Test
    void readsJsonThatIsAsDeepAsItMayBe() {
        String activity = waiting("W", "");
        for (int i = 0; i < 300; i++) {
            activity = """
                    {"name": "I%d", "type": "IfCondition", "typeProperties": {"expression": "@true",
                     "ifTrueActivities": [%s]}}""".formatted(i, activity);
        }
        folder.write("pipeline/a.json", pipeline("a", activity));
        assertThat(folder.said())
                .hasSize(300)
                .contains(
                        "pipeline/a.json#/properties/activities: it has 301 activities, those inside others counted: at"
                                + " most 120, others go into pipelines that it runs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@%s", "a @{%s}"})
    void readsExpressionsOfAThousandCalls(String form) {
        String calls = "trim(".repeat(1_000) + "'x'" + ")".repeat(1_000);
        folder.write("pipeline/a.json", pipeline("a", waiting("W", "").replace("}", """
                , "typeProperties": {"waitTimeInSeconds": "%s"}}""".formatted(
                        form.formatted(calls)))));
        assertThat(folder.said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@%s", "a @{%s}", "[%s]"})
    void refusesLongerExpressions(String form) {
        String calls = "trim(".repeat(100_000) + "'x'" + ")".repeat(100_000);
        String file = form.startsWith("[") ? "template.json" : "pipeline/a.json";
        String wait = waiting("W", "").replace("}", """
                , "typeProperties": {"waitTimeInSeconds": "%s"}}""".formatted(form.formatted(calls)));
        folder.write(file, form.startsWith("[") ? """
                {"resources": [{"type": "Microsoft.DataFactory/factories/pipelines", "name": "f/a", "properties": {
                 "activities": [%s]}}]}""".formatted(wait) : pipeline("a", wait));
        assertThat(folder.said())
                .filteredOn(said -> !said.contains(" bytes is not allowed"))
                .hasSize(1)
                .allMatch(said -> said.contains("characters is not allowed: at most 8192")
                        || said.contains("an expression of more than 3000 parts is not read"));
    }

    @Test
    void saysWhatIsLeftOut() {
        folder.write("pipeline/a.json", pipeline("a", ""));
        folder.write("adfcdc/c.json", "{}");
        folder.write("managedVirtualNetwork/default.json", "{}");
        folder.write("notebook/n.json", "{}");
        assertThat(folder.said())
                .containsExactly(
                        "adfcdc#: change data capture is left out: a factory runs it without pipelines",
                        "managedVirtualNetwork#: is left out: a factory of this library has a managed network of its own,"
                                + " connectTo reaches services from it",
                        "notebook#: belongs to Synapse only, and is left out");
    }

    @Test
    void refusesPipelinesThatRunEachOther() {
        folder.write("pipeline/a.json", pipeline("a", run("b")));
        folder.write("pipeline/b.json", pipeline("b", run("c")));
        folder.write("pipeline/c.json", pipeline("c", run("B")));
        folder.write("pipeline/d.json", pipeline("d", run("d")));
        assertThat(folder.said())
                .containsExactly(
                        "pipeline/c.json#/properties/activities/0/typeProperties/pipeline/referenceName: the pipeline is spelled"
                                + " \"b\": \"B\"",
                        "pipeline/b.json#/properties/activities/0/typeProperties/pipeline/referenceName: pipelines name each other"
                                + " in a circle: b, c, b: \"c\"",
                        "pipeline/d.json#/properties/activities/0/typeProperties/pipeline/referenceName: pipelines name each other"
                                + " in a circle: d, d: \"d\"");
    }
}
