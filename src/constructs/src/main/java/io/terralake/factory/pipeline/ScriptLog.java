package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.LinkedService;
import org.jspecify.annotations.Nullable;

/**
 * Where what a {@link Script} prints goes.
 *
 * @param store a linked service of Blob storage; null for the activity's output
 * @param path the folder in it; null for the activity's output
 */
public record ScriptLog(
        @Nullable LinkedService store, @Nullable String path) {

    /** @throws IllegalArgumentException when there is a store without a folder, or a folder without a store */
    public ScriptLog {
        if ((store == null) != (path == null)) {
            throw new IllegalArgumentException("a log has a store and a folder in it, or neither");
        }
    }

    /** Into the activity's output, as {@code outputLogs}, up to 2 MB. */
    public static ScriptLog toOutput() {
        return new ScriptLog(null, null);
    }

    /**
     * Into files.
     *
     * @param store a linked service of Blob storage
     */
    public static ScriptLog toFolder(LinkedService store, String path) {
        return new ScriptLog(store, path);
    }

    /** The settings as the service wants them. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("logDestination", store == null ? "ActivityOutput" : "ExternalStore");
        if (store != null) {
            json.putObject("logLocationSettings").put("path", path).set("linkedServiceName", Activity.reference(store));
        }
        return json;
    }
}
