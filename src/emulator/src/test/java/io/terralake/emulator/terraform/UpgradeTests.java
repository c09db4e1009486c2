package io.terralake.emulator.terraform;

import static io.terralake.emulator.terraform.UpgradeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.emulator.Emulator;
import io.terralake.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmulatorExtension.class)
class UpgradeTests {
    private static final String LAKE = "azurerm_storage_account.Lake";

    private static final Upgrade UPGRADE = new Upgrade(Map.of(
            "dev-product",
            plan(Map.of("azurerm_subnet.New", List.of("create"))),
            "dev-base",
            plan(Map.of(
                    LAKE,
                    List.of("delete", "create"),
                    "azurerm_management_lock.Lock",
                    List.of("delete"),
                    "azurerm_key_vault.Vault",
                    List.of("update")))));

    @TempDir
    Path folder;

    private static Plan plan(Map<String, List<String>> actions) {
        String text = actions.entrySet().stream()
                .map(each -> "  # %s will be %s\n      - it\n\n".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
        return new Plan(actions, Map.of(), List.of(), text + "Plan: all of it\n");
    }

    @Test
    void isATableForPeople() {
        assertThat(UPGRADE.markdown()).isEqualTo("""
                | stack | creates | updates | replaces | deletes |
                |---|---|---|---|---|
                | dev-base | 0 | 1 | 1 | 1 |
                | dev-product | 1 | 0 | 0 | 0 |

                - dev-base: `azurerm_key_vault.Vault` update
                - dev-base: `azurerm_management_lock.Lock` delete
                - dev-base: `azurerm_storage_account.Lake` delete, then create
                """);
    }

    @Test
    void aKeyEndsNoCode() {
        assertThat(new Upgrade(Map.of("dev", plan(Map.of("a.B[\"`@all`\"]", List.of("update"))))).markdown())
                .endsWith("\n- dev: `` a.B[\"`@all`\"] `` update\n");
    }

    @Test
    void saysWhatWasLostAndNotAgreedTo() {
        assertThatThrownBy(() -> assertThat(UPGRADE).replacesNoMoreThan(Map.of("dev-base", Set.of(LAKE))))
                .hasMessage("the upgrade deletes or replaces what was not agreed to:"
                        + " {dev-base=[azurerm_management_lock.Lock]}\n"
                        + "  # azurerm_management_lock.Lock will be [delete]\n      - it\n\n");
    }

    @Test
    void saysWhatWasAgreedToForNothing() {
        Map<String, Set<String>> agreed = Map.of(
                "dev-base",
                Set.of(LAKE, "azurerm_management_lock.Lock", "azurerm_subnet.Old"),
                "dev-product",
                Set.of(LAKE));
        assertThatCode(() -> assertThat(UPGRADE).replacesNoMoreThan(agreed)).doesNotThrowAnyException();
        assertThatThrownBy(() -> assertThat(UPGRADE).replacesOnly(agreed))
                .hasMessage("the upgrade keeps what was agreed to be deleted or replaced:"
                        + " {dev-base=[azurerm_subnet.Old], dev-product=[azurerm_storage_account.Lake]}");
    }

    /** An app of a base and products with a group each. */
    private Path app(String version, String id, String... products) throws IOException {
        Path outdir = Files.createDirectories(folder.resolve(version));
        StringBuilder manifest = new StringBuilder("{\"stacks\": {\"dev-base\": {\"dependencies\": []}");
        write(outdir, "dev-base", id);
        for (String product : products) {
            manifest.append(", \"%s\": {\"dependencies\": [\"dev-base\"]}".formatted(product));
            write(outdir, product, "Group");
        }
        Files.writeString(outdir.resolve("manifest.json"), manifest.append("}}"));
        return outdir;
    }

    private static void write(Path outdir, String stack, String id) throws IOException {
        Files.writeString(
                Files.createDirectories(outdir.resolve("stacks").resolve(stack)).resolve("cdk.tf.json"),
                """
                        {
                          "terraform": {
                            "backend": {"local": {"path": "../../../terraform.%1$s.tfstate"}},
                            "required_providers": {"azurerm": {"source": "azurerm", "version": "4.55.0"}}
                          },
                          "provider": {"azurerm": [{"features": {}}]},
                          "resource": {"azurerm_resource_group": {
                            "%2$s": {"name": "rg-%2$s-%1$s", "location": "westeurope"},
                            "Other": {"name": "rg-other-%1$s", "location": "westeurope"}
                          }}
                        }
                        """.formatted(stack, id));
    }

    @Test
    void aRenamedConstructAndAStackThatIsGoneAreNoticed(Emulator azure) throws IOException {
        // Not below the temporary folder: its deletion warns of every link to a provider.
        Path work = Path.of("target", "life-cycle", folder.getFileName() + "-upgrade");
        Workspace workspace = new Workspace(azure, Files.createDirectories(work), folder);
        DeployedStacks before = workspace.stacks(app("v1", "Group", "dev-old"), "dev-");
        DeployedStacks now = workspace.stacks(app("v2", "Renamed", "dev-new"), "dev-");
        assertThatThrownBy(() -> before.upgradeTo(now))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("nothing of dev-(base|old) is deployed: apply it first");
        DeployedStacksAssert.assertThat(before).apply();
        Upgrade upgrade = before.upgradeTo(now);
        assertThatThrownBy(() -> assertThat(upgrade).replacesOnly(Map.of()))
                .hasMessageStartingWith("the upgrade deletes or replaces what was not agreed to:"
                        + " {dev-base=[azurerm_resource_group.Group],"
                        + " dev-old=[azurerm_resource_group.Group, azurerm_resource_group.Other]}");
        assertThat(upgrade)
                .replacesOnly(Map.of(
                        "dev-base", Set.of("azurerm_resource_group.Group"),
                        "dev-old", Set.of("azurerm_resource_group.Group", "azurerm_resource_group.Other")));
        DeployedStacksAssert.assertThat(now).stayAsTheyAre().destroy();
        assertThat(azure.resources("Microsoft.Resources/resourceGroups")).isEmpty();
    }
}
