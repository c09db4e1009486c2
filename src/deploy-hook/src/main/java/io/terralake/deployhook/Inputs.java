package io.terralake.deployhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.deployment.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stacks declared, as {@code cdktf deploy --outputs-file} writes it down, or a file with one declaration. */
final class Inputs {
    private Inputs() {}

    /**
     * The declarations in a file of outputs.
     *
     * @param stack the one stack that counts; null for all
     * @throws BadInputException when the file is missing or malformed, or has no such stack
     */
    static List<Deployment> ofOutputs(Path file, @Nullable String stack) {
        JsonNode outputs = parse(file);
        if (!outputs.isObject()) {
            throw new BadInputException("%s: the outputs of stacks are expected, an object".formatted(file));
        }
        Map<String, JsonNode> stacks = new TreeMap<>();
        outputs.properties().forEach(entry -> stacks.put(entry.getKey(), entry.getValue()));
        if (stack != null && !stacks.containsKey(stack)) {
            throw new BadInputException(
                    "%s: there is no stack \"%s\", there are %s".formatted(file, stack, stacks.keySet()));
        }
        List<Deployment> deployments = new ArrayList<>();
        stacks.forEach((name, values) -> {
            if ((stack == null || stack.equals(name)) && values.has(Deployment.OUTPUT)) {
                String pointer = "%s#/%s/%s".formatted(file, name, Deployment.OUTPUT);
                deployments.add(deployment(pointer, values.get(Deployment.OUTPUT)));
            }
        });
        return deployments;
    }

    /** The declaration in a file of its own. */
    static Deployment ofFile(Path file) {
        return deployment(file + "#", parse(file));
    }

    /** The declaration that a Terraform provisioner passes on. */
    static Deployment ofText(String source, String text) {
        return deployment(source, StrictJson.read(source, text));
    }

    private static Deployment deployment(String source, JsonNode value) {
        int version = value.path("version").asInt(0);
        if (version != Deployment.VERSION) {
            throw new BadInputException(
                    "%s/version: %s is not known, only %d: use the hook of the same release as the stacks"
                            .formatted(source, value.path("version"), Deployment.VERSION));
        }
        return StrictJson.to(Deployment.class, source, value);
    }

    private static JsonNode parse(Path file) {
        try {
            return StrictJson.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new BadInputException("%s: cannot be read: %s"
                    .formatted(file, Files.exists(file) ? String.valueOf(e.getMessage()) : "no such file"));
        }
    }
}
