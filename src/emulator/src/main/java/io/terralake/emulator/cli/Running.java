package io.terralake.emulator.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

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

    /** The one of a state file, when it still runs. */
    static Optional<Running> of(Path state) throws IOException {
        if (!Files.exists(file(state))) {
            return Optional.empty();
        }
        Running running = JSON.readValue(file(state).toFile(), new TypeReference<>() {});
        return ProcessHandle.of(running.pid).filter(ProcessHandle::isAlive).map(process -> running);
    }

    void write(Path state) throws IOException {
        Path next = state.resolveSibling(state.getFileName() + ".starting");
        JSON.writeValue(next.toFile(), this);
        Files.move(next, file(state), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
