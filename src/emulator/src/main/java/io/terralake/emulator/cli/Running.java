package io.terralake.emulator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.emulator.state.OwnerOnly;
import io.terralake.emulator.state.StateLock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An emulator that runs by itself, as a file beside its state tells.
 *
 * @param pid its process
 * @param environment the variables by which providers come to it
 */
record Running(long pid, Map<String, String> environment) {
    private static final JsonMapper JSON = new JsonMapper();

    static Path file(Path state) {
        return state.resolveSibling(state.getFileName() + ".running");
    }

    /** What it prints, and what of its start went wrong. */
    static Path log(Path state) {
        return state.resolveSibling(state.getFileName() + ".log");
    }

    /** The one of a state file, when it still runs: its process has the state, and is no other that got its number. */
    static Optional<Running> of(Path state) throws IOException {
        if (!Files.exists(file(state))) {
            return Optional.empty();
        }
        Running running = read(file(state));
        OptionalLong holder = StateLock.holder(state);
        return holder.isPresent() && holder.getAsLong() == running.pid ? Optional.of(running) : Optional.empty();
    }

    private static Running read(Path file) throws IOException {
        try {
            return JSON.readValue(file.toFile(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IOException("%s is no file of an emulator: delete it".formatted(file), e);
        }
    }

    void write(Path state) throws IOException {
        Path next = state.resolveSibling(state.getFileName() + ".starting");
        try (OutputStream out = Channels.newOutputStream(OwnerOnly.create(next))) {
            JSON.writeValue(out, this);
        }
        Files.move(next, file(state), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
