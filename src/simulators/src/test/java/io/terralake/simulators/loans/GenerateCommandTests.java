package io.terralake.simulators.loans;

import static io.terralake.simulators.loans.Command.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.loans.BadLines;
import io.terralake.loans.Loan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTests {

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        assertThat(generate("one", 1)).hasSameBinaryContentAs(generate("two", 1));
        assertThat(Files.mismatch(generate("three", 1), generate("four", 2))).isNotNegative();
    }

    @Test
    void everyLineIsALoanAndEveryMonthIsASlice() throws IOException {
        BadLines badLines = new BadLines();
        LoanSlices slices = Command.slices(generate("loans", 7), badLines);
        List<Integer> sizes = new ArrayList<>();
        for (int slice = 0; slice < 24; slice++) {
            sizes.add(slices.loans(slice, badLines).size());
        }
        assertThat(badLines.list()).isEmpty();
        assertThat(sizes).allMatch(size -> size > 0);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2_000);
        assertThat(sizes.get(23)).as("more loans in later months").isGreaterThan(2 * sizes.get(4));
    }

    @Test
    void loansAreOfABelievableKind() throws IOException {
        var loans = Command.slices(generate("loans", 7), new BadLines())
                .loans(23, new BadLines())
                .values();
        assertThat(loans)
                .allMatch(loan -> loan.amount() >= 1_000 && loan.amount() <= 40_000)
                .allMatch(loan -> loan.earliestCredit().isBefore(loan.issued()))
                .allMatch(loan -> !"Fully Paid".equals(loan.status()) || loan.paid() >= loan.amount());
        assertThat(loans).extracting(Loan::status).contains("Current", "Fully Paid", "Charged Off");
    }

    @Test
    void refusesWhatCannotBe() {
        var outcome = run("generate", "--output", folder + "/x", "--rows", "5", "--months", "6");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.errors())
                .isEqualTo("5 rows over 6 months are not allowed: 1 to 600 months, a row for each at least,"
                        + " 1,000,000,000 rows at most");
        assertThat(run("generate", "--output", folder + "/no/x", "--rows", "2000000000")
                        .errors()
                        .lines())
                .containsExactly(
                        "2000000000 rows over 24 months are not allowed: 1 to 600 months, a row for each at least,"
                                + " 1,000,000,000 rows at most",
                        "%s/no/x: there is no folder %s/no".formatted(folder, folder));
        assertThat(run("generate", "--output", folder + "/x", "--rows", "3000000000"))
                .extracting(Command.Outcome::code)
                .isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    private Path generate(String name, int seed) {
        Path file = folder.resolve(name);
        assertThat(run("generate", "--output", file.toString(), "--rows", "2000", "--seed", String.valueOf(seed)))
                .isEqualTo(new Command.Outcome(0, "%s: 2000 loans in 24 months".formatted(file), ""));
        return file;
    }
}
