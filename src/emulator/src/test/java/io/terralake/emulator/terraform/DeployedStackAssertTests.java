package io.terralake.emulator.terraform;

import static io.terralake.emulator.terraform.DeployedStackAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Stacks of what Terraform has built in. Skipped where there is none. */
@ExtendWith(EmulatorExtension.class)
class DeployedStackAssertTests {
    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void workspace(Emulator azure) throws IOException {
        workspace = new Workspace(azure, Files.createDirectory(folder.resolve("work")), folder);
    }

    private DeployedStack stack(String version, String name, String json) throws IOException {
        Path outdir = folder.resolve(version);
        Files.writeString(
                Files.createDirectories(outdir.resolve("stacks").resolve(name)).resolve("cdk.tf.json"), json);
        return workspace.stack(outdir, name);
    }

    /** A stack of one thing that is replaced when the text is another one. */
    private DeployedStack version(String version, String text) throws IOException {
        return stack(version, "small", """
                {"resource": {"terraform_data": {"Thing": {"triggers_replace": "%s"}}}}
                """.formatted(text));
    }

    @Test
    void anOutputThatNeverStaysTheSameIsNoticed() throws IOException {
        DeployedStack stack = stack("v1", "small", """
                {"output": {"now": {"value": "${timestamp()}"}, "name": {"value": "small"}}}
                """);
        assertThatThrownBy(() -> assertThat(stack).appliesAndStaysAsItIs())
                .hasMessageStartingWith(
                        "the second plan of small changes what was just deployed: {}, outputs: {now=[update]}\n"
                                + "Changes to Outputs:\n  ~ now")
                .hasMessageNotContaining("name");
    }

    @Test
    void whatChangesIsShownByAttribute() throws IOException {
        DeployedStack stack = stack("v1", "small", """
                {"resource": {"terraform_data": {"Thing": {"input": "${timestamp()}"}, "Other": {"input": "it"}}}}
                """);
        assertThatThrownBy(() -> assertThat(stack).appliesAndStaysAsItIs())
                .hasMessageStartingWith(
                        "the second plan of small changes what was just deployed:"
                                + " {terraform_data.Thing=[update]}, outputs: {}\n  # terraform_data.Thing will be updated in-place\n")
                .hasMessageContaining("~ input ")
                .hasMessageNotContaining("Other");
    }

    @Test
    void aCheckThatFailsIsNoticed() throws IOException {
        DeployedStack stack = stack("v1", "small", """
                {
                  "resource": {"terraform_data": {"Thing": {"input": "open"}}},
                  "check": {"closed": {"assert": [
                    {"condition": "${length(terraform_data.Thing.output) > 4}", "error_message": "it is open to everybody"}
                  ]}}
                }
                """);
        assertThatThrownBy(() -> assertThat(stack).appliesAndStaysAsItIs())
                .hasMessage("checks of small fail: [check.closed: it is open to everybody]");
    }

    @Test
    void aMoveChangesInPlace() throws IOException {
        DeployedStack stack = version("v1", "one");
        DeployedStack moved = stack("v2", "small", """
                {
                  "resource": {"terraform_data": {"New": {"triggers_replace": "one"}}},
                  "moved": [{"from": "terraform_data.Thing", "to": "terraform_data.New"}]
                }
                """);
        assertThat(stack).appliesAndStaysAsItIs().changesInPlace(moved);
        assertThat(moved).staysAsItIs();
    }

    @Test
    void whatIsReplacedIsShownByAttribute() throws IOException {
        DeployedStack stack = version("v1", "one");
        DeployedStack other = version("v2", "two");
        assertThat(stack).applies();
        assertThatThrownBy(() -> assertThat(stack).replacesNothing(other))
                .hasMessageStartingWith(
                        "the other version of small deletes or replaces [terraform_data.Thing], agreed to is []\n"
                                + "  # terraform_data.Thing must be replaced\n")
                .hasMessageContaining("~ triggers_replace = \"one\" -> \"two\"");
        assertThatThrownBy(() -> assertThat(stack).changesInPlace(other))
                .hasMessageStartingWith("the other version of small deletes or replaces [terraform_data.Thing]\n")
                .hasMessageContaining("~ triggers_replace = ");
    }

    @Test
    void whatWasNeverAppliedLosesNothingAndIsRefused() throws IOException {
        DeployedStack stack = version("v1", "one");
        DeployedStack other = version("v2", "two");
        String refusal = "nothing of small is deployed: apply it first";
        assertThatThrownBy(() -> assertThat(stack).replacesNothing(other)).hasMessage(refusal);
        assertThatThrownBy(() -> assertThat(stack).changesInPlace(other)).hasMessage(refusal);
        assertThatThrownBy(() -> assertThat(stack).destroys()).hasMessage(refusal);
    }

    @Test
    void anotherStackIsNoVersion(Emulator azure) throws IOException {
        DeployedStack stack = version("v1", "one");
        assertThat(stack).applies();
        String refusal = "%s is no version of small: it has another name, or is in another workspace";
        DeployedStack other = stack("v1", "other", "{}");
        assertThatThrownBy(() -> assertThat(stack).replacesNothing(other)).hasMessage(refusal, "other");
        DeployedStack elsewhere =
                new Workspace(azure, folder.resolve("elsewhere"), folder).stack(folder.resolve("v1"), "small");
        assertThatThrownBy(() -> assertThat(stack).replacesNothing(elsewhere)).hasMessage(refusal, "small");
    }

    @Test
    void aFailureNamesWhatNothingEmulates(Emulator azure) throws Exception {
        azure.intercept((request, emulated) -> {
            throw new IllegalStateException("on purpose");
        });
        new Client(azure).get(Client.GROUP);
        DeployedStack stack = stack("v1", "small", """
                {"resource": {"terraform_data": {"Other": {"input": "open"}, "Thing": {"lifecycle": {"precondition": [{
                  "condition": "${length(terraform_data.Other.input) > 4}", "error_message": "it cannot be"
                }]}}}}}
                """);
        String requests =
                "\nNothing emulates:\nGET https://management.azure.com%s (java.lang.IllegalStateException: on purpose)"
                        .formatted(Client.GROUP);
        assertThatThrownBy(() -> assertThat(stack).applies())
                .hasMessageStartingWith("terraform apply of small failed:\nError: Resource precondition failed\n")
                .hasMessageContaining("it cannot be")
                .as("the line of the stack, not all of it")
                .hasMessageNotContaining("\"Other\"")
                .hasMessageEndingWith(requests);
        assertThatThrownBy(stack::plan)
                .hasMessageStartingWith("the stack small cannot be planned:\nError: Resource precondition failed\n")
                .hasMessageEndingWith(requests);
    }
}
