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
 * A file of a web server as activities see it. It is read only.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-http#dataset-properties">HTTP: dataset properties</a>
 */
public final class HttpDataset extends StackPart implements IFileDataset {
    private final IDataFactory factory;
    private final String datasetName;
    private final Map<String, Parameter> parameters;
    private final FileFormat format;

    /** @throws io.terralake.core.ConstructException when the name is not allowed or taken, or a field is not set */
    public HttpDataset(Construct scope, String id, HttpDatasetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.parameters = Objects.requireNonNull(props.parameters());
        this.format = props.format();
        this.factory = Contract.at(this, "", () -> DatasetResource.factoryOf(props.http()));
        this.datasetName = Contract.at(
                this,
                "",
                () -> DatasetResource.addJson(
                        this,
                        props.name(),
                        props.http(),
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
        return FileStore.HTTP;
    }

    @Override
    public FileFormat format() {
        return format;
    }

    private static ObjectNode typeProperties(HttpDatasetProps props) {
        ObjectNode properties = Contract.ask(props.format(), "properties", props.format()::properties);
        ObjectNode location = properties.putObject("location").put("type", FileStore.HTTP.location());
        DatasetText.put(location, "relativeUrl", props.path());
        return properties;
    }
}
