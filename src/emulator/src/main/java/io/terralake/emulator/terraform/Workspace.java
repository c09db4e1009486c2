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
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A folder in which copies of stacks are deployed to an emulator, with their states. The copies may be destroyed, whatever
 * {@code prevent_destroy} says, and wait for roles no longer than those take in the emulator.
 */
public final class Workspace {
    private static final JsonMapper JSON = new JsonMapper();

    private final Emulator azure;
    private final Path folder;
    private final Path root;
    private final Map<String, Path> sources = new ConcurrentHashMap<>();

    /**
     * @param folder an empty one
     * @param root where {@code cdktf.out} stands in the project: its folders are found by the relative paths of stacks
     */
    public Workspace(Emulator azure, Path folder, Path root) {
        this.azure = azure;
        this.root = root.toAbsolutePath().normalize();
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
        Path source = outdir.toAbsolutePath().resolve("stacks").resolve(name).resolve("cdk.tf.json");
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

    /** The folder that Terraform works in, with the stack in it as the source says. */
    Path prepared(Path source, String name) {
        Path target = folder.resolve("cdktf.out/stacks").resolve(name);
        try {
            Files.createDirectories(target);
            link();
            Files.writeString(
                    target.resolve("cdk.tf.json"), shortened(read(source)).toString());
            boolean other = !source.equals(sources.put(name, source));
            if (other) {
                // Providers are other ones perhaps; where they come from is no business of the emulator.
                Files.deleteIfExists(target.resolve(".terraform.lock.hcl"));
                new Terraform().init(target, process -> {}, source.toString());
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode read(Path file) throws IOException {
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
    private synchronized void link() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.toList()) {
                Path link = folder.resolve(entry.getFileName());
                if (Files.isDirectory(entry) && !Files.exists(link)) {
                    Files.createSymbolicLink(link, entry);
                }
            }
        }
    }

    /** What is asserted is over in minutes: nothing keeps it from being destroyed, and waits are no longer than roles take here. */
    private JsonNode shortened(ObjectNode stack) {
        for (JsonNode type : stack.path("resource")) {
            for (JsonNode resource : type) {
                if (resource.get("lifecycle") instanceof ObjectNode lifecycle) {
                    lifecycle.remove("prevent_destroy");
                }
            }
        }
        for (JsonNode each : stack.at("/resource/time_sleep")) {
            if (each instanceof ObjectNode sleep) {
                shorten(sleep, "create_duration", azure.propagation());
                shorten(sleep, "destroy_duration", Duration.ZERO);
            }
        }
        return stack;
    }

    private static void shorten(ObjectNode sleep, String field, Duration longest) {
        try {
            if (Duration.parse("PT" + sleep.path(field).asText()).compareTo(longest) > 0) {
                sleep.put(field, longest.toSeconds() + "s");
            }
        } catch (DateTimeParseException e) {
            // None, a few milliseconds, or an expression.
        }
    }
}
