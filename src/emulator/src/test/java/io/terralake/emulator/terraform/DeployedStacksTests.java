package io.terralake.emulator.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployedStacksTests {
    @TempDir
    Path folder;

    private DeployedStacks stacks() throws IOException {
        Path outdir = Files.createDirectories(folder.resolve("cdktf.out"));
        Files.writeString(outdir.resolve("manifest.json"), """
                {"stacks": {
                  "dev-product": {"dependencies": ["dev-base"]}, "dev-base": {"dependencies": []},
                  "prod-base": {"dependencies": []}}}
                """);
        for (String name : List.of("dev-product", "dev-base", "prod-base")) {
            Files.writeString(
                    Files.createDirectories(outdir.resolve("stacks").resolve(name))
                            .resolve("cdk.tf.json"),
                    "{}");
        }
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            return new Workspace(azure, folder, folder).stacks(outdir, "dev-");
        }
    }

    @Test
    void worksInTheOrderOfWhatNeedsWhat() throws IOException {
        DeployedStacks stacks = stacks();
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        stacks.inOrder(stack -> seen.add(stack.name()));
        stacks.inReverse(stack -> seen.add(stack.name()));
        assertThat(seen).containsExactly("dev-base", "dev-product", "dev-product", "dev-base");
    }

    @Test
    void failsWithTheFailureItself() throws IOException {
        DeployedStacks stacks = stacks();
        ProvidersMissingException missing = new ProvidersMissingException("dev-base", "none");
        assertThatThrownBy(() -> stacks.inOrder(stack -> {
                    throw missing;
                }))
                .isSameAs(missing);
        assertThatThrownBy(() -> stacks.inOrder(stack -> {
                    throw new AssertionError("wrong");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("wrong");
    }

    @Test
    void failsWithAllThatFailed() throws IOException {
        DeployedStack base = stacks().stacks().get("dev-base");
        DeployedStack product = stacks().stacks().get("dev-product");
        DeployedStacks beside = new DeployedStacks(
                Map.of("dev-base", base, "dev-product", product),
                Map.of("dev-base", List.of(), "dev-product", List.of()));
        assertThatThrownBy(() -> beside.inOrder(stack -> {
                    throw new IllegalStateException(stack.name());
                }))
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1))
                .satisfies(failure -> assertThat(List.of(failure.getMessage(), failure.getSuppressed()[0].getMessage()))
                        .containsExactlyInAnyOrder("dev-base", "dev-product"));
        assertThatThrownBy(() -> stacks().inOrder(stack -> {
                    throw new IllegalStateException(stack.name());
                }))
                .hasMessage("dev-base")
                .satisfies(failure -> assertThat(failure.getSuppressed()).isEmpty());
    }

    @Test
    void aNeedThatIsNoneOfThemIsRefused() throws IOException {
        DeployedStack base = stacks().stacks().get("dev-base");
        assertThatThrownBy(() -> new DeployedStacks(Map.of("dev-base", base), Map.of("dev-base", List.of("other"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("needs {dev-base=[other]} are not allowed: of each of [dev-base], the names of some");
        assertThatThrownBy(() -> new DeployedStacks(Map.of("dev-base", base), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatWasNotSynthesized() throws IOException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            Workspace workspace = new Workspace(azure, folder, folder);
            assertThatThrownBy(() -> workspace.stacks(folder, "dev-"))
                    .hasMessage("%s is no output folder of a synthesis, it has no manifest.json: synthesize first"
                            .formatted(folder));
            Files.writeString(folder.resolve("manifest.json"), "{\"stacks\"\n");
            assertThatThrownBy(() -> workspace.stacks(folder, "dev-"))
                    .hasMessageStartingWith("%s is no JSON, line 2: ".formatted(folder.resolve("manifest.json")))
                    .hasMessageEndingWith(": synthesize it again");
            Files.writeString(folder.resolve("manifest.json"), "{\"stacks\": {}}");
            assertThatThrownBy(() -> workspace.stacks(folder, "dev-"))
                    .hasMessage("there is no stack \"dev-*\" in %s: synthesize it first".formatted(folder));
        }
    }
}
