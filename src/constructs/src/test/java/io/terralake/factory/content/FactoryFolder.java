package io.terralake.factory.content;

import io.terralake.factory.json.Finding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder that a test writes a factory's files into. */
record FactoryFolder(Path path) {
    static final Path SHOP = Path.of("src/test/resources/factory/shop");
    static final Path EXPORTED = Path.of("src/test/resources/factory/exported");

    /** The findings of its files. */
    List<String> said() {
        return said(path, ReadOptions.builder().build());
    }

    static List<String> said(Path path, ReadOptions options) {
        return FactoryFiles.read(path, options).findings().stream()
                .map(Finding::toString)
                .toList();
    }

    void write(String file, String text) {
        write(file, text, StandardCharsets.UTF_8);
    }

    void write(String file, String text, Charset charset) {
        try {
            Files.createDirectories(path.resolve(file).getParent());
            Files.writeString(path.resolve(file), text, charset);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void copy(Path from) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(from.relativize(file).toString(), Files.readString(file));
            }
        }
    }

    static String pipeline(String name, String activities) {
        return "{\"name\": \"%s\", \"properties\": {\"activities\": [%s]}}".formatted(name, activities);
    }

    static String waiting(String name, String description) {
        return "{\"name\": \"%s\", \"type\": \"Wait\", \"description\": \"%s\"}".formatted(name, description);
    }

    static String run(String pipeline) {
        return """
                {"name": "Run", "type": "ExecutePipeline", "typeProperties": {
                 "pipeline": {"referenceName": "%s", "type": "PipelineReference"}}}
                """.formatted(pipeline);
    }

    static String linkedService(String name, String type, String typeProperties) {
        return "{\"name\": \"%s\", \"properties\": {\"type\": \"%s\", \"typeProperties\": %s}}"
                .formatted(name, type, typeProperties);
    }

    static String trigger(String name, String type, String state, String typeProperties) {
        return "{\"name\": \"%s\", \"properties\": {\"type\": \"%s\", \"runtimeState\": \"%s\", \"pipelines\": [], \"typeProperties\": %s}}"
                .formatted(name, type, state, typeProperties);
    }
}
