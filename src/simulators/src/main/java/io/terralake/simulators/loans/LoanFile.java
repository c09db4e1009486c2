package io.terralake.simulators.loans;

import io.terralake.simulators.InputException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with the ten columns of loans; it may have more. Read line by line, however large. */
final class LoanFile {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final Path path;

    /** @throws InputException when there is no such file */
    LoanFile(Path path) {
        this.path = path;
        if (!Files.isRegularFile(path)) {
            throw new InputException("%s: no such file".formatted(path));
        }
    }

    /** A line that is no loan. */
    record BadLine(long number, String reason) {
        @Override
        public String toString() {
            return "line %d: %s".formatted(number, reason);
        }
    }

    /** What is done with each loan and the number of the line that it begins on. */
    interface LoanSink {
        void accept(Loan loan, long line) throws IOException;
    }

    /**
     * Reads the file.
     *
     * @throws InputException when columns are missing, or it is no CSV file in UTF-8
     */
    void read(LoanSink loans, Consumer<BadLine> badLines) throws IOException {
        try (Reader reader = Files.newBufferedReader(path);
                CSVParser parser = FORMAT.parse(reader)) {
            checkHeader(parser.getHeaderNames());
            long before = parser.getCurrentLineNumber();
            for (CSVRecord line : parser) {
                long number = before + 1;
                before = parser.getCurrentLineNumber();
                accept(line, number, loans, badLines);
            }
        } catch (UncheckedIOException | MalformedInputException | CSVException | IllegalArgumentException e) {
            throw new InputException("%s: no CSV file in UTF-8: %s".formatted(path, e.getMessage()));
        }
    }

    private void accept(CSVRecord line, long number, LoanSink loans, Consumer<BadLine> badLines) throws IOException {
        Loan loan;
        try {
            if (!line.isConsistent()) {
                throw new IllegalArgumentException("%d values, the header has another number".formatted(line.size()));
            }
            loan = LoanParser.parse(line);
        } catch (IllegalArgumentException e) {
            badLines.accept(new BadLine(number, String.valueOf(e.getMessage())));
            return;
        }
        loans.accept(loan, number);
    }

    private void checkHeader(List<String> header) {
        List<String> missing =
                Loan.COLUMNS.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new InputException("%s:1: the columns %s are missing, there are %s".formatted(path, missing, header));
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
