package io.terralake.factory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.azurerm.data_factory_custom_dataset.DataFactoryCustomDataset;
import com.hashicorp.cdktf.providers.azurerm.data_factory_custom_dataset.DataFactoryCustomDatasetConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_custom_dataset.DataFactoryCustomDatasetLinkedService;
import io.terralake.core.PlatformStack;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** Files of a zone as activities see them. Delta tables need no dataset: data flows name their place. */
public final class FileDataset extends Construct implements Dataset {
    private final String datasetName;
    private final FileFormat format;
    private final Map<String, Optional<String>> parameters;

    public FileDataset(Construct scope, String id, FileDatasetProps props) {
        super(scope, id);
        this.format = props.format();
        this.parameters = Objects.requireNonNull(props.parameters());
        // azurerm's own types for these formats reach blob storage only, or cannot be parameterized.
        this.datasetName = new DataFactoryCustomDataset(
                        this,
                        "Resource",
                        DataFactoryCustomDatasetConfig.builder()
                                .name(PlatformStack.of(scope)
                                        .nameOf(this, FactoryNames.ARTIFACT, props.name()))
                                .dataFactoryId(props.lake().factory().factoryId())
                                .linkedService(DataFactoryCustomDatasetLinkedService.builder()
                                        .name(props.lake().linkedServiceName())
                                        .build())
                                .type(format.datasetType())
                                .typePropertiesJson(typeProperties(props).toString())
                                .parameters(defaults())
                                .build())
                .getName();
    }

    @Override
    public String datasetName() {
        return datasetName;
    }

    @Override
    public Map<String, Optional<String>> parameters() {
        return parameters;
    }

    /** How the files are written. */
    public FileFormat format() {
        return format;
    }

    private @Nullable Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        parameters.forEach((name, value) -> defaults.put(name, value.orElse("")));
        return defaults.isEmpty() ? null : defaults;
    }

    private static ObjectNode typeProperties(FileDatasetProps props) {
        ObjectNode properties = props.format().properties();
        ObjectNode location = properties
                .putObject("location")
                .put("fileSystem", props.zone().zoneName())
                .put("type", "AzureBlobFSLocation");
        put(location, "fileName", props.file());
        put(location, "folderPath", props.folder());
        return properties;
    }

    private static void put(ObjectNode location, String property, @Nullable String path) {
        if (path != null && path.contains("dataset()")) {
            location.putObject(property).put("type", "Expression").put("value", path);
        } else if (path != null) {
            location.put(property, path);
        }
    }
}
