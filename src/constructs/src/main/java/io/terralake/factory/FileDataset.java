package io.terralake.factory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.expression.Parser;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** Files of a zone as activities see them. Delta tables need no dataset: data flows name their place. */
public final class FileDataset extends StackPart implements Dataset {
    private final IDataFactory factory;
    private final String datasetName;
    private final FileFormat format;
    private final Map<String, Parameter> parameters;

    /** @throws io.terralake.core.ConstructException when a parameter is no string, or a field is not set */
    public FileDataset(Construct scope, String id, FileDatasetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.format = props.format();
        this.parameters = Objects.requireNonNull(props.parameters());
        this.factory = Contract.at(this, "", () -> DatasetResource.factoryOf(props.lake()));
        // azurerm's own types for these formats reach blob storage only, or cannot be parameterized.
        this.datasetName = Contract.at(
                this,
                "",
                () -> DatasetResource.add(
                        this,
                        props.name(),
                        props.lake(),
                        Contract.ask(format, "datasetType", format::datasetType),
                        typeProperties(props),
                        parameters));
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String datasetName() {
        return datasetName;
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** How the files are written. */
    public FileFormat format() {
        return format;
    }

    private static ObjectNode typeProperties(FileDatasetProps props) {
        ObjectNode properties = Contract.ask(props.format(), "properties", props.format()::properties);
        ObjectNode location = properties
                .putObject("location")
                .put("fileSystem", props.zone().zoneName())
                .put("type", "AzureBlobFSLocation");
        put(location, "fileName", props.file());
        put(location, "folderPath", props.folder());
        return properties;
    }

    private static void put(ObjectNode location, String property, @Nullable String path) {
        if (path != null && Parser.concerns(path)) {
            location.putObject(property).put("type", "Expression").put("value", path);
        } else if (path != null) {
            location.put(property, path);
        }
    }
}
