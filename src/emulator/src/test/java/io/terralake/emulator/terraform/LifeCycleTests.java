package io.terralake.emulator.terraform;

import static io.terralake.emulator.terraform.DeployedStackAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.emulator.Emulator;
import io.terralake.emulator.Fault;
import io.terralake.emulator.cli.Main;
import io.terralake.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A small stack with the real provider. Skipped where Terraform or the provider is not to be had. */
@ExtendWith(EmulatorExtension.class)
class LifeCycleTests {
    private static final String GROUP = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-small";

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void workspace(Emulator azure) throws IOException {
        // Not below the temporary folder: its deletion warns of every link to a provider.
        Path work = Path.of("target", "life-cycle", folder.getFileName().toString());
        workspace = new Workspace(azure, Files.createDirectories(work), folder);
    }

    /** The stack of a network, as CDKTF writes stacks. */
    private DeployedStack stack(String version, String id, String range) throws IOException {
        Path stack = Files.createDirectories(folder.resolve(version).resolve("cdktf.out/stacks/small"));
        Files.writeString(stack.resolve("cdk.tf.json"), """
                {
                  "terraform": {
                    "backend": {"local": {"path": "../../../terraform.small.tfstate"}},
                    "required_providers": {"azurerm": {"source": "azurerm", "version": "4.55.0"}}
                  },
                  "provider": {"azurerm": [{"features": {}}]},
                  "resource": {
                    "azurerm_resource_group": {"Group": {"name": "rg-small", "location": "westeurope"}},
                    "azurerm_virtual_network": {
                      "%s": {
                        "name": "vnet-small", "location": "westeurope", "address_space": ["%s"],
                        "resource_group_name": "${azurerm_resource_group.Group.name}",
                        "lifecycle": {"prevent_destroy": true}
                      }
                    }
                  }
                }
                """.formatted(id, range));
        return workspace.stack(folder.resolve(version).resolve("cdktf.out"), "small");
    }

    @Test
    void livesAndDies(Emulator azure) throws IOException {
        DeployedStack stack = stack("v1", "Network", "10.0.0.0/16");
        assertThat(stack).appliesAndStaysAsItIs();
        assertThat(azure.resource(GROUP + "/providers/Microsoft.Network/virtualNetworks/vnet-small"))
                .get()
                .satisfies(network -> assertThat(network.at("/properties/addressSpace/addressPrefixes/0")
                                .asText())
                        .isEqualTo("10.0.0.0/16"));
        assertThat(stack).changesInPlace(stack("v2", "Network", "10.1.0.0/16"));
        assertThat(stack).destroys();
        assertThat(azure.resource(GROUP)).isEmpty();
        assertThat(azure.notEmulated()).isEmpty();
    }

    @Test
    void aRenamedConstructIsNoticed() throws IOException {
        DeployedStack stack = stack("v1", "Network", "10.0.0.0/16");
        assertThat(stack).appliesAndStaysAsItIs();
        DeployedStack renamed = stack("v2", "Net", "10.0.0.0/16");
        assertThatThrownBy(() -> assertThat(stack).replacesNothing(renamed))
                .hasMessageStartingWith(
                        "the other version of small deletes or replaces [azurerm_virtual_network.Network], agreed to is []\n"
                                + "  # azurerm_virtual_network.Network will be destroyed\n");
        assertThat(stack).replacesOnly(renamed, Set.of("azurerm_virtual_network.Network"));
        assertThatThrownBy(() -> assertThat(stack).replacesOnly(stack, Set.of("azurerm_virtual_network.Network")))
                .hasMessage(
                        "the other version of small deletes or replaces [], agreed to is [azurerm_virtual_network.Network]\n");
        assertThatThrownBy(() -> assertThat(stack).changesInPlace(stack))
                .hasMessage("the other version of small changes nothing");
    }

    @Test
    void whatSomebodyElseChangedIsPlannedBack(Emulator azure) throws IOException {
        DeployedStack stack = stack("v1", "Network", "10.0.0.0/16");
        assertThat(stack).appliesAndStaysAsItIs();
        String network = GROUP + "/providers/Microsoft.Network/virtualNetworks/vnet-small";
        azure.change(network, json -> json.withObject("/tags").put("owner", "somebody else"));
        assertThat(stack.plan().actions().toString()).isEqualTo("{azurerm_virtual_network.Network=[update]}");
        azure.remove(network);
        assertThat(stack.plan().actions().toString()).isEqualTo("{azurerm_virtual_network.Network=[create]}");
        assertThat(stack).appliesAndStaysAsItIs();
    }

    @Test
    void anApplyThatWasRefusedShowsWhyAndComesBack(Emulator azure) throws IOException {
        DeployedStack stack = stack("v1", "Network", "10.0.0.0/16");
        // Ends the test where the provider is not to be had, before a failure is expected.
        assertThat(stack.plan().isEmpty()).isFalse();
        azure.inject(new Fault("PUT", "/virtualNetworks/vnet-small$", 409, 1, false));
        assertThatThrownBy(() -> assertThat(stack).appliesAndStaysAsItIs())
                .hasMessageStartingWith("terraform apply of small failed:\nError: ")
                .hasMessageContaining("a fault that was asked for");
        assertThat(stack).appliesAndStaysAsItIs();
    }

    @Test
    void anApplyGoesOnWhereAzureIsUnsteady(Emulator azure) throws IOException {
        DeployedStack stack = stack("v1", "Network", "10.0.0.0/16");
        assertThat(stack.plan().isEmpty()).isFalse();
        azure.inject(new Fault("PUT", "/resourceGroups/rg-small$", 429, 2, false));
        azure.inject(new Fault("GET", "/resourceGroups/rg-small$", 503, 1, false));
        azure.inject(new Fault("PUT", "/virtualNetworks/vnet-small$", 500, 1, true));
        assertThat(stack).appliesAndStaysAsItIs();
        azure.inject(new Fault("DELETE", "/virtualNetworks/vnet-small$", 429, 1, false));
        azure.inject(new Fault("DELETE", "/virtualNetworks/vnet-small$", 503, 1, true));
        assertThat(stack).destroys();
        assertThat(azure.resources()).isEmpty();
    }

    @Test
    void anApplyThatWasCutOffComesBack(Emulator azure) throws IOException {
        DeployedStack stack = stack("v1", "Network", "10.0.0.0/16");
        assertThat(stack.plan().isEmpty()).isFalse();
        azure.inject(new Fault("PUT", "/virtualNetworks/vnet-small$", Fault.NO_ANSWER, 1, false));
        assertThatThrownBy(() -> assertThat(stack).applies()).hasMessageContaining("connection may have been reset");
        assertThat(stack).appliesAndStaysAsItIs();
        azure.inject(new Fault("DELETE", "/virtualNetworks/vnet-small$", Fault.NO_ANSWER, 1, true));
        assertThatThrownBy(() -> assertThat(stack).destroys()).hasMessageContaining("connection may have been reset");
        assertThat(stack).destroys();
        assertThat(azure.resources()).isEmpty();
    }

    @Test
    void whatWasNotSynthesizedIsSaid() {
        assertThatThrownBy(() -> workspace.stack(folder, "other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no stack \"other\" in %s: synthesize it first".formatted(folder));
    }

    @Test
    void theExampleOfTheDocumentationWorks() throws IOException {
        Path example = Path.of("example", "main.tf");
        assertThat(Files.readString(Path.of("../../docs/emulator.md")))
                .contains("```hcl\n" + Files.readString(example) + "```");
        Path work = Files.createDirectories(Path.of("target", "example"));
        Files.copy(example, work.resolve("main.tf"), StandardCopyOption.REPLACE_EXISTING);
        new Terraform().init(work, process -> {}, "the example");
        StringWriter err = new StringWriter();
        String apply = "terraform -chdir='%s' apply -auto-approve -no-color -state=new.tfstate > '%s'"
                .formatted(work.toAbsolutePath(), work.resolve("apply.txt").toAbsolutePath());
        assertThat(Main.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err, true),
                        "exec",
                        "--",
                        "sh",
                        "-c",
                        apply))
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(Files.readString(work.resolve("apply.txt"))).contains("Resources: 3 added, 0 changed, 0 destroyed.");
        Files.delete(work.resolve("new.tfstate"));
    }
}
