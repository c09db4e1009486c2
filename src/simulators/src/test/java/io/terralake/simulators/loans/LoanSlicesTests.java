package io.terralake.simulators.loans;

import static io.terralake.simulators.loans.Command.file;
import static io.terralake.simulators.loans.Command.loan;
import static io.terralake.simulators.loans.Command.run;
import static io.terralake.simulators.loans.Command.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.input.InputException;
import io.terralake.loans.BadLines;
import io.terralake.loans.Loan;
import io.terralake.loans.LoanWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoanSlicesTests {

    @TempDir
    Path folder;

    /** The reference system crashed at every December: slices 6, 18, and so on after June. */
    @ParameterizedTest
    @CsvSource({"0, 2007-06", "5, 2007-11", "6, 2007-12", "7, 2008-01", "18, 2008-12", "30, 2009-12"})
    void aSliceIsAMonthAfterTheFirst(int slice, YearMonth month) throws IOException {
        Path file = file(folder, loan(1, "2007-06-01"), loan(2, month + "-01"), loan(3, "2010-01-01"));
        LoanSlices slices = slices(file, new BadLines());
        assertThat(slices.month(slice)).isEqualTo(month);
        assertThat(slices.loans(slice, new BadLines()).values())
                .extracting(Loan::id)
                .contains(slice == 0 ? 1 : 2);
    }

    @Test
    void readsMonthsAsTheLendingClubWritesThem() throws IOException {
        Path file = file(folder, loan(1, "Dec-2011"), loan(2, "2012-01-15"));
        LoanSlices slices = slices(file, new BadLines());
        assertThat(slices.loans(0, new BadLines()).values())
                .singleElement()
                .extracting(Loan::issued)
                .hasToString("2011-12-01");
        assertThat(slices.month(1)).isEqualTo(YearMonth.of(2012, 1));
    }

    @Test
    void readsTheTenColumnsOutOfMoreInAnyOrder() throws IOException {
        Path wide = Files.write(
                folder.resolve("wide.csv"),
                List.of(
                        "member_id,loan_status,id,issue_d,loan_amnt,annual_inc,dti,delinq_2yrs,total_acc,total_pymnt,earliest_cr_line",
                        "9,\"Late, very\",7,2007-06-01,1,,3,4,5,6,"));
        assertThat(slices(wide, new BadLines()).loans(0, new BadLines()).values())
                .containsExactly(
                        new Loan(7, 1.0, null, 3.0, 4.0, 5.0, 6.0, LocalDate.of(2007, 6, 1), null, "Late, very"));
    }

    @Test
    void leavesBadLinesOutAndTellsThem() throws IOException {
        Path file = file(
                folder,
                loan(1, "2007-06-01"),
                "x,1,1,1,1,1,1,2007-06-01,,",
                "2,much,1,1,1,1,1,2007-06-01,,",
                "3,1,1,1,1,1,1,2007-13-01,,",
                "4,1,1,1,1,1,1,,,",
                "5,1,1",
                "6,NaN,1,1,1,1,1,2007-06-01,,",
                loan(1, "2007-06-01"),
                loan(7, "2007-06-01"));
        Path output = folder.resolve("slice.csv");
        var outcome = run("slice", "-p", file.toString(), "-v", "0", "--output", output.toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.output()).isEqualTo("%s: slice 0 is 2007-06, 2 loans".formatted(file));
        assertThat(outcome.errors().lines())
                .containsExactly(
                        file + ": left out: line 3: id \"x\" is no whole number",
                        file + ": left out: line 4: loan_amnt \"much\" is no number such as 1234.5",
                        file + ": left out: line 5: issue_d \"2007-13-01\" is no date such as 2007-06-01 or Jun-2007",
                        file + ": left out: line 6: issue_d is empty, a date such as 2007-06-01 or Jun-2007 is needed",
                        file + ": left out: line 7: 3 values, the header has 10",
                        file + ": left out: line 8: loan_amnt \"NaN\" is no number such as 1234.5",
                        file + ": left out: line 9: id 1 is on line 2 already");
        assertThat(Files.readAllLines(output)).hasSize(3);
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path file = file(folder, loan(1, "2007-06-01"), loan(2, "2007-08-01"));
        assertThat(slice(file, 3))
                .isEqualTo("%s: there is no slice 3, there are 0 (2007-06) to 2 (2007-08)".formatted(file));
        assertThat(slice(file, -1))
                .isEqualTo("%s: there is no slice -1, there are 0 (2007-06) to 2 (2007-08)".formatted(file));
        assertThat(slice(folder.resolve("missing"), 0))
                .isEqualTo("%s: no such file".formatted(folder.resolve("missing")));
        Path other = Files.writeString(folder.resolve("other"), "id,amount\n1,2\n");
        assertThat(slice(other, 0))
                .isEqualTo(
                        ("%s:1: the columns [loan_amnt, annual_inc, dti, delinq_2yrs, total_acc, total_pymnt, issue_d,"
                                        + " earliest_cr_line, loan_status] are missing, there are [id, amount]")
                                .formatted(other));
        Path empty = Files.writeString(folder.resolve("empty"), Command.HEADER + "\n");
        assertThat(slice(empty, 0)).isEqualTo("%s: there is no loan in it".formatted(empty));
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xC3, 0x28});
        assertThat(slice(bytes, 0)).isEqualTo("%s: no CSV file in UTF-8".formatted(bytes));
    }

    /** A month without loans is a slice like any other. */
    @Test
    void aSliceMayBeEmpty() throws IOException {
        Path file = file(folder, loan(1, "2007-06-01"), loan(2, "2007-08-01"));
        assertThat(slices(file, new BadLines()).loans(1, new BadLines())).isEmpty();
    }

    @Test
    void doesNotOverwrite() throws IOException {
        Path file = file(folder, loan(1, "2007-06-01"));
        assertThat(run("slice", "-p", file.toString(), "-v", "0", "--output", file.toString())
                        .errors())
                .isEqualTo("%s exists already: name another file".formatted(file));
        assertThatThrownBy(() -> new LoanWriter(file)).isInstanceOf(InputException.class);
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        assertThat(run("slice", "-p", folder + "/no", "-v", "0", "--output", link.toString())
                        .errors()
                        .lines())
                .containsExactly(folder + "/no: no such file", "%s exists already: name another file".formatted(link));
    }

    private String slice(Path file, int slice) {
        var outcome = run("slice", "-p", file.toString(), "-v", String.valueOf(slice), "--output", folder + "/out.csv");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**.partial");
        return outcome.errors();
    }
}
