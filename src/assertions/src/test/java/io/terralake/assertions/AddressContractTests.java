package io.terralake.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressContractTests {
    private final String updating = System.getProperty(CommittedText.UPDATE_SWITCH);

    @TempDir
    Path folder;

    private AddressContract contract;

    @BeforeEach
    void commitOneAddress() throws IOException {
        System.clearProperty(CommittedText.UPDATE_SWITCH);
        Path file = folder.resolve("addresses.txt");
        Files.writeString(
                file,
                "# Terraform addresses of resources that hold data. A line that would go fails the build:"
                        + " see CONTRIBUTING.md.\nstack azurerm_storage_account.Lake\n");
        contract = AddressContract.at(file);
    }

    @AfterEach
    void restoreTheSwitch() {
        if (updating != null) {
            System.setProperty(CommittedText.UPDATE_SWITCH, updating);
        } else {
            System.clearProperty(CommittedText.UPDATE_SWITCH);
        }
    }

    @Test
    void acceptsWhatIsCommittedAndIgnoresTheStateless() {
        App app = Fixtures.app(folder);
        TerraformStack stack = stackOf(app, "${azurerm_storage_account.Lake}");
        Fixtures.account(stack, "Lake", "lake");
        Fixtures.account(stack, "Scratch", "scratch");
        Fixtures.group(stack, "Group", "group");
        assertThatCode(() -> contract.verify(SynthesizedApp.of(app))).doesNotThrowAnyException();
    }

    @Test
    void failsOnARenameAndExplainsMoveFromId() {
        App app = renamed();
        assertThatThrownBy(() -> contract.verify(SynthesizedApp.of(app)))
                .hasMessageContainingAll(
                        "Gone:\n  stack azurerm_storage_account.Lake",
                        "New:\n  stack azurerm_storage_account.DataLake",
                        "resource.moveFromId(\"azurerm_storage_account.Lake\")",
                        "take its line out of");
    }

    @Test
    void doesNotForgetAnAddressWhenAskedToUpdate() {
        System.setProperty(CommittedText.UPDATE_SWITCH, "true");
        assertThatThrownBy(() -> contract.verify(SynthesizedApp.of(renamed())))
                .hasMessageContaining("Terraform would destroy resources that hold data");
    }

    @Test
    void acceptsADeliberateMove() {
        App app = Fixtures.app(folder);
        StorageAccount account =
                Fixtures.account(stackOf(app, "${azurerm_storage_account.DataLake}"), "DataLake", "lake");
        account.moveFromId("azurerm_storage_account.Lake");
        System.setProperty(CommittedText.UPDATE_SWITCH, "true");
        SynthesizedApp synthesized = SynthesizedApp.of(app);
        assertThatCode(() -> contract.verify(synthesized)).doesNotThrowAnyException();
        System.clearProperty(CommittedText.UPDATE_SWITCH);
        assertThatCode(() -> contract.verify(synthesized)).doesNotThrowAnyException();
    }

    @Test
    void asksForANewAddressToBeCommitted() {
        App app = Fixtures.app(folder);
        TerraformStack stack = stackOf(app, "${azurerm_storage_account.Lake}", "${azurerm_storage_account.Other}");
        Fixtures.account(stack, "Lake", "lake");
        Fixtures.account(stack, "Other", "other");
        assertThatThrownBy(() -> contract.verify(SynthesizedApp.of(app)))
                .hasMessageContainingAll("+stack azurerm_storage_account.Other", "-Dterralake.update");
    }

    @Test
    void failsWhenAResourceIsNoLongerStateful() {
        App app = Fixtures.app(folder);
        Fixtures.account(Fixtures.stack(app, "stack"), "Lake", "lake");
        assertThatThrownBy(() -> contract.verify(SynthesizedApp.of(app)))
                .hasMessageContainingAll("Gone:\n  stack azurerm_storage_account.Lake", "New:\n  (none)");
    }

    @Test
    void readsFromTheMetadataThatSnapshotsLeaveOut() {
        TerraformStack stack = stackOf(Fixtures.app(folder), "${azurerm_storage_account.Lake}");
        Fixtures.account(stack, "Lake", "lake");
        Fixtures.account(stack, "Scratch", "scratch");
        SynthesizedStack synthesized = SynthesizedStack.of(stack);
        assertThat(synthesized.statefulResources())
                .extracting(Resource::address)
                .containsExactly("azurerm_storage_account.Lake");
        assertThat(synthesized.json().has("//")).isFalse();
    }

    /** A stack that says which of its resources are stateful. */
    private static TerraformStack stackOf(App app, String... stateful) {
        TerraformStack stack = Fixtures.stack(app, "stack");
        stack.addOverride("//.terralake.stateful", List.of(stateful));
        return stack;
    }

    private App renamed() {
        App app = Fixtures.app(folder);
        Fixtures.account(stackOf(app, "${azurerm_storage_account.DataLake}"), "DataLake", "lake");
        return app;
    }
}
