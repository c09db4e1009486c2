package io.terralake.assertions;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
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
        contract = AddressContract.at(file, Set.of("azurerm_storage_account"));
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
        var stack = Fixtures.stack(app, "stack");
        Fixtures.account(stack, "Lake", "lake");
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
        StorageAccount account = Fixtures.account(Fixtures.stack(app, "stack"), "DataLake", "lake");
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
        var stack = Fixtures.stack(app, "stack");
        Fixtures.account(stack, "Lake", "lake");
        Fixtures.account(stack, "Other", "other");
        assertThatThrownBy(() -> contract.verify(SynthesizedApp.of(app)))
                .hasMessageContainingAll("+stack azurerm_storage_account.Other", "-Dterralake.update");
    }

    private App renamed() {
        App app = Fixtures.app(folder);
        Fixtures.account(Fixtures.stack(app, "stack"), "DataLake", "lake");
        return app;
    }
}
