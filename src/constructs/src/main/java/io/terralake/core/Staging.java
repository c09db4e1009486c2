package io.terralake.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.policy.Finding;
import io.terralake.policy.Policy;
import io.terralake.policy.PolicyViolationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What CDKTF synthesized, until all of it has been checked.
 *
 * @param folder where it is
 */
record Staging(Path folder) {

    static Staging create() throws IOException {
        return new Staging(Files.createTempDirectory("terralake-synth"));
    }

    /**
     * Refuses stacks with faults.
     *
     * @throws IOException when constructs were annotated with errors
     * @throws PolicyViolationException when a stack does not hold to the policy
     */
    void check(Policy policy) throws IOException {
        JsonMapper json = new JsonMapper();
        JsonNode stacks = read(json, "manifest.json").path("stacks");
        failOnErrors(stacks);
        failOnFindings(policy, json, stacks);
    }

    void publish(Path outdir) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = outdir.resolve(folder.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The CDKTF CLI asks apps to go on in spite of error annotations, and would publish what they are about. */
    private static void failOnErrors(JsonNode stacks) throws IOException {
        List<String> errors = StreamSupport.stream(stacks.spliterator(), false)
                .flatMap(stack -> StreamSupport.stream(stack.path("annotations").spliterator(), false))
                .filter(annotation -> annotation.path("level").asText().equals("@cdktf/error"))
                .map(annotation -> "%s (at %s)"
                        .formatted(
                                annotation.path("message").asText(),
                                annotation.path("constructPath").asText()))
                .toList();
        if (!errors.isEmpty()) {
            throw new IOException(String.join(System.lineSeparator(), errors));
        }
    }

    /** Stacks beside each other: Node.js has nothing to do by then. */
    private void failOnFindings(Policy policy, JsonMapper json, JsonNode stacks) {
        List<Finding> findings = stacks.properties().parallelStream()
                .flatMap(stack ->
                        policy
                                .check(
                                        stack.getKey(),
                                        read(
                                                json,
                                                stack.getValue()
                                                        .path("synthesizedStackPath")
                                                        .asText()))
                                .stream())
                .toList();
        if (!findings.isEmpty()) {
            throw new PolicyViolationException(findings);
        }
    }

    private JsonNode read(JsonMapper json, String file) {
        try {
            return json.readTree(folder.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
