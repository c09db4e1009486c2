package io.terralake.emulator.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A folder in which copies of stacks are deployed to an emulator, with their states, whatever backend the stacks have. The copies may be
 * destroyed, whatever {@code prevent_destroy} says, and wait for roles no longer than those take in the emulator. Versions of a stack have
 * its name in common, and the state.
 */
public final class Workspace {
    static final String STACK = "cdk.tf.json";

    private static final String ASSETS = "assets";
    private static final JsonMapper JSON = new JsonMapper();

    private final Emulator azure;
    private final Path folder;
    private final Path root;
    private final Map<String, Path> sources = new ConcurrentHashMap<>();
    private final Set<String> applied = ConcurrentHashMap.newKeySet();

    /**
     * @param folder an empty one
     * @param root where {@code cdktf.out} stands in the project: its folders are found by the relative paths of stacks
     * @throws IllegalArgumentException when the root is no folder
     */
    public Workspace(Emulator azure, Path folder, Path root) {
        this.azure = azure;
        this.root = root.toAbsolutePath().normalize();
        if (!Files.isDirectory(this.root)) {
            throw new IllegalArgumentException("the root \"%s\" is no folder".formatted(this.root));
        }
        this.folder = folder.toAbsolutePath();
    }

    /**
     * A stack as it was synthesized.
     *
     * @param outdir the output folder of a synthesis, such as {@code cdktf.out}
     * @param name such as {@code dev-landing-zone}
     * @throws IllegalArgumentException when the folder has no such stack: it was not synthesized
     */
    public DeployedStack stack(Path outdir, String name) {
        Path source = outdir.toAbsolutePath().resolve("stacks").resolve(name).resolve(STACK);
        if (!Files.exists(source)) {
            throw new IllegalArgumentException(
                    "there is no stack \"%s\" in %s: synthesize it first".formatted(name, outdir));
        }
        return new DeployedStack(this, source, name);
    }

    /**
     * The stacks of an app whose names start with a prefix, such as {@code dev-}, with what they depend on among each other.
     *
     * @param outdir the output folder of a synthesis
     * @throws IllegalArgumentException when there are none
     */
    public DeployedStacks stacks(Path outdir, String prefix) {
        Map<String, DeployedStack> stacks = new HashMap<>();
        Map<String, List<String>> needs = new HashMap<>();
        for (Map.Entry<String, JsonNode> stack : manifest(outdir).path("stacks").properties()) {
            if (stack.getKey().startsWith(prefix)) {
                stacks.put(stack.getKey(), stack(outdir, stack.getKey()));
                needs.put(stack.getKey(), names(stack.getValue().path("dependencies")));
            }
        }
        needs.replaceAll(
                (name, needed) -> needed.stream().filter(stacks::containsKey).toList());
        if (stacks.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no stack \"%s*\" in %s: synthesize it first".formatted(prefix, outdir));
        }
        return new DeployedStacks(stacks, needs);
    }

    private static JsonNode manifest(Path outdir) {
        Path manifest = outdir.resolve("manifest.json");
        if (!Files.exists(manifest)) {
            throw new IllegalArgumentException(
                    "%s is no output folder of a synthesis, it has no manifest.json: synthesize first"
                            .formatted(outdir));
        }
        try {
            return read(manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    void lead(ProcessBuilder process) {
        azure.lead(process);
    }

    /** Requests of this test that nothing emulates. */
    List<String> notEmulated() {
        return azure.notEmulated();
    }

    /** Takes down that a version of a stack was applied, well or not. */
    void noteApplied(String name) {
        applied.add(name);
    }

    boolean wasApplied(String name) {
        return applied.contains(name);
    }

    /** The folder that Terraform works in, with the stack in it as the source says. */
    Path prepared(Path source, String name) {
        Path target = folder.resolve("cdktf.out/stacks").resolve(name);
        try {
            Files.createDirectories(target);
            linkFolders();
            linkAssets(source.getParent(), target);
            ObjectNode stack = read(source);
            Loosened.loosen(stack, azure.propagation());
            States.keepHere(stack, name, source.getParent().getParent());
            // Terraform shows the lines that errors are in.
            Files.writeString(target.resolve(STACK), stack.toPrettyString());
            if (!source.equals(sources.get(name))) {
                // Providers are other ones perhaps; where they come from is no business of the emulator.
                Files.deleteIfExists(target.resolve(".terraform.lock.hcl"));
                new Terraform().init(target, process -> {}, source.toString());
                sources.put(name, source);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode read(Path file) throws IOException {
        try {
            if (JSON.readTree(file.toFile()) instanceof ObjectNode object) {
                return object;
            }
            throw new IllegalArgumentException("%s is no object of JSON: synthesize it again".formatted(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s is no JSON, line %d: %s: synthesize it again"
                            .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        }
    }

    /** Relative paths of a stack lead to the folders beside the output. */
    private synchronized void linkFolders() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.toList()) {
                Path link = folder.resolve(entry.getFileName());
                if (Files.isDirectory(entry) && !Files.exists(link)) {
                    Files.createSymbolicLink(link, entry);
                }
            }
        }
    }

    /** The files of the assets that a version of a stack has. */
    private static void linkAssets(Path source, Path target) throws IOException {
        Files.deleteIfExists(target.resolve(ASSETS));
        if (Files.isDirectory(source.resolve(ASSETS))) {
            Files.createSymbolicLink(target.resolve(ASSETS), source.resolve(ASSETS));
        }
    }
}
