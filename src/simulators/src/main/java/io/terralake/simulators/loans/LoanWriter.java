package io.terralake.simulators.loans;

import io.terralake.simulators.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes loans to a CSV file, which appears only when it is complete. */
final class LoanWriter implements Closeable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(Loan.COLUMNS.toArray(String[]::new))
            .setRecordSeparator('\n')
            .get();

    private final Path target;
    private final Path partial;
    private final CSVPrinter printer;

    /** @throws InputException when there is such a file already */
    LoanWriter(Path target) throws IOException {
        if (Files.exists(target)) {
            throw new InputException("%s exists already: name another file".formatted(target));
        }
        this.target = target;
        this.partial = target.resolveSibling(target.getFileName() + ".partial");
        this.printer = new CSVPrinter(Files.newBufferedWriter(partial), FORMAT);
    }

    void write(Loan loan) throws IOException {
        printer.printRecord(
                loan.id(),
                loan.amount(),
                loan.income(),
                loan.debtToIncome(),
                loan.delinquencies(),
                loan.accounts(),
                loan.paid(),
                loan.issued(),
                loan.earliestCredit(),
                loan.status());
    }

    /** Makes the file appear. */
    void finish() throws IOException {
        printer.close();
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            throw new InputException("%s exists already: name another file".formatted(target));
        }
    }

    @Override
    public void close() throws IOException {
        printer.close();
        Files.deleteIfExists(partial);
    }
}
