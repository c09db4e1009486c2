package io.terralake.loans;

import io.terralake.input.InputException;
import io.terralake.input.Problems;
import io.terralake.loans.CsvRecords.Line;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A CSV file with the ten columns of loans, in any order; it may have more. Read line by line, however large. */
public final class LoanFile {
    private final String name;
    private final Content content;

    /**
     * A file.
     *
     * @param name what messages call it
     * @param content what is in it
     */
    public LoanFile(String name, Content content) {
        this.name = name;
        this.content = content;
    }

    /** The bytes of a file, which can be read more than once. */
    public interface Content {
        /**
         * Begins to read.
         *
         * @return the bytes from the first
         * @throws IOException when they cannot be read
         */
        InputStream open() throws IOException;
    }

    /** What is done with each loan. */
    public interface LoanSink {
        /**
         * Takes a loan.
         *
         * @param loan what a line says
         * @param line the number of the line that it begins on, from 1
         * @throws IOException when it cannot be kept
         */
        void accept(Loan loan, long line) throws IOException;
    }

    /**
     * Reads the file.
     *
     * @param loans is told of every loan
     * @param badLines is told of every line that is none
     * @throws InputException when there is no header with the columns, each once
     * @throws IOException when the file cannot be read
     */
    public void read(LoanSink loans, Consumer<BadLine> badLines) throws IOException {
        try (CsvRecords records = new CsvRecords(content.open())) {
            List<@Nullable String> header = header(records.next());
            LoanParser parser = new LoanParser(header);
            for (Line line = records.next(); line != null; line = records.next()) {
                accept(line, header.size(), parser, loans, badLines);
            }
        }
    }

    private static void accept(Line line, int size, LoanParser parser, LoanSink loans, Consumer<BadLine> badLines)
            throws IOException {
        if (line.problem() != null) {
            badLines.accept(new BadLine(line.first(), line.last(), false, line.problem()));
        } else if (line.values().size() != size) {
            badLines.accept(new BadLine(
                    line.first(),
                    line.last(),
                    false,
                    "%d values, the header has %d".formatted(line.values().size(), size)));
        } else {
            Loan loan = parser.parse(line, badLines);
            if (loan != null) {
                loans.accept(loan, line.first());
            }
        }
    }

    private List<@Nullable String> header(@Nullable Line line) {
        if (line == null) {
            throw new InputException(
                    "%s: it is empty, a header with the columns %s is needed".formatted(name, Loan.COLUMNS));
        }
        if (line.problem() != null) {
            throw new InputException("%s:%d: %s".formatted(name, line.first(), line.problem()));
        }
        List<@Nullable String> header = line.values();
        if (header.stream().filter(Objects::nonNull).anyMatch(CsvRecords::isBroken)) {
            throw new InputException("%s: no CSV file in UTF-8".formatted(name));
        }
        Problems problems = new Problems();
        List<String> missing =
                Loan.COLUMNS.stream().filter(column -> !header.contains(column)).toList();
        problems.addIf(
                !missing.isEmpty(),
                "%s:%d: the columns %s are missing, there are %s"
                        .formatted(name, line.first(), missing, shown(header)));
        Loan.COLUMNS.stream()
                .filter(column -> Collections.frequency(header, column) > 1)
                .forEach(column -> problems.add(
                        "%s:%d: there is more than one column \"%s\"".formatted(name, line.first(), column)));
        problems.throwIfAny();
        return header;
    }

    /** Some names, without those that are none. */
    private static List<String> shown(List<@Nullable String> header) {
        return header.stream()
                .map(column -> column == null ? "" : LoanParser.shown(column))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
