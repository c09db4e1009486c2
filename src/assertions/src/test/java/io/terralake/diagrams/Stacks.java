package io.terralake.diagrams;

import io.terralake.assertions.SynthesizedApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Apps to draw, given by the Terraform JSON of their stacks. */
final class Stacks {
    private Stacks() {}

    static SynthesizedApp read(Path folder, Map<String, String> jsonByName) {
        String stacks = jsonByName.keySet().stream()
                .map("\"%1$s\": {\"synthesizedStackPath\": \"%1$s.tf.json\"}"::formatted)
                .collect(Collectors.joining(", "));
        write(folder.resolve("manifest.json"), "{\"stacks\": {%s}}".formatted(stacks));
        jsonByName.forEach((name, json) -> write(folder.resolve(name + ".tf.json"), json));
        return SynthesizedApp.read(folder);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
