package io.terralake.emulator.state;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file with a {@link Line} for each change. A line that a killed process did not end is left out when it is read again. */
final class Journal implements AutoCloseable {
    private final Path file;
    private final StateLock lock;
    private @Nullable FileChannel out;

    private Journal(Path file, StateLock lock) {
        this.file = file;
        this.lock = lock;
    }

    static Journal open(Path given) throws IOException {
        Path file = StateFile.checked(given);
        return new Journal(file, StateLock.take(file));
    }

    /** Shows each change, in order. */
    void replay(Consumer<Line> change) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        byte[] all = Files.readAllBytes(file);
        int start = 0;
        for (int number = 1; start < all.length; number++) {
            int end = start;
            while (end < all.length && all[end] != '\n') {
                end++;
            }
            byte[] line = Arrays.copyOfRange(all, start, end);
            if (end < all.length || !Line.isCutOff(line)) {
                change.accept(parsed(line, number));
            }
            start = end + 1;
        }
    }

    private Line parsed(byte[] line, int number) throws IOException {
        try {
            return Line.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "state file %s, line %d is none of an emulator: %s".formatted(file, number, e.getMessage()), e);
        }
    }

    /** Begins anew with what there is. */
    void compact(Stream<Line> lines) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(OwnerOnly.create(next)))) {
            for (Line line : (Iterable<Line>) lines::iterator) {
                stream.write(line.bytes());
            }
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    void write(Line line) {
        if (out == null) {
            throw new IllegalStateException("not begun");
        }
        try {
            long end = out.size();
            try {
                ByteBuffer bytes = ByteBuffer.wrap(line.bytes());
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            } catch (IOException e) {
                // Half a line would spoil the next one.
                out.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("state file %s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            if (out != null) {
                out.close();
            }
        }
    }
}
