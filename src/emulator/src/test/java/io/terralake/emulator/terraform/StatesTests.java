package io.terralake.emulator.terraform;

import static io.terralake.emulator.terraform.DeployedStacksAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the states of copies are, and what else copies find. */
@ExtendWith(EmulatorExtension.class)
class StatesTests {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private Path stack(String name, String json) throws IOException {
        Path stack = Files.createDirectories(folder.resolve("cdktf.out/stacks").resolve(name));
        Files.writeString(stack.resolve("cdk.tf.json"), json);
        return stack;
    }

    /** As an app without a backend of its own is synthesized: the states are files of the project, and the stacks read each other's. */
    @Test
    void whatIsReallyDeployedIsLeftAlone(Emulator azure) throws IOException {
        Path base = Files.writeString(folder.resolve("terraform.base.tfstate"), "what is really deployed");
        Path product = folder.resolve("terraform.product.tfstate");
        stack("base", """
                {"terraform": {"backend": {"local": {"path": "%s"}}}, "output": {"name": {"value": "lake"}}}
                """.formatted(base));
        stack("product", """
                {
                  "terraform": {"backend": {"local": {"path": "%s"}}},
                  "data": {"terraform_remote_state": {"Base": {
                    "backend": "local", "config": {"path": "%s"}, "workspace": "${terraform.workspace}"
                  }}},
                  "resource": {"terraform_data": {"Thing": {"input": "${data.terraform_remote_state.Base.outputs.name}"}}},
                  "output": {"name": {"value": "${terraform_data.Thing.output}"}}
                }
                """.formatted(product, base));
        Files.writeString(folder.resolve("cdktf.out/manifest.json"), """
                {"stacks": {"base": {"dependencies": []}, "product": {"dependencies": ["base"]}}}
                """);
        Path work = folder.resolve("work");
        assertThat(new Workspace(azure, work, folder).stacks(folder.resolve("cdktf.out"), ""))
                .applyAndStayAsTheyAre();
        assertThat(base).content().isEqualTo("what is really deployed");
        assertThat(product).doesNotExist();
        assertThat(JSON.readTree(work.resolve("terraform.product.tfstate").toFile())
                        .at("/outputs/name/value")
                        .asText())
                .isEqualTo("lake");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"backend\": {\"azurerm\": {\"storage_account_name\": \"st\", \"container_name\": \"c\", \"key\": \"base\"}}",
                "\"cloud\": {\"organization\": \"contoso\", \"workspaces\": {\"name\": \"base\"}}"
            })
    void aStateFarAwayIsNeitherReadNorWritten(String kept) throws IOException {
        stack("base", "{\"terraform\": {%s}}".formatted(kept));
        ObjectNode product = (ObjectNode) JSON.readTree("""
                {
                  "terraform": {%s},
                  "data": {"terraform_remote_state": {"Base": {}, "Foreign": {"backend": "s3", "config": {"key": "base"}}}}
                }
                """.formatted(kept));
        ObjectNode read = product.withObject("/data/terraform_remote_state/Base");
        boolean cloud = product.path("terraform").has("cloud");
        read.put("backend", cloud ? "remote" : "azurerm");
        read.set("config", cloud ? product.at("/terraform/cloud") : product.at("/terraform/backend/azurerm"));
        States.keepHere(product, "product", folder.resolve("cdktf.out/stacks"));
        assertThat(product).isEqualTo(JSON.readTree("""
                {
                  "terraform": {"backend": {"local": {"path": "../../../terraform.product.tfstate"}}},
                  "data": {"terraform_remote_state": {
                    "Base": {"backend": "local", "config": {"path": "../../../terraform.base.tfstate"}},
                    "Foreign": {"backend": "s3", "config": {"key": "base"}}
                  }}
                }
                """));
    }

    @Test
    void assetsAreThoseOfTheVersion(Emulator azure) throws IOException {
        Path first = stack("small", "{\"output\": {\"text\": {\"value\": \"${file(\\\"assets/Text/t.txt\\\")}\"}}}");
        Files.writeString(Files.createDirectories(first.resolve("assets/Text")).resolve("t.txt"), "one");
        Workspace workspace = new Workspace(azure, folder.resolve("work"), folder);
        DeployedStack stack = workspace.stack(folder.resolve("cdktf.out"), "small");
        DeployedStackAssert.assertThat(stack).appliesAndStaysAsItIs();
        Path other = Files.createDirectories(folder.resolve("other/stacks/small"));
        Files.copy(first.resolve("cdk.tf.json"), other.resolve("cdk.tf.json"));
        Files.writeString(Files.createDirectories(other.resolve("assets/Text")).resolve("t.txt"), "two");
        DeployedStackAssert.assertThat(stack).changesInPlace(workspace.stack(folder.resolve("other"), "small"));
        assertThat(first.resolve("assets/Text/t.txt")).content().isEqualTo("one");
    }

    @Test
    void aFailedInitIsTriedAgain(Emulator azure) throws IOException {
        Path source = stack("small", "{\"resourc\": {\"a\": {\"b\": {}}}}");
        DeployedStack stack =
                new Workspace(azure, folder.resolve("work"), folder).stack(folder.resolve("cdktf.out"), "small");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(stack::plan).hasMessageContaining("Extraneous JSON object property");
        }
        Files.writeString(source.resolve("cdk.tf.json"), "{}");
        assertThat(stack.plan().isEmpty()).isTrue();
    }

    @Test
    void aRootThatIsNoFolderIsRefused(Emulator azure) {
        Path root = folder.resolve("none");
        assertThatThrownBy(() -> new Workspace(azure, folder, root))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the root \"%s\" is no folder".formatted(root));
    }
}
