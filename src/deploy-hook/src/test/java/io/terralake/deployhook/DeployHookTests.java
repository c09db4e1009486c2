package io.terralake.deployhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.declarations.Database;
import io.terralake.declarations.DatabaseUser;
import io.terralake.declarations.PrivateEndpointApproval;
import io.terralake.emulator.http.Reply;
import io.terralake.registration.input.Problems;
import io.terralake.registration.testing.Requests;
import io.terralake.registration.testing.UnsteadyArm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Datasets, and everything that is wrong with what the hook is given. */
class DeployHookTests extends HookFixture {

    @Test
    void registersWhatTheStacksDeclared() throws IOException {
        try (UnsteadyArm arm = new UnsteadyArm("ml-ws-1", "ml-ws-2")) {
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
        try (UnsteadyArm arm = new UnsteadyArm("ml-ws-1")) {
            Path request = Files.writeString(folder.resolve("request.json"), Requests.BARE);
            Called refused = call(Map.of(), arm, "--request", request.toString());
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err())
                    .isEqualTo("workspace \"%s\" is not allowed: the deployment declares []; --allow-workspace ml-ws-1"
                                    .formatted(id("ml-ws-1"))
                            + " would allow it");
            assertThat(call(Map.of(), arm, "--request", request.toString(), "--allow-workspace", "ml-ws-1")
                            .code())
                    .isZero();
        }
    }

    @Test
    void saysWhatHelpsWhoRunsIt() throws IOException {
        try (UnsteadyArm arm = new UnsteadyArm("ml-ws-1")) {
            Path request = Files.writeString(folder.resolve("request.json"), Requests.BARE);
            arm.fault(call -> Optional.of(Reply.error(401, "ExpiredAuthenticationToken", "old")));
            assertThat(call(Map.of(), arm, "--request", request.toString(), "--allow-workspace", "ml-ws-1")
                            .out())
                    .contains("failed  the token was refused, it may have expired: log in again"
                            + " (ExpiredAuthenticationToken: old)");
            arm.fault(call -> Optional.of(Reply.error(429, "TooManyRequests", "later")));
            assertThat(call(Map.of(), arm, "--request", request.toString(), "--allow-workspace", "ml-ws-1")
                            .out())
                    .contains("failed  ARM throttles, and did so until the last try: run the hook again later"
                            + " (TooManyRequests: later)");
        }
    }

    /** Both sides share the records; this is what a stack wrote with them, and Terraform made of it. */
    @Test
    void readsWhatTheStacksWrite() throws IOException {
        Path outputs = Files.writeString(
                folder.resolve("outputs.json"),
                "{\"dev-landing-zone\": {\"deploy_hook\": %s}, \"dev-loan-versions\": {\"deploy_hook\": %s}}"
                        .formatted(Snapshots.output("dev-landing-zone"), Snapshots.output("dev-loan-versions")));
        Problems problems = new Problems();
        List<Declared> declared = DeclarationReader.ofOutputs(outputs, null, problems);
        problems.throwIfAny();
        assertThat(declared).extracting(Declared::owner).containsExactly("dev-landing-zone", "dev-loan-versions");
        assertThat(declared.get(0).declaration().privateEndpointApprovals())
                .extracting(PrivateEndpointApproval::endpoint)
                .allMatch(id -> id.contains("/managedPrivateEndpoints/"))
                .hasSize(3);
        Database loans = declared.get(1).declaration().databases().get(0);
        assertThat(loans.migrations()).isEqualTo("stacks/loan-versions/sql");
        DatabaseUser factory = loans.users().get(0);
        assertThat(factory.name()).isEqualTo("adf-tlake-dev-weu");
        assertThat(factory.identityOf()).endsWith("/factories/adf-tlake-dev-weu");
        assertThat(factory.group()).isFalse();
        assertThat(factory.roles()).containsExactly("db_datareader");
        assertThat(factory.execute()).hasSize(3);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Path outputs = Files.writeString(folder.resolve("outputs.json"), "{\"dev-lake\": {}}");
        assertThat(call(outputs.toString(), "--stack", "dev-loans").err())
                .isEqualTo("%s: there is no stack \"dev-loans\", there are [dev-lake]".formatted(outputs));
        assertThat(call(folder.resolve("none.json").toString()).err())
                .isEqualTo("%s: no such file".formatted(folder.resolve("none.json")));
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
