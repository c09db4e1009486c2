package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.BrokenContractException;
import io.terralake.core.Contract;
import io.terralake.factory.FileFormat;
import io.terralake.factory.IFileDataset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files that a copy writes. What they are like is the format's matter: {@link FileFormat.DelimitedText} has file extension and
 * quotes.
 *
 * @param dataset a dataset of files that can be written: not on a web server, and no workbooks
 * @param behavior what becomes of the folders of files that are copied; @default the service's, which keeps them
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-azure-data-lake-storage#azure-data-lake-storage-gen2-as-a-sink-type">Data
 *     lake as a sink type</a>
 */
@RecordBuilder
public record FileSink(DatasetReference dataset, @Nullable Behavior behavior) implements Sink {

    /** What becomes of the folders of files that are copied. */
    public enum Behavior {
        /** Files stand in the same folders. */
        PRESERVE_HIERARCHY("PreserveHierarchy"),
        /** Files stand in one folder and get names of their own. */
        FLATTEN_HIERARCHY("FlattenHierarchy"),
        /** Files become one. */
        MERGE_FILES("MergeFiles");

        private final String azureName;

        Behavior(String azureName) {
            this.azureName = azureName;
        }
    }

    public static FileSinkBuilder builder() {
        return FileSinkBuilder.builder();
    }

    /** @throws BrokenContractException when the dataset's files cannot be written */
    @Override
    public ObjectNode json() {
        if (!(dataset.dataset() instanceof IFileDataset files)) {
            throw new BrokenContractException("the dataset of a FileSink is one of files");
        }
        FileFormat format = files.format();
        if (!format.writable() || files.store().writeSettings().isEmpty()) {
            throw new BrokenContractException("%s are read only"
                    .formatted(
                            format.writable()
                                    ? "files of a web server"
                                    : "files of the format " + format.datasetType()));
        }
        ObjectNode sink = JsonNodeFactory.instance
                .objectNode()
                .put("type", Contract.ask(format, "datasetType", format::datasetType) + "Sink");
        ObjectNode store =
                sink.putObject("storeSettings").put("type", files.store().writeSettings());
        if (behavior != null) {
            store.put("copyBehavior", behavior.azureName);
        }
        Stream.ofNullable(Contract.askNullable(format, "writeSettings", format::writeSettings))
                .forEach(settings -> sink.set("formatSettings", settings));
        return sink;
    }
}
