package io.terralake.simulators;

import io.terralake.input.InputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A folder in which a file appears only when it is complete, and never in the place of another.
 *
 * @param path the folder; it is made when there is none
 */
public record OutputFolder(Path path) {

    /** @throws InputException when files cannot be written to it */
    public void check() {
        Path existing = path.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new InputException("%s: %s is no folder that can be written to".formatted(path, existing));
        }
    }

    /**
     * Adds a file.
     *
     * @param name its name
     * @param content all of it
     * @throws FileAlreadyExistsException when there is a file of that name, which stays as it is
     * @throws IOException when it cannot be written
     */
    public void add(String name, byte[] content) throws IOException {
        Files.createDirectories(path);
        // Neither Spark's readers nor a pattern such as *.png see it.
        Path partial = path.resolve(".%s.partial".formatted(UUID.randomUUID()));
        try {
            Files.write(partial, content, StandardOpenOption.CREATE_NEW);
            Files.move(partial, path.resolve(name));
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
