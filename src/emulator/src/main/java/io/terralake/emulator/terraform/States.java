package io.terralake.emulator.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Leads a copy of a stack to states of the workspace. Where an app keeps those of what is really deployed, which for a stack without a backend of
 * its own is a file of the project, is neither read nor written.
 */
final class States {
    private States() {}

    /**
     * Changes the backend of a stack, and where it reads the outputs of others.
     *
     * @param stacks the folder that has the app's stacks, each with a folder of its own
     */
    static void keepHere(ObjectNode stack, String name, Path stacks) throws IOException {
        ObjectNode terraform = stack.withObject("/terraform");
        terraform.remove("cloud");
        terraform.putObject("backend").putObject("local").put("path", file(name));
        for (JsonNode each : stack.at("/data/terraform_remote_state")) {
            Optional<String> owner = owner(each, stacks);
            if (owner.isPresent() && each instanceof ObjectNode read) {
                read.put("backend", "local").putObject("config").put("path", file(owner.get()));
                read.remove("workspace");
            }
        }
    }

    private static String file(String name) {
        return "../../../terraform.%s.tfstate".formatted(name);
    }

    /** The stack whose state is read; empty when it is none of the app. */
    private static Optional<String> owner(JsonNode read, Path stacks) throws IOException {
        try (Stream<Path> folders = Files.list(stacks)) {
            for (Path folder : folders.sorted().toList()) {
                Path file = folder.resolve(Workspace.STACK);
                if (Files.exists(file) && isKept(Workspace.read(file).path("terraform"), read)) {
                    return Optional.of(folder.getFileName().toString());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a stack keeps its state where another one reads it. */
    private static boolean isKept(JsonNode terraform, JsonNode read) {
        String backend = read.path("backend").asText();
        JsonNode config = read.path("config");
        return terraform.path("backend").path(backend).equals(config)
                || backend.equals("remote") && terraform.path("cloud").equals(config);
    }
}
