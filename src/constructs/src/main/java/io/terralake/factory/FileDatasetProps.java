package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.Sorted;
import io.terralake.storage.LakeFolder;
import io.terralake.storage.Zone;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link FileDataset}.
 *
 * @param name the name in the factory
 * @param lake how the factory reaches the lake, a connection of the type Azure Data Lake Storage Gen2
 * @param zone the zone with the files
 * @param format how the files are written
 * @param folder the folder of the files, such as {@code cars/raw}; {@code @{dataset().day}} stands for the parameter
 *     {@code day}; @default the whole zone
 * @param file one file in the folder, with parameters likewise; @default all of them
 * @param parameters what activities say when they use the dataset, by name; @default none
 * @param notes description, annotations and folder in the studio; @default none
 */
@RecordBuilder
public record FileDatasetProps(
        String name,
        LinkedService lake,
        Zone zone,
        FileFormat format,
        @Nullable String folder,
        @Nullable String file,
        @Nullable Map<String, Parameter> parameters,
        @Nullable ArtifactNotes notes) {
    public FileDatasetProps {
        parameters = Sorted.copyOrEmpty(parameters);
        checkPath("folder", folder, parameters);
        checkPath("file", file, parameters);
    }

    public static FileDatasetPropsBuilder builder() {
        return FileDatasetPropsBuilder.builder();
    }

    static void checkPath(String what, @Nullable String path, Map<String, Parameter> parameters) {
        if (path != null) {
            LakeFolder.check(path);
            DatasetText.check(what, path, parameters);
        }
    }
}
