package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.core.Tokens;
import java.util.regex.Pattern;
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

    /** Whether a copy can write files of this format. */
    default boolean writable() {
        return true;
    }

    /**
     * Lines of values, such as CSV, in UTF-8.
     *
     * @param delimiter between the values, such as {@code ,}; @default a comma
     * @param header whether the first line has the names of the columns; @default true
     * @param quote what stands around a value with a delimiter in it; empty for none; @default a double quote
     * @param escape what stands before a quote in a value, the quote itself to double it; empty for none; @default a double quote
     * @param nullValue what stands for no value; @default nothing
     * @param compression @default none
     * @param fileExtension of files that a copy writes, with its dot; @default {@code .csv}
     * @param quoteAll whether a copy puts all text in quotes; @default false
     * @param rowsPerFile after how many rows a copy starts another file; @default never
     * @see <a href="https://learn.microsoft.com/azure/data-factory/format-delimited-text">Delimited text format</a>
     */
    @RecordBuilder
    record DelimitedText(
            @Nullable String delimiter,
            @Nullable Boolean header,
            @Nullable String quote,
            @Nullable String escape,
            @Nullable String nullValue,
            @Nullable Compression compression,
            @Nullable String fileExtension,
            @Nullable Boolean quoteAll,
            @Nullable Integer rowsPerFile)
            implements FileFormat {
        /** Comma-separated values with a header. */
        public static final DelimitedText CSV = builder().build();

        /** @throws IllegalArgumentException when quote or escape are more than a character, or something else is not allowed */
        public DelimitedText {
            delimiter = delimiter == null ? "," : delimiter;
            header = header == null || header;
            quote = quote == null ? "\"" : quote;
            escape = escape == null ? "\"" : escape;
            fileExtension = fileExtension == null ? ".csv" : fileExtension;
            quoteAll = quoteAll != null && quoteAll;
            checkCharacter("quote", quote);
            checkCharacter("escape", escape);
            if (escape.isEmpty() && !quote.isEmpty()) {
                throw new IllegalArgumentException(
                        "no escape is not allowed with the quote %s: no quote either".formatted(quote));
            }
            if (delimiter.isEmpty() || delimiter.equals(quote)) {
                throw new IllegalArgumentException(
                        "delimiter \"%s\" is not allowed: one or more characters, not the quote".formatted(delimiter));
            }
            if (!Tokens.isIn(fileExtension) && !fileExtension.matches("(\\.[^./\\\\\\s]+)*")) {
                throw new IllegalArgumentException(
                        "file extension \"%s\" is not allowed: one with its dot, such as .txt"
                                .formatted(fileExtension));
            }
            if (rowsPerFile != null) {
                Limits.check("rows of a file", rowsPerFile, 1, Integer.MAX_VALUE, "");
            }
        }

        /**
         * @param delimiter between the values, such as {@code ,}
         * @param header whether the first line has the names of the columns
         */
        public DelimitedText(String delimiter, boolean header) {
            this(delimiter, header, null, null, null, null, null, null, null);
        }

        public static FileFormatDelimitedTextBuilder builder() {
            return FileFormatDelimitedTextBuilder.builder();
        }

        @Override
        public String datasetType() {
            return "DelimitedText";
        }

        @Override
        public ObjectNode properties() {
            ObjectNode properties = JsonNodeFactory.instance
                    .objectNode()
                    .put("columnDelimiter", delimiter)
                    .put("encodingName", "UTF-8")
                    .put("escapeChar", escape)
                    .put("firstRowAsHeader", header)
                    .put("quoteChar", quote);
            if (nullValue != null) {
                properties.put("nullValue", nullValue);
            }
            return compression == null ? properties : properties.put("compressionCodec", compression.azureName());
        }

        @Override
        public ObjectNode writeSettings() {
            ObjectNode settings = typed("DelimitedTextWriteSettings")
                    .put("quoteAllText", quoteAll)
                    .put("fileExtension", fileExtension);
            return rowsPerFile == null ? settings : settings.put("maxRowsPerFile", rowsPerFile);
        }

        private static void checkCharacter(String what, String text) {
            if (!Tokens.isIn(text) && text.codePointCount(0, text.length()) > 1) {
                throw new IllegalArgumentException(
                        "%s \"%s\" is not allowed: one character, or none".formatted(what, text));
            }
        }
    }

    /**
     * How files are compressed.
     *
     * @see <a href="https://learn.microsoft.com/azure/data-factory/format-delimited-text#dataset-properties">Delimited text
     *     format: dataset properties</a>
     */
    enum Compression {
        BZIP2("bzip2"),
        DEFLATE("deflate"),
        GZIP("gzip"),
        LZ4("lz4"),
        SNAPPY("snappy");

        private final String azureName;

        Compression(String azureName) {
            this.azureName = azureName;
        }

        String azureName() {
            return azureName;
        }
    }

    /**
     * A sheet of Excel workbooks, which can be read only.
     *
     * @param sheet the sheet's name; @default the first sheet
     * @param range the cells, such as {@code A3:H5}, or the first of them; @default from the first one that is not empty
     * @param header whether the first row has the names of the columns; @default true
     * @see <a href="https://learn.microsoft.com/azure/data-factory/format-excel">Excel format</a>
     */
    @RecordBuilder
    record Excel(
            @Nullable String sheet,
            @Nullable String range,
            @Nullable Boolean header) implements FileFormat {
        private static final Pattern RANGE = Pattern.compile("[A-Za-z]{1,3}[0-9]+(:[A-Za-z]{1,3}[0-9]+)?");

        /** @throws IllegalArgumentException when the range is none */
        public Excel {
            header = header == null || header;
            if (range != null && !Tokens.isIn(range) && !RANGE.matcher(range).matches()) {
                throw new IllegalArgumentException(
                        "range \"%s\" is not allowed: two cells or one, such as A3:H5".formatted(range));
            }
        }

        public static FileFormatExcelBuilder builder() {
            return FileFormatExcelBuilder.builder();
        }

        @Override
        public String datasetType() {
            return "Excel";
        }

        @Override
        public ObjectNode properties() {
            ObjectNode properties = JsonNodeFactory.instance.objectNode();
            if (sheet == null) {
                properties.put("sheetIndex", 0);
            } else {
                properties.put("sheetName", sheet);
            }
            if (range != null) {
                properties.put("range", range);
            }
            return properties.put("firstRowAsHeader", header);
        }

        @Override
        public boolean writable() {
            return false;
        }

        @Override
        public @Nullable ObjectNode readSettings() {
            return null;
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
