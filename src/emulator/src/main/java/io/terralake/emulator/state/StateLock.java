package io.terralake.emulator.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a state file for one emulator. The lock is one of the system, on a file beside the state that says which process has it: a process that is
 * gone has none, however it ended. The file stays, since two who made it anew at once would both have a lock.
 */
public final class StateLock implements AutoCloseable {
    /** Beyond the number of the process: where locks keep readers out too, it can be read all the same. */
    private static final long LOCKED = 1024;

    /** The system forgets a lock of a process when the process closes the file a second time. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private StateLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws IOException when another emulator has it */
    static StateLock take(Path state) throws IOException {
        Path file = file(state);
        if (!OWN.add(file)) {
            throw taken(state, ProcessHandle.current().pid());
        }
        try {
            return new StateLock(file, locked(state, file));
        } catch (IOException e) {
            OWN.remove(file);
            throw e;
        }
    }

    private static FileChannel locked(Path state, Path file) throws IOException {
        FileChannel channel = OwnerOnly.open(file);
        if (channel.tryLock(LOCKED, 1, false) == null) {
            channel.close();
            throw taken(state, pid(file).orElse(0));
        }
        long pid = ProcessHandle.current().pid();
        channel.truncate(0).write(ByteBuffer.wrap(Long.toString(pid).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    /** The process whose emulator has a state file; empty when none has. */
    public static OptionalLong holder(Path state) throws IOException {
        Path file = file(state);
        if (!Files.exists(file)) {
            return OptionalLong.empty();
        }
        if (OWN.contains(file)) {
            return OptionalLong.of(ProcessHandle.current().pid());
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.tryLock(LOCKED, 1, true) == null ? pid(file) : OptionalLong.empty();
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            OWN.remove(file);
        }
    }

    private static Path file(Path state) throws IOException {
        Path real = Files.exists(state) ? state.toRealPath() : state.toAbsolutePath();
        return real.resolveSibling(real.getFileName() + ".lock");
    }

    private static OptionalLong pid(Path file) throws IOException {
        String text = Files.readString(file).strip();
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private static IOException taken(Path state, long pid) {
        return new IOException(
                "state file %s is in use by another emulator, process %d: stop that one, or name another file"
                        .formatted(state, pid));
    }
}
