package io.terralake.storage;

import org.jspecify.annotations.Nullable;

/** The form of paths in a zone. */
public final class LakeFolder {
    private LakeFolder() {}

    /**
     * Checks a folder in a zone.
     *
     * @param folder null for the whole zone
     * @throws IllegalArgumentException when it is empty, has a slash at an end, or a backslash
     */
    public static void check(@Nullable String folder) {
        if (folder != null
                && (folder.isEmpty() || folder.startsWith("/") || folder.endsWith("/") || folder.contains("\\"))) {
            throw new IllegalArgumentException(
                    "folder \"%s\" is not allowed: a path in the zone, with / between its parts only"
                            .formatted(folder));
        }
    }
}
