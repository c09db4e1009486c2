package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.LinkedService;
import org.jspecify.annotations.Nullable;

/**
 * Where a copy puts its data on the way: into a dedicated SQL pool it is faster so, and between networks it may be needed.
 *
 * @param linkedService a connection to Blob storage or to a data lake
 * @param path the container, and the folder in it; null for a container that the service makes
 * @param compressed whether the data are compressed on the way
 * @see <a href="https://learn.microsoft.com/azure/data-factory/copy-activity-performance-features#staged-copy">Staged copy</a>
 */
public record Staging(LinkedService linkedService, @Nullable String path, boolean compressed) {

    /** A container of the factory's own choice, without compression. */
    public static Staging in(LinkedService linkedService) {
        return new Staging(linkedService, null, false);
    }

    ObjectNode json() {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.set("linkedServiceName", Activity.reference(linkedService));
        if (path != null) {
            settings.put("path", path);
        }
        return settings.put("enableCompression", compressed);
    }
}
