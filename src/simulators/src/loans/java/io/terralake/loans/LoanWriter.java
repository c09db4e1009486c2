package io.terralake.loans;

import io.terralake.input.InputException;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes loans to a CSV file, which appears only when it is complete. */
public final class LoanWriter implements Closeable {
    private final Path target;
    private final Path partial;
    private final BufferedWriter out;

    /**
     * Begins a file.
     *
     * @param target the file
     * @throws InputException when there is such a file already, or no folder for it
     * @throws IOException when it cannot be written
     */
    public LoanWriter(Path target) throws IOException {
        check(target);
        this.target = target;
        this.partial = target.resolveSibling(".%s.%s.partial".formatted(target.getFileName(), UUID.randomUUID()));
        this.out = Files.newBufferedWriter(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        print(Loan.COLUMNS);
    }

    /**
     * Checks that a file can be made.
     *
     * @param target the file
     * @throws InputException when there is such a file already, or no folder for it
     */
    public static void check(Path target) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException("%s exists already: name another file".formatted(target));
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException("%s: there is no folder %s".formatted(target, folder));
        }
    }

    /**
     * Writes a loan.
     *
     * @param loan becomes a line
     * @throws IOException when it cannot be written
     */
    public void write(Loan loan) throws IOException {
        print(Arrays.asList(
                loan.id(),
                loan.amount(),
                loan.income(),
                loan.debtToIncome(),
                loan.delinquencies(),
                loan.accounts(),
                loan.paid(),
                loan.issued(),
                loan.earliestCredit(),
                loan.status()));
    }

    private void print(List<? extends @Nullable Object> values) throws IOException {
        boolean first = true;
        for (Object value : values) {
            ("".equals(value) ? Csv.WRITE_QUOTED : Csv.WRITE).print(value, out, first);
            first = false;
        }
        Csv.WRITE.println(out);
    }

    /**
     * Makes the file appear.
     *
     * @throws InputException when there is such a file by now
     * @throws IOException when it cannot be written
     */
    public void finish() throws IOException {
        out.close();
        try {
            Files.move(partial, target);
        } catch (FileAlreadyExistsException e) {
            throw new InputException("%s exists already: name another file".formatted(target));
        }
    }

    /** Leaves nothing of a file that was not finished. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(partial);
    }
}
