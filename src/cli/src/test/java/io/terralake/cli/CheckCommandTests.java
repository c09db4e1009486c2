package io.terralake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

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

    private int run(String... arguments) {
        return Terralake.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
