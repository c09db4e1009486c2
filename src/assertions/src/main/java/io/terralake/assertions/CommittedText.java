package io.terralake.assertions;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A generated text that is committed, so that a pull request shows how it changes. {@code -Dterralake.update} on the
 * Maven command line rewrites every such text.
 */
public final class CommittedText {
    /** The system property that turns verification into rewriting. */
    public static final String UPDATE_SWITCH = "terralake.update";

    private static final int CONTEXT_LINES = 3;

    private final Path file;

    private CommittedText(Path file) {
        this.file = file;
    }

    public static CommittedText at(Path file) {
        return new CommittedText(file);
    }

    /**
     * Rewrites the file, or compares it.
     *
     * @throws AssertionError with a diff when the file does not hold this text
     */
    public void verify(String text) {
        if (isUpdate()) {
            write(text);
        }
        difference(text).ifPresent(difference -> {
            throw new AssertionError(difference + System.lineSeparator() + howToUpdate());
        });
    }

    /** Whether this run rewrites committed texts. */
    static boolean isUpdate() {
        String value = System.getProperty(UPDATE_SWITCH);
        return value != null && !value.equals("false");
    }

    static String howToUpdate() {
        return "If that is intended: mvn -B verify -D" + UPDATE_SWITCH + ", and read the diff before you commit it.";
    }

    /** How the file differs from a text, as a unified diff; empty when it does not. */
    Optional<String> difference(String text) {
        if (!Files.exists(file)) {
            return Optional.of("%s does not exist".formatted(file));
        }
        String committed = read();
        if (committed.equals(text)) {
            return Optional.empty();
        }
        List<String> before = committed.lines().toList();
        List<String> after = text.lines().toList();
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                file + " (committed)", file + " (now)", before, DiffUtils.diff(before, after), CONTEXT_LINES);
        return Optional.of(String.join(System.lineSeparator(), diff));
    }

    /** The committed lines; none when there is no file. */
    List<String> lines() {
        return Files.exists(file) ? read().lines().toList() : List.of();
    }

    void write(String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The committed text, with line feeds whatever git made of them. */
    private String read() {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
