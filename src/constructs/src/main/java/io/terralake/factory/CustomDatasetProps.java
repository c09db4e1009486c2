package io.terralake.factory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.Sorted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link CustomDataset}.
 *
 * @param name the name in the factory
 * @param linkedService what the data is behind
 * @param type the dataset's type in the service, such as {@code SnowflakeTable}
 * @param typeProperties what the type wants, as JSON
 * @param parameters what activities say when they use the dataset, by name; @default none
 * @param notes description, annotations and folder in the studio; @default none
 */
@RecordBuilder
public record CustomDatasetProps(
        String name,
        LinkedService linkedService,
        String type,
        ObjectNode typeProperties,
        @Nullable Map<String, Parameter> parameters,
        @Nullable ArtifactNotes notes) {

    public CustomDatasetProps {
        parameters = Sorted.copyOrEmpty(parameters);
    }

    public static CustomDatasetPropsBuilder builder() {
        return CustomDatasetPropsBuilder.builder();
    }
}
