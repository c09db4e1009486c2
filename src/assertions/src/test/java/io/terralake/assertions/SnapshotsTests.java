package io.terralake.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AssetType;
import com.hashicorp.cdktf.TerraformAsset;
import com.hashicorp.cdktf.TerraformAssetConfig;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTests {
    private final String updating = System.getProperty(CommittedText.UPDATE_SWITCH);

    @TempDir
    Path outdir;

    @TempDir
    Path folder;

    @AfterEach
    void restoreTheSwitch() {
        update(updating != null);
    }

    @Test
    void writesSortedJsonWithoutMetadataWhenAsked() throws IOException {
        write("rg");
        assertThat(Files.readString(folder.resolve("stack.tf.json")))
                .startsWith("{\n  \"provider\": {\n    \"azurerm\": [\n")
                .contains("        \"location\": \"westeurope\",\n        \"name\": \"rg\"\n")
                .doesNotContain("\"//\"")
                .endsWith("}\n");
        Snapshots.in(folder).verify(app("rg"));
    }

    @Test
    void showsWhatChanged() {
        write("rg");
        assertThatThrownBy(() -> Snapshots.in(folder).verify(app("rg-renamed")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "stack.tf.json (committed)",
                        "-        \"name\": \"rg\"",
                        "+        \"name\": \"rg-renamed\"",
                        "mvn -B verify -Dterralake.update");
    }

    @Test
    void missesASnapshot() {
        update(false);
        assertThatThrownBy(() -> Snapshots.in(folder).verify(app("rg")))
                .hasMessageContaining("stack.tf.json does not exist");
    }

    @Test
    void findsASnapshotWithoutAStackAndRemovesItWhenAsked() throws IOException {
        write("rg");
        Path orphan = Files.writeString(folder.resolve("gone.tf.json"), "{}");
        assertThatThrownBy(() -> Snapshots.in(folder).verify(app("rg")))
                .hasMessageContaining("gone.tf.json has no stack any more");
        write("rg");
        assertThat(orphan).doesNotExist();
    }

    @Test
    void leavesAssetHashesOut() throws IOException {
        Path asset = Files.writeString(folder.resolve("asset.txt"), "content");
        App app = Fixtures.app(outdir);
        TerraformStack stack = Fixtures.stack(app, "stack");
        TerraformAsset file = new TerraformAsset(
                stack,
                "file",
                TerraformAssetConfig.builder()
                        .path(asset.toString())
                        .type(AssetType.FILE)
                        .build());
        new TerraformOutput(
                stack,
                "path",
                TerraformOutputConfig.builder().value(file.getPath()).build());
        update(true);
        Snapshots.in(folder).verify(SynthesizedApp.of(app));
        assertThat(Files.readString(folder.resolve("stack.tf.json"))).contains("assets/file/<asset-hash>/asset.txt");
    }

    private void write(String name) {
        update(true);
        Snapshots.in(folder).verify(app(name));
        update(false);
    }

    private SynthesizedApp app(String name) {
        App app = Fixtures.app(outdir);
        Fixtures.group(Fixtures.stack(app, "stack"), "Group", name);
        return SynthesizedApp.of(app);
    }

    private static void update(boolean on) {
        if (on) {
            System.setProperty(CommittedText.UPDATE_SWITCH, "true");
        } else {
            System.clearProperty(CommittedText.UPDATE_SWITCH);
        }
    }
}
