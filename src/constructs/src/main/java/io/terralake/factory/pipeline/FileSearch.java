package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a dataset a copy reads. Patterns have {@code *} for any letters and {@code ?} for one.
 *
 * @param folders a pattern of folders, from the container or zone on, in place of the dataset's folder, such as
 *     {@code text("cars/", parameter("Day"), "/*")}; @default the dataset's folder
 * @param names a pattern of names, such as {@code text("*.csv")}; @default all files
 * @param recursive whether folders below are searched too; @default true
 * @param modifiedFrom the earliest time of the last change, such as {@code text("2026-11-26T00:00:00Z")}; @default any
 * @param modifiedTo the time before which the last change was; @default any
 * @param deleteAfterwards whether a file is deleted when it was copied; @default false
 * @param maxConcurrentConnections how many connections at once, 1 or more; @default the service's
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-azure-blob-storage#blob-storage-as-a-source-type">Blob
 *     storage as a source type</a>
 */
@RecordBuilder
public record FileSearch(
        @Nullable Expression folders,
        @Nullable Expression names,
        @Nullable Boolean recursive,
        @Nullable Expression modifiedFrom,
        @Nullable Expression modifiedTo,
        @Nullable Boolean deleteAfterwards,
        @Nullable Integer maxConcurrentConnections) {

    /** @throws IllegalArgumentException when the number of connections is not allowed */
    public FileSearch {
        recursive = recursive == null || recursive;
        deleteAfterwards = deleteAfterwards != null && deleteAfterwards;
        if (maxConcurrentConnections != null) {
            Limits.check("number of connections", maxConcurrentConnections, 1, Integer.MAX_VALUE, "");
        }
    }

    public static FileSearchBuilder builder() {
        return FileSearchBuilder.builder();
    }

    void write(ObjectNode store) {
        store.put("recursive", recursive);
        put(store, "wildcardFolderPath", folders);
        put(store, "wildcardFileName", names == null && folders != null ? Expression.text("*") : names);
        put(store, "modifiedDatetimeStart", modifiedFrom);
        put(store, "modifiedDatetimeEnd", modifiedTo);
        if (Boolean.TRUE.equals(deleteAfterwards)) {
            store.put("deleteFilesAfterCompletion", true);
        }
        if (maxConcurrentConnections != null) {
            store.put("maxConcurrentConnections", maxConcurrentConnections);
        }
    }

    private static void put(ObjectNode store, String property, @Nullable Expression value) {
        if (value != null) {
            store.set(property, value.json());
        }
    }
}
