package io.terralake.deployhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.declarations.Database;
import io.terralake.declarations.DatabaseUser;
import io.terralake.deployhook.datasets.ArmService;
import io.terralake.deployhook.datasets.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Datasets, and everything that is wrong with what the hook is given. */
class DeployHookTests extends HookFixture {

    @Test
    void registersWhatTheStacksDeclared() throws IOException {
        try (ArmService arm = new ArmService("ml-ws-1", "ml-ws-2")) {
            Files.writeString(folder.resolve("request.json"), Requests.ORIGINAL);
            String ids = "\"%s\", \"%s\"".formatted(id("ml-ws-1"), id("ml-ws-2"));
            Path outputs = Files.writeString(folder.resolve("outputs.json"), """
                    {"dev-ml": {"deploy_hook": {"version": 1,
                      "registrations": [{"workspaces": [%s], "request": "request.json"}]}}, "dev-other": {"x": "y"}}
                    """.formatted(ids));
            Called called = call(Map.of(), arm, outputs.toString());
            assertThat(called.code()).as(called.err()).isZero();
            assertThat(called.out()).endsWith("6 of 6 items well\n");
            assertThat(call(Map.of(), arm, outputs.toString(), "--only", "database")
                            .out())
                    .isEqualTo("nothing to do\n");
            assertThat(call(Map.of(), arm, outputs.toString(), "--stack", "dev-other")
                            .out())
                    .isEqualTo("nothing to do\n");
        }
    }

    @Test
    void runsFromARequestAloneWhereItIsAllowed() throws IOException {
        try (ArmService arm = new ArmService("ml-ws-1")) {
            Path request = Files.writeString(folder.resolve("request.json"), Requests.BARE);
            Called refused = call(Map.of(), arm, "--request", request.toString());
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("--allow-workspace ml-ws-1 would allow it");
            assertThat(call(Map.of(), arm, "--request", request.toString(), "--allow-workspace", "ml-ws-1")
                            .code())
                    .isZero();
        }
    }

    /** Both sides share the records; this is what a stack wrote with them. */
    @Test
    void readsWhatTheStacksWrite() throws IOException {
        JsonNode snapshot = new JsonMapper()
                .readTree(Files.readString(Path.of("..", "..", "main.tf.json.snapshots", "dev-loan-versions.tf.json")));
        Path outputs = Files.writeString(
                folder.resolve("outputs.json"),
                "{\"dev-loan-versions\": {\"deploy_hook\": %s}}".formatted(snapshot.at("/output/deploy_hook/value")));
        assertThat(DeclarationReader.ofOutputs(outputs, null)).singleElement().satisfies(declaration -> {
            Database loans = declaration.databases().get(0);
            assertThat(loans.migrations()).isEqualTo("stacks/loan-versions/sql");
            DatabaseUser factory = loans.users().get(0);
            assertThat(factory.name()).isEqualTo("adf-tlake-dev-weu");
            assertThat(factory.identityOf()).contains("azurerm_data_factory");
            assertThat(factory.group()).isFalse();
            assertThat(factory.roles()).containsExactly("db_datareader");
            assertThat(factory.execute()).hasSize(3);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"databa` | :1:47: no JSON: Unexpected end-of-input",
                "`` | : the file is empty",
                "`[]` | : the outputs of stacks are expected, an object",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 9}}}` | #/dev/deploy_hook/version: 9 is not known, only 1: use the hook of the same release as the stacks",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"tables\": []}}}` | #/dev/deploy_hook: Unrecognized field \"tables\"",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"databases\": [{\"server\": 1}]}}}` | #/dev/deploy_hook: Cannot coerce Integer value (1)",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"databases\": [{\"database\": \"a\"}]}}}` | #/dev/deploy_hook: \"server\" is missing",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"registrations\": [{}]}}}` | #/dev/deploy_hook: \"request\" is missing",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"databases\": [{\"server\": \"s\", \"database\": \"d\", \"users\": [{\"name\": \"u\"}]}]}}}` | #/dev/deploy_hook: user \"u\" needs one of objectId and identityOf",
            })
    void saysWhatIsWrongWithAFileOfOutputs(String text, String message) throws IOException {
        Path outputs = Files.writeString(folder.resolve("outputs.json"), text == null ? "" : text);
        Called called = call(outputs.toString());
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).startsWith(outputs + message);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Path outputs = Files.writeString(folder.resolve("outputs.json"), "{\"dev-lake\": {}}");
        assertThat(call(outputs.toString(), "--stack", "dev-loans").err())
                .isEqualTo("%s: there is no stack \"dev-loans\", there are [dev-lake]".formatted(outputs));
        assertThat(call(folder.resolve("none.json").toString()).err())
                .isEqualTo("%s: cannot be read: no such file".formatted(folder.resolve("none.json")));
        assertThat(call().err()).isEqualTo("nothing is asked for: name a file of outputs, --deployment or --request");
        assertThat(call("--stack", "dev").err()).isEqualTo("--stack needs a file of outputs");
        assertThat(call(outputs.toString(), "--bound", "0").err()).isEqualTo("--bound 0 is not allowed: 1 to 64");
        assertThat(call("--request", folder.resolve("none.json").toString()).err())
                .isEqualTo("%s: no such file".formatted(folder.resolve("none.json")));
    }

    private static String id(String workspace) {
        return "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/test/providers/Microsoft.MachineLearningServices/workspaces/"
                + workspace;
    }
}
