package io.terralake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTests {
    private static final String FACTORIES = "../constructs/src/test/resources/factory/";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void findsNothingInAFactoryThatWorks() {
        assertThat(run("factory", "check", FACTORIES + "shop")).isZero();
        assertThat(out)
                .hasToString(
                        "3 linked services, 2 datasets, 1 data flow, 2 pipelines, 1 trigger, 1 integration runtime: 0 errors, 0 warnings\n");
    }

    @Test
    void saysWhatWouldBeRefused() {
        assertThat(run(
                        "factory",
                        "check",
                        "--replace",
                        "linkedService/Lake#/typeProperties/url=https://me:hunter2@lake",
                        "--has",
                        "linkedService/Vault",
                        FACTORIES + "shop"))
                .isEqualTo(1);
        assertThat(out).hasToString("""
                error linkedService/Lake.json#/properties/typeProperties/url: a secret would stand in Terraform's state; give\
                 the url only: the factory's identity logs in, with Storage Blob Data Contributor
                2 linked services, 2 datasets, 1 data flow, 2 pipelines, 1 trigger, 1 integration runtime: 1 error, 0 warnings
                """);
        assertThat(run("factory", "check", "--allow-keys", FACTORIES + "exported"))
                .isEqualTo(1);
        assertThat(run(
                        "factory",
                        "check",
                        "--parameter",
                        "Lake_properties_typeProperties_url=https://lake",
                        FACTORIES + "exported"))
                .isZero();
    }

    @Test
    void refusesAWrongCommandLine() {
        assertThat(run("factory", "check", "--has", "lakes/Lake", FACTORIES + "shop"))
                .isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "--has \"lakes/Lake\" is not allowed: <kind>/<name> with one of the kinds [integrationRuntime,"
                                + " credential, linkedService, dataset, dataflow, pipeline, trigger]\n");
        assertThat(run("factory", "check", "--replace", "linkedService/Lake=x", FACTORIES + "shop"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--replace \"linkedService/Lake=…\" is not allowed: <kind>/<name>#<pointer>=<value>\n");
    }

    @Test
    void saysThatNothingIsThere() {
        assertThat(run("factory", "check", "no-such-folder")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("<path> \"no-such-folder\" is not allowed: a file or folder that is there\n");
        // This module's own folder.
        assertThat(run("factory", "check")).isEqualTo(1);
        assertThat(out.toString())
                .isEqualTo(
                        "error .#: is no factory: it has neither folders such as pipeline, dataset and linkedService, nor an"
                                + " ARM template with resources\nnothing: 1 error, 0 warnings\n");
    }

    @Test
    void refusesReplacementsWithoutPrintingThem() {
        for (String given : List.of("linkedService/Lake=hunter2", "linkedService/Lake#/=hunter2")) {
            assertThat(run("factory", "check", "--replace", given, FACTORIES + "shop"))
                    .isEqualTo(2);
        }
        assertThat(err.toString())
                .contains("--replace \"linkedService/Lake#/=…\" is not allowed")
                .doesNotContain("hunter2");
    }

    @Test
    void takesWhatTheFactoryHasElsewhere(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("dataset"));
        Files.writeString(folder.resolve("dataset/d.json"), """
                {"name": "d", "properties": {"type": "Binary",
                 "linkedServiceName": {"referenceName": "Lake", "type": "LinkedServiceReference"}}}""");
        assertThat(run("factory", "check", folder.toString())).isEqualTo(1);
        assertThat(run("factory", "check", "--elsewhere", folder.toString())).isZero();
        assertThat(run("factory", "check", "--has", "linkedService/lake", folder.toString()))
                .isZero();
        assertThat(out).hasToString("""
                error dataset/d.json#/properties/linkedServiceName/referenceName: there is no linked service "Lake"
                1 dataset: 1 error, 0 warnings
                warning dataset/d.json#/properties/linkedServiceName/referenceName: the linked service is not in the files: the factory\
                 must have it: "Lake"
                1 dataset: 0 errors, 1 warning
                1 dataset: 0 errors, 0 warnings
                """);
    }

    @Test
    void allowsKeysAndLeavesOutWhatBelongsToSynapse(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("pipeline"));
        Files.writeString(folder.resolve("pipeline/p.json"), """
                {"name": "p", "properties": {"activities": [{"name": "N", "type": "SynapseNotebook"}]}}""");
        Files.writeString(folder.resolve("pipeline/q.json"), """
                {"name": "q", "properties": {"activities": [{"name": "W", "type": "WebActivity", "typeProperties": {
                 "headers": {"Authorization": "Bearer hunter2"}}}]}}""");
        assertThat(run("factory", "check", folder.toString())).isEqualTo(1);
        assertThat(run("factory", "check", "--allow-keys", "--without-synapse", folder.toString()))
                .isZero();
        assertThat(out.toString())
                .endsWith("1 pipeline: 0 errors, 2 warnings\n")
                .doesNotContain("hunter2");
    }

    private int run(String... arguments) {
        return Terralake.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
