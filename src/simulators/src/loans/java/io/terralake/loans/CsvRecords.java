package io.terralake.loans;

import io.terralake.loans.LineReader.LongRecordException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A file record by record. One that is broken costs its first line; the line after it is read as if nothing had been. */
final class CsvRecords implements Closeable {
    /** Stands for bytes that are no UTF-8: no text in UTF-8 has half of a pair of surrogates. */
    private static final String NO_UTF_8 = "\uD800";

    private final LineReader lines;
    private Iterator<CSVRecord> records;

    CsvRecords(InputStream in) throws IOException {
        this.lines = new LineReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(NO_UTF_8)));
        this.records = Csv.READ.parse(lines).iterator();
    }

    /**
     * A record.
     *
     * @param first the number of its first line
     * @param last the number of its last line
     * @param values one that is not given is null
     * @param problem what is wrong with it; null when nothing is
     */
    record Line(
            long first,
            long last,
            List<@Nullable String> values,
            @Nullable String problem) {}

    /** The next record; null at the end of the file. */
    @Nullable Line next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            List<@Nullable String> values = records.next().toList();
            Line line = new Line(lines.first(), lines.last(), values, null);
            lines.accept();
            return line;
        } catch (UncheckedIOException e) {
            return broken(e.getCause());
        }
    }

    private Line broken(IOException cause) throws IOException {
        String problem;
        if (cause instanceof CSVException) {
            problem = "a quote is not closed, or text follows after it is";
        } else if (cause instanceof LongRecordException) {
            problem =
                    "a record has at most %,d characters: is a quote not closed?".formatted(LineReader.LONGEST_RECORD);
        } else {
            throw cause;
        }
        long number = lines.first();
        lines.rewind();
        records = Csv.READ.parse(lines).iterator();
        return new Line(number, number, List.of(), problem);
    }

    /** Whether a text holds bytes that are no UTF-8. */
    static boolean isBroken(String text) {
        for (int at = text.indexOf(NO_UTF_8); at >= 0; at = text.indexOf(NO_UTF_8, at + 1)) {
            if (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
