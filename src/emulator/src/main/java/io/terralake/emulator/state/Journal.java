package io.terralake.emulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file with a line of JSON for each change. A line that a killed process did not end is left out when it is read again. */
final class Journal implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private @Nullable BufferedWriter out;

    private Journal(Path file) {
        this.file = file;
    }

    static Journal open(Path file) throws IOException {
        if (file.toAbsolutePath().getParent() == null
                || !Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw new IOException("state file %s: its folder does not exist".formatted(file));
        }
        return new Journal(file);
    }

    /** Shows each change, in order; no JSON for what was taken away. */
    void replay(Change change) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line;
            try {
                line = JSON.readTree(lines.get(i));
                change.made(
                        Space.valueOf(line.required("space").asText()),
                        line.required("key").asText(),
                        line.get("json") instanceof ObjectNode json ? json : null);
            } catch (IOException | IllegalArgumentException e) {
                if (i < lines.size() - 1 || i == 0) {
                    throw new IOException(
                            "state file %s, line %d is none of an emulator: %s".formatted(file, i + 1, e.getMessage()),
                            e);
                }
            }
        }
    }

    /** Begins anew with what there is. */
    void compact(Map<Space, ? extends Map<String, ObjectNode>> spaces) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (BufferedWriter writer = Files.newBufferedWriter(next)) {
            for (Map.Entry<Space, ? extends Map<String, ObjectNode>> space : spaces.entrySet()) {
                for (Map.Entry<String, ObjectNode> entry : space.getValue().entrySet()) {
                    writer.write(line(space.getKey(), entry.getKey(), entry.getValue()));
                }
            }
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        out = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
    }

    void write(Space space, String key, @Nullable ObjectNode json) {
        try {
            if (out != null) {
                out.write(line(space, key, json));
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("state file %s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    private static String line(Space space, String key, @Nullable ObjectNode json) {
        ObjectNode line = JSON.createObjectNode().put("space", space.name()).put("key", key);
        if (json != null) {
            line.set("json", json);
        }
        return line + "\n";
    }

    /** What is done with a change. */
    interface Change {
        void made(Space space, String key, @Nullable ObjectNode json);
    }
}
