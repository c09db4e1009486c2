package io.terralake.factory.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.factory.ArtifactKind;
import io.terralake.factory.json.Finding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is wrong with a factory's files, with the message. */
class FactoryFilesTests {
    private static final Path SHOP = Path.of("src/test/resources/factory/shop");
    private static final Path EXPORTED = Path.of("src/test/resources/factory/exported");
    private static final String LAKE = "Lake_properties_typeProperties_url";

    @TempDir
    private Path folder;

    @Test
    void readsAGitFolderInTheOrderOfItsReferences() {
        FactoryFiles files = FactoryFiles.read(SHOP, ReadOptions.builder().build());
        assertThat(files.findings()).isEmpty();
        assertThat(files.artifacts())
                .extracting(Artifact::name)
                .containsExactly(
                        "OfficeMachines",
                        "Lake",
                        "Vault",
                        "OrderFiles",
                        "Orders",
                        "CleanOrders",
                        "OrderTable",
                        "LoadOrders",
                        "Every shop",
                        "Every night");
    }

    @Test
    void readsATemplate() {
        FactoryFiles files = FactoryFiles.read(
                EXPORTED,
                ReadOptions.builder()
                        .parameters(Map.of(LAKE, "https://a.dfs.core.windows.net"))
                        .build());
        assertThat(files.findings()).isEmpty();
        assertThat(files.artifacts())
                .extracting(artifact ->
                        artifact.name() + " " + artifact.properties().at("/typeProperties"))
                .containsExactly(
                        "Lake {\"url\":\"https://a.dfs.core.windows.net\"}",
                        "Files {\"location\":{\"type\":\"AzureBlobFSLocation\",\"fileSystem\":\"[raw]\"}}",
                        "CopyLake ");
    }

    @Test
    void refusesATemplateWhoseParametersAreNotGiven() {
        assertThat(said(EXPORTED, ReadOptions.builder().build()))
                .containsExactly(
                        "ARMTemplateForFactory.json#/parameters/%s: the template's parameter \"%s\" is not given, and has no default"
                                .formatted(LAKE, LAKE));
        assertThat(said(
                        EXPORTED,
                        ReadOptions.builder()
                                .parameters(Map.of(LAKE, "x", "Lake", "x"))
                                .build()))
                .containsExactly(
                        "ARMTemplateForFactory.json#/parameters: the template has no parameter \"Lake\" that is given");
    }

    @Test
    void needsNoParameterForWhatIsReplaced() {
        ReadOptions options = ReadOptions.builder()
                .replacements(List.of(Replacement.ofLinkedService("lake", "/typeProperties/url", "https://b")))
                .build();
        FactoryFiles files = FactoryFiles.read(EXPORTED, options);
        assertThat(files.findings()).isEmpty();
        assertThat(files.artifacts()
                        .get(0)
                        .properties()
                        .at("/typeProperties/url")
                        .asText())
                .isEqualTo("https://b");
    }

    @Test
    void refusesAReplacementOfWhatIsNotThere() {
        ReadOptions options = ReadOptions.builder()
                .replacements(List.of(
                        Replacement.ofLinkedService("Late", "/typeProperties/url", "x"),
                        Replacement.ofLinkedService("Lake", "/typeProperties/urls/0", "x")))
                .build();
        assertThat(said(SHOP, options))
                .containsExactly(
                        "#: a replacement is for a linked service that is not there, there are [Lake, Orders, Vault]: \"Late\"",
                        "linkedService/Lake.json#/properties/typeProperties/urls/0: a replacement is for a place that is not there");
    }

    @Test
    void refusesExpressionsOfATemplateThatOnlyADeploymentCanCompute() {
        write("template.json", """
                {"parameters": {"a": {"type": "string", "defaultValue": "[parameters('a')]"}},
                 "resources": [
                  {"type": "Microsoft.DataFactory/factories/linkedServices", "name": "f/Lake", "properties":
                   {"type": "AzureBlobFS", "typeProperties": {"url": "[reference('x').url]", "b": "[parameters('a')]",
                    "c": "[concat('a']", "d": "[variables('e')]"}}},
                  {"type": "Microsoft.Resources/deployments", "name": "more"},
                  {"type": "Microsoft.Storage/storageAccounts", "name": "s"}]}
                """);
        assertThat(said(folder, ReadOptions.builder().build()))
                .containsExactly(
                        "template.json#/resources/0/properties/typeProperties/url: the template's expression cannot be computed"
                                + " here: reference() is known to a deployment only: replace the value: \"[reference('x').url]\"",
                        "template.json#/parameters/a/defaultValue: the template's expression cannot be computed here: the"
                                + " parameter a is made of itself: \"[parameters('a')]\"",
                        "template.json#/resources/0/properties/typeProperties/c: the template's expression cannot be computed here:"
                                + " the end of the text is not allowed here, but ',' and an argument, or the end of the call, ')':"
                                + " \"[concat('a']\"",
                        "template.json#/resources/0/properties/typeProperties/d: the template's expression cannot be computed here:"
                                + " the template has no variable \"e\", there are []: \"[variables('e')]\"",
                        "template.json#/resources/1/type: a template of templates is not read: read ARMTemplateForFactory.json,"
                                + " which has everything: \"Microsoft.Resources/deployments\"",
                        "template.json#/resources/2/type: no artifact of a factory, and left out: \"Microsoft.Storage/storageAccounts\"");
    }

    @Test
    void refusesWhatIsNoFactory() {
        assertThat(said(folder, ReadOptions.builder().build()))
                .containsExactly(folder
                        + "#: is no factory: it has neither folders such as pipeline, dataset and linkedService, nor an"
                        + " ARM template with resources");
        assertThat(said(folder.resolve("no"), ReadOptions.builder().build())).hasSize(1);
    }

    @Test
    void refusesBrokenFilesAndReadsTheOthers() {
        write("pipeline/a.json", "{\"name\": \"a\",\n \"properties\": }");
        write("pipeline/b.json", "[]");
        write("pipeline/c.json", "{\"name\": \"c\"}");
        write("pipeline/d.json", "{\"name\": \"d\", \"name\": \"e\", \"properties\": {}}");
        write("pipeline/f.json", pipeline("f", ""));
        FactoryFiles files = FactoryFiles.read(folder, ReadOptions.builder().build());
        assertThat(files.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "pipeline/a.json#: the file is no JSON: line 2, column 16: Unexpected character ('}' (code 125)):"
                                + " expected a value",
                        "pipeline/b.json#: the file is no JSON object",
                        "pipeline/c.json#/properties: a pipeline has properties",
                        "pipeline/d.json#: the file is no JSON: line 1, column 21: Duplicate field 'name'");
        assertThat(files.count(ArtifactKind.PIPELINE)).isEqualTo(1);
    }

    @Test
    void readsByteOrderMarksAndUtf16() {
        write("pipeline/a.json", "\uFEFF" + pipeline("a", ""));
        write("pipeline/b.json", "\uFEFF" + pipeline("b", ""), StandardCharsets.UTF_16LE);
        write("pipeline/c.json", "\uFEFF" + pipeline("c", ""), StandardCharsets.UTF_16BE);
        FactoryFiles files = FactoryFiles.read(folder, ReadOptions.builder().build());
        assertThat(files.findings()).isEmpty();
        assertThat(files.artifacts()).extracting(Artifact::name).containsExactly("a", "b", "c");
    }

    @Test
    void refusesAFileOfTenMegabytesByTheSizeOfItsPipeline() {
        write("pipeline/a.json", pipeline("a", wait("W", "x".repeat(10 << 20))));
        assertThat(said(folder, ReadOptions.builder().build()))
                .containsExactly(
                        "pipeline/a.json#/properties: a pipeline of 10485820 bytes is not allowed: at most 204800");
    }

    @Test
    void refusesPipelinesThatRunEachOther() {
        write("pipeline/a.json", pipeline("a", run("b")));
        write("pipeline/b.json", pipeline("b", run("c")));
        write("pipeline/c.json", pipeline("c", run("B")));
        write("pipeline/d.json", pipeline("d", run("d")));
        assertThat(said(folder, ReadOptions.builder().build()))
                .containsExactly(
                        "pipeline/c.json#/properties/activities/0/typeProperties/pipeline/referenceName: the pipeline is spelled"
                                + " \"b\": \"B\"",
                        "pipeline/b.json#/properties/activities/0/typeProperties/pipeline/referenceName: pipelines name each other"
                                + " in a circle: b, c, b: \"c\"",
                        "pipeline/d.json#/properties/activities/0/typeProperties/pipeline/referenceName: pipelines name each other"
                                + " in a circle: d, d: \"d\"");
    }

    @Test
    void refusesNamesThatDifferByCaseOnlyAndThoseThatTheServiceDoesNotTake() {
        write("pipeline/a.json", pipeline("Load", ""));
        write("pipeline/b.json", pipeline("load", ""));
        write("pipeline/c.json", pipeline("a/b", ""));
        write("linkedService/d.json", linkedService("the-lake", "AzureBlobFS", "{\"url\": \"https://x\"}"));
        assertThat(FactoryFiles.read(folder, ReadOptions.builder().build()).findings())
                .extracting(finding -> (finding.warning() ? "warning: " : "") + finding)
                .containsExactly(
                        "warning: linkedService/d.json#/name: linked service name \"the-lake\" (8 characters) is not allowed: 1 to"
                                + " 260 characters, a letter, digit or '_' first, no control character and none of .+?/<>*%&:\\#-",
                        "pipeline/b.json#/name: the name is taken by pipeline/a.json: names are unique in a factory, whatever"
                                + " their case: \"load\"",
                        "pipeline/c.json#/name: pipeline name \"a/b\" (3 characters) is not allowed: 1 to 260 characters, a"
                                + " letter, digit or '_' first, no control character and none of .+?/<>*%&:\\#");
    }

    @Test
    void refusesWhatNobodyHas() {
        write("pipeline/a.json", pipeline("a", run("Loads")));
        write("pipeline/b.json", pipeline("Load", ""));
        write("dataset/d.json", """
                {"name": "d", "properties": {"type": "Binary",
                 "linkedServiceName": {"referenceName": "Lake", "type": "LinkedServiceReference"}}}
                """);
        assertThat(said(folder, ReadOptions.builder().build()))
                .containsExactly(
                        "dataset/d.json#/properties/linkedServiceName/referenceName: there is no linked service \"Lake\": \"Lake\"",
                        "pipeline/a.json#/properties/activities/0/typeProperties/pipeline/referenceName: there is no pipeline"
                                + " \"Loads\"; the nearest is \"Load\": \"Loads\"");
        ReadOptions elsewhere = ReadOptions.builder().existing(Existing.UNKNOWN).build();
        FactoryFiles files = FactoryFiles.read(folder, elsewhere);
        assertThat(files.isAccepted()).isTrue();
        assertThat(said(folder, elsewhere))
                .contains(
                        "dataset/d.json#/properties/linkedServiceName/referenceName: the linked service is not in the files:"
                                + " the factory must have it: \"Lake\"");
    }

    @Test
    void keepsTypesThatItDoesNotKnow() {
        write("pipeline/a.json", pipeline("a", "{\"name\": \"T\", \"type\": \"Teleport\"}"));
        write("linkedService/l.json", linkedService("l", "Quantum", "{}"));
        FactoryFiles files = FactoryFiles.read(folder, ReadOptions.builder().build());
        assertThat(files.isAccepted()).isTrue();
        assertThat(files.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "linkedService/l.json#/properties/type: no known type of a linked service: it is kept as it is:"
                                + " \"Quantum\"",
                        "pipeline/a.json#/properties/activities/0/type: no known type of an activity: it is kept as it is:"
                                + " \"Teleport\"");
    }

    @Test
    void checksWhatIsGivenToPipelinesDatasetsAndDataFlows() throws IOException {
        copy(SHOP);
        write("pipeline/Every shop.json", pipeline("Every shop", run("LoadOrders")));
        String load = Files.readString(SHOP.resolve("pipeline/LoadOrders.json"));
        write(
                "pipeline/LoadOrders.json",
                load.replace("\"least\"", "\"most\"")
                        .replace("\"raw\"", "\"rare\"")
                        .replace("\"day\": \"@pipeline", "\"Tag\": \"@pipeline")
                        .replace("DelimitedTextSink", "ParquetSink")
                        .replace("AzureBlobFSWrite", "AzureBlobStorageWrite"));
        assertThat(said(folder, ReadOptions.builder().build()))
                .containsExactly(
                        "pipeline/Every shop.json#/properties/activities/0/typeProperties/parameters: the parameter \"day\" of"
                                + " pipeline \"LoadOrders\" is not set",
                        "pipeline/LoadOrders.json#/properties/activities/0/outputs/0/parameters/Tag: dataset \"OrderFiles\" has no"
                                + " parameter \"Tag\", there are [day]: \"@pipeline().parameters.day\"",
                        "pipeline/LoadOrders.json#/properties/activities/0/outputs/0/parameters: the parameter \"day\" of dataset"
                                + " \"OrderFiles\" is not set",
                        "pipeline/LoadOrders.json#/properties/activities/0/typeProperties/sink/type: the dataset \"OrderFiles\" is"
                                + " of type DelimitedText, which a DelimitedTextSink goes with: \"ParquetSink\"",
                        "pipeline/LoadOrders.json#/properties/activities/0/typeProperties/sink/storeSettings/type: the dataset"
                                + " \"OrderFiles\" has files at a AzureBlobFSLocation: \"AzureBlobStorageWriteSettings\"",
                        "pipeline/LoadOrders.json#/properties/activities/1/typeProperties/dataflow/datasetParameters/raw: the"
                                + " parameter \"day\" of dataset \"OrderFiles\" is not set",
                        "pipeline/LoadOrders.json#/properties/activities/1/typeProperties/dataflow/parameters/most: data flow"
                                + " \"CleanOrders\" has no parameter \"most\", there are [currency, least]: \"0.5\"",
                        "pipeline/LoadOrders.json#/properties/activities/1/typeProperties/dataflow/parameters: the parameter"
                                + " \"least\" of data flow \"CleanOrders\" is not set",
                        "trigger/Every night.json#/properties/pipelines/0/parameters/days: pipeline \"Every shop\" has no parameter"
                                + " \"days\", there are []");
    }

    @Test
    void checksExpressionsOfDatasetsAndTheStepsOfDataFlows() {
        write(
                "linkedService/Lake.json",
                linkedService("Lake", "AzureBlobFS", "{\"url\": \"@{linkedService().host}\"}"));
        write("dataset/d.json", """
                {"name": "d", "properties": {"type": "Binary", "parameters": {"a": {"type": "string"}},
                 "linkedServiceName": {"referenceName": "Lake", "type": "LinkedServiceReference",
                   "parameters": {"host": "@dataset().host"}},
                 "typeProperties": {"location": {"folderPath": "@{pipeline().RunId}"}}}}
                """);
        write("dataflow/f.json", """
                {"name": "f", "properties": {"type": "MappingDataFlow", "typeProperties": {
                 "sources": [{"name": "in"}, {"name": "In"}], "script": "source() ~> in\\nin sink() ~> out"}}}
                """);
        assertThat(said(folder, ReadOptions.builder().build()))
                .containsExactly(
                        "linkedService/Lake.json#/properties/typeProperties/url: the parameter \"host\" is not declared, there are"
                                + " []: position 3 of \"@{linkedService().host}\": \"@{linkedService().host}\"",
                        "dataset/d.json#/properties/typeProperties/location/folderPath: pipeline() cannot be read here, allowed are"
                                + " dataset(): position 3 of \"@{pipeline().RunId}\": \"@{pipeline().RunId}\"",
                        "dataset/d.json#/properties/linkedServiceName/parameters/host: the parameter \"host\" is not declared,"
                                + " there are [a]: position 2 of \"@dataset().host\": \"@dataset().host\"",
                        "dataset/d.json#/properties/linkedServiceName/parameters/host: linked service \"Lake\" has no parameter"
                                + " \"host\", there are []: \"@dataset().host\"",
                        "dataflow/f.json#/properties/typeProperties/sources/1/name: the name is taken twice: \"In\"",
                        "dataflow/f.json#/properties/typeProperties/sources/1/name: the script has no step \"In\", its steps are"
                                + " [in, out]: \"In\"");
    }

    @Test
    void leavesOutWhatBelongsToSynapse() {
        write("pipeline/a.json", pipeline("a", "{\"name\": \"N\", \"type\": \"SynapseNotebook\"}"));
        write("pipeline/b.json", pipeline("b", run("a")));
        write("pipeline/c.json", pipeline("c", ""));
        write("notebook/n.json", "{}");
        assertThat(said(folder, ReadOptions.builder().build()))
                .containsExactly(
                        "notebook#: belongs to Synapse only, and is left out",
                        "pipeline/a.json#/properties/activities/0/type: belongs to Synapse only: a linked service can reach a"
                                + " workspace, or leave it out: \"SynapseNotebook\"");
        FactoryFiles left = FactoryFiles.read(
                folder, ReadOptions.builder().withoutSynapse(true).build());
        assertThat(left.artifacts()).extracting(Artifact::name).containsExactly("c");
        assertThat(left.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "notebook#: belongs to Synapse only, and is left out",
                        "pipeline/a.json#/properties/activities/0/type: belongs to Synapse only: the pipeline is left out:"
                                + " \"SynapseNotebook\"",
                        "pipeline/b.json#/properties/activities/0/typeProperties/pipeline/referenceName: names what is left out:"
                                + " the pipeline is left out too: \"a\"");
    }

    @Test
    void refusesTriggersThatTheServiceOrAzurermWouldNotTake() {
        write("trigger/a.json", trigger("a", "ScheduleTrigger", "Started", """
                {"recurrence": {"frequency": "Year", "interval": 1, "timeZone": "Europe/Berlin", "hint": 1}}"""));
        write("trigger/b.json", trigger("b", "TumblingWindowTrigger", "Stopped", """
                {"frequency": "Minute", "interval": 1}"""));
        write("trigger/c.json", trigger("c", "BlobEventsTrigger", "Stopped", """
                {"blobPathEndsWith": "*.csv"}"""));
        write("trigger/d.json", trigger("d", "ChainingTrigger", "Started", "{}"));
        assertThat(said(folder, ReadOptions.builder().build()))
                .containsExactly(
                        "trigger/a.json#/properties/typeProperties/recurrence/frequency: allowed are [Day, Hour, Minute, Month,"
                                + " Week]: \"Year\"",
                        "trigger/a.json#/properties/typeProperties/recurrence/timeZone: time zone \"Europe/Berlin\" is not allowed:"
                                + " a time zone's name in Windows, such as UTC or W. Europe Standard Time: \"Europe/Berlin\"",
                        "trigger/a.json#/properties/typeProperties/recurrence/hint: a trigger that is started goes to Terraform as"
                                + " azurerm's, which cannot carry /typeProperties/recurrence/hint: take it out or stop the trigger: 1",
                        "trigger/b.json#/properties/typeProperties/interval: interval of 1 is not allowed: 5 or more: 1",
                        "trigger/b.json#/properties/pipelines: a tumbling window trigger starts one pipeline, in pipeline",
                        "trigger/b.json#/properties/runtimeState: the trigger is made, and never started: azurerm cannot carry"
                                + " /pipeline: \"Stopped\"",
                        "trigger/c.json#/properties/typeProperties/blobPathEndsWith: text without the wildcards * and ?, which"
                                + " events do not know, is allowed: \"*.csv\"",
                        "trigger/c.json#/properties/typeProperties/scope: the storage account's Azure id is missing",
                        "trigger/c.json#/properties/runtimeState: the trigger is made, and never started: azurerm cannot carry"
                                + " /pipelines: \"Stopped\"",
                        "trigger/d.json#/properties/type: a trigger that is started goes to Terraform as azurerm's, which cannot"
                                + " carry /type: take it out or stop the trigger: \"ChainingTrigger\"");
    }

    private List<String> said(Path path, ReadOptions options) {
        return FactoryFiles.read(path, options).findings().stream()
                .map(Finding::toString)
                .toList();
    }

    private static String pipeline(String name, String activities) {
        return "{\"name\": \"%s\", \"properties\": {\"activities\": [%s]}}".formatted(name, activities);
    }

    private static String wait(String name, String description) {
        return "{\"name\": \"%s\", \"type\": \"Wait\", \"description\": \"%s\"}".formatted(name, description);
    }

    private static String run(String pipeline) {
        return """
                {"name": "Run", "type": "ExecutePipeline", "typeProperties": {
                 "pipeline": {"referenceName": "%s", "type": "PipelineReference"}}}
                """.formatted(pipeline);
    }

    private static String linkedService(String name, String type, String typeProperties) {
        return "{\"name\": \"%s\", \"properties\": {\"type\": \"%s\", \"typeProperties\": %s}}"
                .formatted(name, type, typeProperties);
    }

    private static String trigger(String name, String type, String state, String typeProperties) {
        return "{\"name\": \"%s\", \"properties\": {\"type\": \"%s\", \"runtimeState\": \"%s\", \"pipelines\": [], \"typeProperties\": %s}}"
                .formatted(name, type, state, typeProperties);
    }

    private void copy(Path from) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(from.relativize(file).toString(), Files.readString(file));
            }
        }
    }

    private void write(String file, String text) {
        write(file, text, StandardCharsets.UTF_8);
    }

    private void write(String file, String text, Charset charset) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), text, charset);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
