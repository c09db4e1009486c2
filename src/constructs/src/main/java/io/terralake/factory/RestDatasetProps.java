package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.Sorted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link RestDataset}.
 *
 * @param name the name in the factory
 * @param api how the factory reaches the API, a connection of the type REST
 * @param path where it is, from the address of the connection on, with parameters where it differs:
 *     {@code cars?day=@{dataset().day}}; @default at that address
 * @param parameters what activities say when they use the dataset, by name; @default none
 * @param notes description, annotations and folder in the studio; @default none
 */
@RecordBuilder
public record RestDatasetProps(
        String name,
        LinkedService api,
        @Nullable String path,
        @Nullable Map<String, Parameter> parameters,
        @Nullable ArtifactNotes notes) {

    /** @throws IllegalArgumentException when text is not allowed, or has an expression that is wrong */
    public RestDatasetProps {
        parameters = Sorted.copyOrEmpty(parameters);
        DatasetText.check("path", path, parameters);
    }

    public static RestDatasetPropsBuilder builder() {
        return RestDatasetPropsBuilder.builder();
    }
}
