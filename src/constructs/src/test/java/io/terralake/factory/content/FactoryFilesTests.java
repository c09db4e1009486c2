package io.terralake.factory.content;

import static io.terralake.factory.content.FactoryFolder.EXPORTED;
import static io.terralake.factory.content.FactoryFolder.SHOP;
import static io.terralake.factory.content.FactoryFolder.linkedService;
import static io.terralake.factory.content.FactoryFolder.pipeline;
import static io.terralake.factory.content.FactoryFolder.run;
import static io.terralake.factory.content.FactoryFolder.said;
import static io.terralake.factory.content.FactoryFolder.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.factory.json.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is wrong with a factory's files, with the message. */
class FactoryFilesTests {
    private static final String LAKE = "Lake_properties_typeProperties_url";

    private final FactoryFolder folder;

    FactoryFilesTests(@TempDir Path path) {
        this.folder = new FactoryFolder(path);
    }

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
    void refusesExpressionsOfATemplateThatOnlyADeploymentCanCompute() {
        folder.write("template.json", """
                {"parameters": {"a": {"type": "string", "defaultValue": "[parameters('a')]"}},
                 "resources": [
                  {"type": "Microsoft.DataFactory/factories/linkedServices", "name": "f/Lake", "properties":
                   {"type": "AzureBlobFS", "typeProperties": {"url": "[reference('x').url]", "b": "[parameters('a')]",
                    "c": "[concat('a']", "d": "[variables('e')]"}}},
                  {"type": "Microsoft.Resources/deployments", "name": "more"},
                  {"type": "Microsoft.Storage/storageAccounts", "name": "s"}]}
                """);
        assertThat(folder.said())
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
    void warnsOfASourceOfAnotherDatabase() throws IOException {
        folder.copy(SHOP);
        String load = Files.readString(SHOP.resolve("pipeline/LoadOrders.json"));
        folder.write("pipeline/LoadOrders.json", load.replace("SqlServerSource", "AzureSqlSource"));
        assertThat(FactoryFiles.read(folder.path(), ReadOptions.builder().build())
                        .findings())
                .extracting(Finding::line)
                .containsExactly(
                        "warning: pipeline/LoadOrders.json#/properties/activities/0/typeProperties/source/type: the dataset"
                                + " \"OrderTable\": a AzureSqlSource does not go with a dataset of the type SqlServerTable:"
                                + " [SqlSource, SqlServerSource]: \"AzureSqlSource\"");
    }

    @Test
    void refusesNamesThatDifferByCaseOnlyAndThoseThatTheServiceDoesNotTake() {
        folder.write("pipeline/a.json", pipeline("Load", ""));
        folder.write("pipeline/b.json", pipeline("load", ""));
        folder.write("pipeline/c.json", pipeline("a/b", ""));
        folder.write("linkedService/d.json", linkedService("the-lake", "AzureBlobFS", "{\"url\": \"https://x\"}"));
        assertThat(FactoryFiles.read(folder.path(), ReadOptions.builder().build())
                        .findings())
                .extracting(Finding::line)
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
        folder.write("pipeline/a.json", pipeline("a", run("Loads")));
        folder.write("pipeline/b.json", pipeline("Load", ""));
        folder.write("dataset/d.json", """
                {"name": "d", "properties": {"type": "Binary",
                 "linkedServiceName": {"referenceName": "Lake", "type": "LinkedServiceReference"}}}
                """);
        assertThat(folder.said())
                .containsExactly(
                        "dataset/d.json#/properties/linkedServiceName/referenceName: there is no linked service \"Lake\"",
                        "pipeline/a.json#/properties/activities/0/typeProperties/pipeline/referenceName: there is no pipeline"
                                + " \"Loads\"; the nearest is \"Load\"");
        ReadOptions elsewhere = ReadOptions.builder().existing(Existing.UNKNOWN).build();
        FactoryFiles files = FactoryFiles.read(folder.path(), elsewhere);
        assertThat(files.isAccepted()).isTrue();
        assertThat(said(folder.path(), elsewhere))
                .contains(
                        "dataset/d.json#/properties/linkedServiceName/referenceName: the linked service is not in the files:"
                                + " the factory must have it: \"Lake\"");
    }

    @Test
    void keepsTypesThatItDoesNotKnow() {
        folder.write("pipeline/a.json", pipeline("a", "{\"name\": \"T\", \"type\": \"Teleport\"}"));
        folder.write("linkedService/l.json", linkedService("l", "Quantum", "{}"));
        FactoryFiles files =
                FactoryFiles.read(folder.path(), ReadOptions.builder().build());
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
        folder.copy(SHOP);
        folder.write("pipeline/Every shop.json", pipeline("Every shop", run("LoadOrders")));
        String load = Files.readString(SHOP.resolve("pipeline/LoadOrders.json"));
        folder.write(
                "pipeline/LoadOrders.json",
                load.replace("\"least\"", "\"most\"")
                        .replace("\"raw\"", "\"rare\"")
                        .replace("\"day\": \"@pipeline", "\"Tag\": \"@pipeline")
                        .replace("DelimitedTextSink", "ParquetSink")
                        .replace("AzureBlobFSWrite", "AzureBlobStorageWrite"));
        assertThat(folder.said())
                .containsExactly(
                        "pipeline/Every shop.json#/properties/activities/0/typeProperties/parameters: the parameter \"day\" of"
                                + " pipeline \"LoadOrders\" is not set",
                        "pipeline/LoadOrders.json#/properties/activities/0/outputs/0/parameters/Tag: dataset \"OrderFiles\" has no"
                                + " parameter \"Tag\", there are [day]: \"@pipeline().parameters.day\"",
                        "pipeline/LoadOrders.json#/properties/activities/0/outputs/0/parameters: the parameter \"day\" of dataset"
                                + " \"OrderFiles\" is not set",
                        "pipeline/LoadOrders.json#/properties/activities/0/typeProperties/sink/type: the dataset \"OrderFiles\": a"
                                + " ParquetSink does not go with a dataset of the type DelimitedText: [DelimitedTextSink]: \"ParquetSink\"",
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
        folder.write(
                "linkedService/Lake.json",
                linkedService("Lake", "AzureBlobFS", "{\"url\": \"@{linkedService().host}\"}"));
        folder.write("dataset/d.json", """
                {"name": "d", "properties": {"type": "Binary", "parameters": {"a": {"type": "string"}},
                 "linkedServiceName": {"referenceName": "Lake", "type": "LinkedServiceReference",
                   "parameters": {"host": "@dataset().host"}},
                 "typeProperties": {"location": {"folderPath": "@{pipeline().RunId}"}}}}
                """);
        folder.write("dataflow/f.json", """
                {"name": "f", "properties": {"type": "MappingDataFlow", "typeProperties": {
                 "sources": [{"name": "in"}, {"name": "In"}], "script": "source() ~> in\\nin sink() ~> out"}}}
                """);
        assertThat(folder.said())
                .containsExactly(
                        "linkedService/Lake.json#/properties/typeProperties/url: the parameter \"host\" is not declared, there are"
                                + " []: position 3 of \"@{linkedService().host}\"",
                        "dataset/d.json#/properties/typeProperties/location/folderPath: pipeline() cannot be read here, allowed are"
                                + " dataset(): position 3 of \"@{pipeline().RunId}\"",
                        "dataset/d.json#/properties/linkedServiceName/parameters/host: the parameter \"host\" is not declared,"
                                + " there are [a]: position 2 of \"@dataset().host\"",
                        "dataset/d.json#/properties/linkedServiceName/parameters/host: linked service \"Lake\" has no parameter"
                                + " \"host\", there are []: \"@dataset().host\"",
                        "dataflow/f.json#/properties/typeProperties/sources/1/name: the name is taken twice: \"In\"",
                        "dataflow/f.json#/properties/typeProperties/sources/1/name: the script has no step \"In\", its steps are"
                                + " [in, out]");
    }

    @Test
    void leavesOutWhatBelongsToSynapse() {
        folder.write("pipeline/a.json", pipeline("a", "{\"name\": \"N\", \"type\": \"SynapseNotebook\"}"));
        folder.write("pipeline/b.json", pipeline("b", run("a")));
        folder.write("pipeline/c.json", pipeline("c", ""));
        folder.write("notebook/n.json", "{}");
        assertThat(folder.said())
                .containsExactly(
                        "notebook#: belongs to Synapse only, and is left out",
                        "pipeline/a.json#/properties/activities/0/type: belongs to Synapse only: a linked service can reach a"
                                + " workspace, or leave it out: \"SynapseNotebook\"");
        FactoryFiles left = FactoryFiles.read(
                folder.path(), ReadOptions.builder().withoutSynapse(true).build());
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
        folder.write("trigger/a.json", trigger("a", "ScheduleTrigger", "Started", """
                {"recurrence": {"frequency": "Year", "interval": 1, "timeZone": "Europe/Berlin", "hint": 1}}"""));
        folder.write("trigger/b.json", trigger("b", "TumblingWindowTrigger", "Stopped", """
                {"frequency": "Minute", "interval": 1}"""));
        folder.write("trigger/c.json", trigger("c", "BlobEventsTrigger", "Stopped", """
                {"blobPathEndsWith": "*.csv"}"""));
        folder.write("trigger/d.json", trigger("d", "ChainingTrigger", "Started", "{}"));
        assertThat(folder.said())
                .containsExactly(
                        "trigger/a.json#/properties/typeProperties/recurrence/frequency: allowed are [Day, Hour, Minute, Month,"
                                + " Week]: \"Year\"",
                        "trigger/a.json#/properties/typeProperties/recurrence/timeZone: time zone \"Europe/Berlin\" is not allowed:"
                                + " a time zone's name in Windows, such as UTC or W. Europe Standard Time",
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

    @Test
    void warnsOfTimesThatAzurermGivesInUtc() {
        folder.write("trigger/a.json", trigger("a", "ScheduleTrigger", "Started", """
                {"recurrence": {"frequency": "Day", "interval": 1, "startTime": "2026-01-01T05:00:00",
                 "timeZone": "Tokyo Standard Time"}}"""));
        FactoryFiles files =
                FactoryFiles.read(folder.path(), ReadOptions.builder().build());
        assertThat(files.findings())
                .extracting(Finding::line)
                .containsExactly(
                        "warning: trigger/a.json#/properties/typeProperties/recurrence/startTime: azurerm gives the service a"
                                + " time of UTC, so that the runs may be off by the zone's hours: give schedule/hours: \"2026-01-01T05:00:00\"");
    }
}
