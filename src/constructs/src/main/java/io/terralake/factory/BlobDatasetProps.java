package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.Sorted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link BlobDataset}.
 *
 * @param name the name in the factory
 * @param storage how the factory reaches the account, a connection of the type Azure Blob Storage
 * @param container the container's name, with parameters where it differs: {@code @{dataset().shop}}
 * @param format how the files are written
 * @param folder the folder of the files, such as {@code cars/raw}, with parameters likewise; @default the whole container
 * @param file one file in the folder, with parameters likewise; @default all of them
 * @param parameters what activities say when they use the dataset, by name; @default none
 * @param notes description, annotations and folder in the studio; @default none
 */
@RecordBuilder
public record BlobDatasetProps(
        String name,
        LinkedService storage,
        String container,
        FileFormat format,
        @Nullable String folder,
        @Nullable String file,
        @Nullable Map<String, Parameter> parameters,
        @Nullable ArtifactNotes notes) {

    /** @throws IllegalArgumentException when text is not allowed, or has an expression that is wrong */
    public BlobDatasetProps {
        parameters = Sorted.copyOrEmpty(parameters);
        DatasetText.check("container", container, parameters);
        FileDatasetProps.checkPath("folder", folder, parameters);
        FileDatasetProps.checkPath("file", file, parameters);
    }

    public static BlobDatasetPropsBuilder builder() {
        return BlobDatasetPropsBuilder.builder();
    }
}
