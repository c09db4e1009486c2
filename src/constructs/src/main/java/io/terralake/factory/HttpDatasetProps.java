package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.Sorted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link HttpDataset}.
 *
 * @param name the name in the factory
 * @param http how the factory reaches the server, a connection of the type HTTP
 * @param format how the file is written
 * @param path where it is, from the address of the connection on, with parameters where it differs:
 *     {@code cars/@{dataset().day}.csv}; @default at that address
 * @param parameters what activities say when they use the dataset, by name; @default none
 * @param notes description, annotations and folder in the studio; @default none
 */
@RecordBuilder
public record HttpDatasetProps(
        String name,
        LinkedService http,
        FileFormat format,
        @Nullable String path,
        @Nullable Map<String, Parameter> parameters,
        @Nullable ArtifactNotes notes) {

    /** @throws IllegalArgumentException when text is not allowed, or has an expression that is wrong */
    public HttpDatasetProps {
        parameters = Sorted.copyOrEmpty(parameters);
        DatasetText.check("path", path, parameters);
    }

    public static HttpDatasetPropsBuilder builder() {
        return HttpDatasetPropsBuilder.builder();
    }
}
