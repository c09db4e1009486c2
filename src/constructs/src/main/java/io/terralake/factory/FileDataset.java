package io.terralake.factory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.constructs.Construct;

/** Files of a zone as activities see them. Delta tables need no dataset: data flows name their place. */
public final class FileDataset extends StackPart implements IFileDataset {
    private final IDataFactory factory;
    private final String datasetName;
    private final FileFormat format;
    private final Map<String, Parameter> parameters;

    /** @throws io.terralake.core.ConstructException when a field is not set */
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
                        parameters,
                        props.notes()));
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

    @Override
    public Optional<String> datasetType() {
        return Optional.of(Contract.ask(format, "datasetType", format::datasetType));
    }

    @Override
    public FileStore store() {
        return FileStore.LAKE;
    }

    @Override
    public FileFormat format() {
        return format;
    }

    private static ObjectNode typeProperties(FileDatasetProps props) {
        ObjectNode properties = Contract.ask(props.format(), "properties", props.format()::properties);
        ObjectNode location = properties
                .putObject("location")
                .put("fileSystem", props.zone().zoneName())
                .put("type", "AzureBlobFSLocation");
        DatasetText.put(location, "fileName", props.file());
        DatasetText.put(location, "folderPath", props.folder());
        return properties;
    }
}
