package io.terralake.factory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Files in a container of a storage account as activities see them.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-azure-blob-storage#dataset-properties">Azure Blob Storage: dataset properties</a>
 */
public final class BlobDataset extends StackPart implements IFileDataset {
    private final IDataFactory factory;
    private final String datasetName;
    private final Map<String, Parameter> parameters;
    private final FileFormat format;

    /** @throws io.terralake.core.ConstructException when the name is not allowed or taken, or a field is not set */
    public BlobDataset(Construct scope, String id, BlobDatasetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.parameters = Objects.requireNonNull(props.parameters());
        this.format = props.format();
        this.factory = Contract.at(this, "", () -> DatasetResource.factoryOf(props.storage()));
        this.datasetName = Contract.at(
                this,
                "",
                () -> DatasetResource.addJson(
                        this,
                        props.name(),
                        props.storage(),
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
        return FileStore.BLOB;
    }

    @Override
    public FileFormat format() {
        return format;
    }

    private static ObjectNode typeProperties(BlobDatasetProps props) {
        ObjectNode properties = Contract.ask(props.format(), "properties", props.format()::properties);
        ObjectNode location = properties.putObject("location").put("type", FileStore.BLOB.location());
        DatasetText.put(location, "container", props.container());
        DatasetText.put(location, "folderPath", props.folder());
        DatasetText.put(location, "fileName", props.file());
        return properties;
    }
}
