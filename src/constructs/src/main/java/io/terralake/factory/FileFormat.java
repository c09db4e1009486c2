package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * How files are written; implement it for formats that are not here.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/supported-file-formats-and-compression-codecs">Supported file
 *     formats and compression codecs</a>
 */
public interface FileFormat {

    /** The type of datasets of this format in the service, such as {@code DelimitedText}. */
    String datasetType();

    /** What a dataset says about the format beside the place of its files. */
    ObjectNode properties();

    /** What a copy says about the format when it reads; null when there is nothing to say. */
    default @Nullable ObjectNode readSettings() {
        return typed(datasetType() + "ReadSettings");
    }

    /** What a copy says about the format when it writes; null when there is nothing to say. */
    default @Nullable ObjectNode writeSettings() {
        return typed(datasetType() + "WriteSettings");
    }

    /**
     * Lines of values, such as CSV.
     *
     * @param delimiter between the values, such as {@code ,}
     * @param header whether the first line has the names of the columns
     */
    record DelimitedText(String delimiter, boolean header) implements FileFormat {
        /** Comma-separated values with a header. */
        public static final DelimitedText CSV = new DelimitedText(",", true);

        @Override
        public String datasetType() {
            return "DelimitedText";
        }

        @Override
        public ObjectNode properties() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("columnDelimiter", delimiter)
                    .put("encodingName", "UTF-8")
                    .put("escapeChar", "\"")
                    .put("firstRowAsHeader", header)
                    .put("quoteChar", "\"");
        }

        @Override
        public ObjectNode writeSettings() {
            return typed("DelimitedTextWriteSettings")
                    .put("quoteAllText", false)
                    .put("fileExtension", ".csv");
        }
    }

    /** JSON: a document, an array, or a document in each line. */
    record Json() implements FileFormat {
        @Override
        public String datasetType() {
            return "Json";
        }

        @Override
        public ObjectNode properties() {
            return JsonNodeFactory.instance.objectNode().put("encodingName", "UTF-8");
        }
    }

    /** Parquet, compressed with Snappy. */
    record Parquet() implements FileFormat {
        @Override
        public String datasetType() {
            return "Parquet";
        }

        @Override
        public ObjectNode properties() {
            return JsonNodeFactory.instance.objectNode().put("compressionCodec", "snappy");
        }

        @Override
        public @Nullable ObjectNode readSettings() {
            return null;
        }
    }

    /** Files as they are: copied, never looked into. */
    record Binary() implements FileFormat {
        @Override
        public String datasetType() {
            return "Binary";
        }

        @Override
        public ObjectNode properties() {
            return JsonNodeFactory.instance.objectNode();
        }

        @Override
        public @Nullable ObjectNode readSettings() {
            return null;
        }

        @Override
        public @Nullable ObjectNode writeSettings() {
            return null;
        }
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
