package io.terralake.databricks;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.storage.LakeFolder;
import io.terralake.storage.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Properties of an {@link ExternalLocation}.
 *
 * @param name the name in the metastore, unique there
 * @param credential how Unity Catalog reaches the lake
 * @param zone the zone
 * @param folder a folder in it, without a slash at its ends; locations must not overlap; @default the whole zone
 * @param readOnly whether nobody can write there; @default false
 */
@RecordBuilder
public record ExternalLocationProps(
        String name,
        StorageCredential credential,
        Zone zone,
        @Nullable String folder,
        @Nullable Boolean readOnly) {

    public ExternalLocationProps {
        readOnly = readOnly != null && readOnly;
        LakeFolder.check(folder);
    }

    public static ExternalLocationPropsBuilder builder() {
        return ExternalLocationPropsBuilder.builder();
    }
}
