package io.terralake.emulator.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file must be for an emulator to keep its state in it. */
public final class StateFile {
    private StateFile() {}

    /**
     * The file itself, of a link too.
     *
     * @throws IOException when it cannot be written, or is no file
     */
    public static Path checked(Path given) throws IOException {
        Path file = Files.exists(given) ? given.toRealPath() : given.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("state file %s: its folder does not exist".formatted(given));
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("state file %s is %s, no file"
                    .formatted(given, Files.isDirectory(file) ? "a folder" : "a device or the like"));
        }
        if (!Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
            throw new IOException("state file %s cannot be written: it, or its folder, is read-only".formatted(given));
        }
        return file;
    }
}
