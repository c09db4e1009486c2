package io.terralake.emulator.terraform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import io.terralake.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Terraform cannot work with. Skipped, but for the first, where there is none. */
@ExtendWith(EmulatorExtension.class)
class TerraformTests {
    @TempDir
    Path folder;

    private void write(String stack) throws IOException {
        Files.writeString(folder.resolve("cdk.tf.json"), stack);
    }

    @Test
    void oneThatIsNotInstalledIsSaid() {
        assertThatThrownBy(() -> new Terraform("no-such-terraform").init(folder, process -> {}, "a stack"))
                .isInstanceOf(TerraformMissingException.class)
                .hasMessageStartingWith(
                        "the program no-such-terraform cannot be started: install Terraform, and add its folder to the PATH (");
    }

    @Test
    void aProviderThatIsNotToBeHadIsSaid() throws IOException {
        write("""
                {"terraform": {"required_providers": {"none": {"source": "127.0.0.1:1/contoso/none", "version": "9.9.9"}}}}
                """);
        assertThatThrownBy(() -> new Terraform().init(folder, process -> {}, "a stack"))
                .isInstanceOf(ProvidersMissingException.class)
                .hasMessageStartingWith(
                        "terraform cannot get the providers of a stack in the versions that it wants. They come from the network, or"
                                + " from a mirror that TF_CLI_CONFIG_FILE leads to:\nError: ")
                .hasMessageContaining("contoso/none");
    }

    @Test
    void aProviderOfAnotherVersionIsSaid() throws IOException {
        Path mirror = Files.createDirectories(folder.resolve("mirror/127.0.0.1/contoso/none/1.0.0"));
        Files.createDirectory(mirror.resolve("linux_amd64"));
        Path settings = Files.writeString(folder.resolve("tf.rc"), """
                provider_installation {
                  filesystem_mirror {
                    path = "%s"
                  }
                }
                """.formatted(folder.resolve("mirror")));
        write("""
                {"terraform": {"required_providers": {"none": {"source": "127.0.0.1/contoso/none", "version": "9.9.9"}}}}
                """);
        assertThatThrownBy(() -> new Terraform()
                        .init(
                                folder,
                                process -> process.environment().put("TF_CLI_CONFIG_FILE", settings.toString()),
                                "a stack"))
                .isInstanceOf(ProvidersMissingException.class)
                .hasMessageContaining("9.9.9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"resourc\": {\"a\": {\"b\": {}}}} | Extraneous JSON object property",
                "{\"terraform\": {\"required_version\": \">= 99\"}} | Unsupported Terraform Core version"
            })
    void aStackThatIsBrokenIsNoMissingProvider(String stack, String error) throws IOException {
        write(stack);
        assertThatThrownBy(() -> new Terraform().init(folder, process -> {}, "a stack"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "terraform init of a stack failed: it is broken, or for another version of Terraform:\nError: ")
                .hasMessageContaining(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"terraf | is no JSON, line 1: ", "[1] | is no object of JSON: ", "'' | is no object of JSON: "})
    void aStackThatIsNoJsonIsSaid(String stack, String error) throws IOException {
        Path file = Files.createDirectories(folder.resolve("cdktf.out/stacks/small"))
                .resolve("cdk.tf.json");
        Files.writeString(file, stack);
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            DeployedStack small =
                    new Workspace(azure, folder.resolve("work"), folder).stack(folder.resolve("cdktf.out"), "small");
            assertThatThrownBy(small::plan)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("%s %s".formatted(file, error))
                    .hasMessageEndingWith(": synthesize it again");
        }
    }
}
