package io.terralake.deployhook.input;

import io.terralake.registration.input.BadInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that people or programs give to the hook: UTF-8, with or without a byte order mark. */
public final class TextFile {
    private TextFile() {}

    /**
     * Reads a file.
     *
     * @return its text without the byte order mark
     * @throws BadInputException when it is missing, no file, no UTF-8, or has NUL in it
     */
    public static String read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("%s: %s".formatted(file, Files.exists(file) ? "is no file" : "no such file"));
        }
        try {
            String text = Files.readString(file);
            if (text.indexOf('\0') >= 0) {
                throw new BadInputException("%s: has NUL characters, as UTF-16 has: save it as UTF-8".formatted(file));
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadInputException("%s: is no UTF-8 text: save it as UTF-8".formatted(file));
        } catch (IOException e) {
            throw new BadInputException("%s: cannot be read: %s".formatted(file, e.getMessage()));
        }
    }
}
