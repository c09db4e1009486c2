package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.loans.Loan;
import io.terralake.loans.LoanWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Files of loans in a table: what is in the file is in the table, or is named. */
class UpsertTests extends SparkFixture {
    private static final String HEADER = String.join(",", Loan.COLUMNS);

    /** What the simulator writes, the job reads: the reference system had two dialects. */
    @Test
    void storesWhatTheSimulatorWrote() throws IOException {
        List<String> statuses = new ArrayList<>(Arrays.asList(
                null,
                "",
                " ",
                "a, b\\",
                "\\",
                "say \"so\"",
                "\"",
                "\"\"",
                "two\nlines",
                "two\r\nlines",
                " blanks ",
                "ä€𝄞",
                "\uFEFF",
                "'",
                "NULL",
                "#",
                "a;b\tc",
                "\\\"",
                ",,,",
                "\r"));
        Random random = new Random(9);
        for (int i = 0; i < 300; i++) {
            statuses.add(random.ints(random.nextInt(9), 0, 10)
                    .mapToObj("\"\\,\n\r a\u00e9'\t"::charAt)
                    .map(String::valueOf)
                    .collect(Collectors.joining()));
        }
        Path file = folder.resolve("loans.csv");
        try (LoanWriter writer = new LoanWriter(file)) {
            for (int i = 0; i < statuses.size(); i++) {
                writer.write(new Loan(
                        i, 0.1, -1e300, null, 1e-7, 9.0, 1234.56, LocalDate.of(2007, 6, 1), null, statuses.get(i)));
            }
            writer.finish();
        }
        assertThat(run("upsert", table(), "--csv", file.toString())).isEqualTo(new Outcome(0, ""));
        assertThat(rows(versions().read(0).orderBy("id"), "loan_status").stream()
                        .map(row -> row.get(0))
                        .toList())
                .isEqualTo(statuses);
        assertThat(rows(versions().read(0).where("id = 3"), "loan_amnt", "annual_inc", "delinq_2yrs", "issue_d"))
                .containsExactly(List.of(0.1, -1e300, 1e-7, java.sql.Date.valueOf("2007-06-01")));
    }

    @Test
    void refusesRowsThatCannotBeMergedBeforeTheTableIsTouched() throws IOException {
        Path file = csv(
                "1,1,1,1,1,1,1,2007-06-01,,a",
                ",1,1,1,1,1,1,2007-06-01,,b",
                "2,1,1,1,1,1,1,2007-06-01,,c",
                "1,2,1,1,1,1,1,2007-06-01,,d",
                "\" \",1,1,1,1,1,1,2007-06-01,,e",
                "01,1,1,1,1,1,1,2007-07-01,,f");
        String expected = """
                %s: line 3: there is no id
                %s: line 5: id 1 is on line 2 already
                %s: line 6: there is no id
                %s: line 7: id 1 is on line 2 already""".formatted(file, file, file, file);
        assertThat(run("upsert", table(), "--csv", file.toString())).isEqualTo(new Outcome(2, expected));
        assertThat(Path.of(table())).doesNotExist();
        upsert(loan(1, 10, "Current"));
        assertThat(run("upsert", table(), "--csv", file.toString())).isEqualTo(new Outcome(2, expected));
        assertThat(versions().latest()).isZero();
    }

    @Test
    void namesBrokenLinesAndLeavesThemOut() throws IOException {
        Path file = csv(
                "1,1,1,1,1,1,1,2007-06-01,,a",
                "2,1d,1,1,1,1,1,2007-06-01,,b",
                "3,1,1,1,1,1,1,2007-06-01,,\"c",
                "4,1,1,1,1,1,1,1015-06-01,,d",
                "5,1,1,1,1,1,1,2007-06-01,,\"e\"",
                ",,,,,,,,,");
        assertThat(run("upsert", table(), "--csv", file.toString()))
                .isEqualTo(new Outcome(0, """
                %s: left out: line 3: loan_amnt "1d" is no number such as 1234.5
                %s: left out: line 4: a quote is not closed, or text follows after it is
                %s: left out: line 5: issue_d "1015-06-01" is out of range: 1900 to 2099
                %s: left out: line 7: id "" is no whole number; issue_d is empty, a date such as 2007-06-01 or Jun-2007 is needed""".formatted(file, file, file, file)));
        assertThat(rows(versions().read(0).orderBy("id"), "id", "loan_status"))
                .containsExactly(List.of(1, "a"), List.of(5, "e"));
    }

    @Test
    void refusesAFileWithoutALoan() throws IOException {
        Path file = csv("x");
        assertThat(run("upsert", table(), "--csv", file.toString()).errors())
                .endsWith("%s: there is no loan in it".formatted(file));
        assertThat(Path.of(table())).doesNotExist();
    }

    @Test
    void makesATableInNoFolderThatHoldsSomethingElse() throws IOException {
        Path file = csv("1,1,1,1,1,1,1,2007-06-01,,a");
        assertThat(run("upsert", folder.toString(), "--csv", file.toString()))
                .isEqualTo(new Outcome(
                        2,
                        "\"%s\" is no Delta table, and holds \"loans.csv\": name a new or an empty folder"
                                .formatted(folder)));
        assertThat(run("upsert", file.toString(), "--csv", file.toString()).code())
                .isEqualTo(2);
        assertThat(folder).isDirectoryNotContaining("glob:**_delta_log");
        upsert(loan(1, 10, "Current"));
        assertThat(run("upsert", table() + "/below", "--csv", file.toString()))
                .isEqualTo(
                        new Outcome(2, "\"%s/below\" is in a Delta table: name a place outside it".formatted(table())));
        assertThat(run("upsert", table(), "--csv", folder.toString()))
                .isEqualTo(new Outcome(2, "\"%s\": no such file".formatted(folder)));
        assertThat(versions().latest()).isZero();
    }

    @Test
    void saysAllThatIsWrongAtOnce() throws IOException {
        Path file = csv(",1,1,1,1,1,1,2007-06-01,,a");
        assertThat(run("upsert", folder.toString(), "--csv", file.toString())
                        .errors()
                        .lines())
                .containsExactly(
                        "\"%s\" is no Delta table, and holds \"loans.csv\": name a new or an empty folder"
                                .formatted(folder),
                        "%s: line 2: there is no id".formatted(file));
    }

    @Test
    void mergesIntoATableOfLoansOnly() throws IOException {
        Path file = csv("1,1,1,1,1,1,1,2007-06-01,,a");
        SPARK.sql("SELECT 1 AS id, 'x' AS loan_amnt").write().format("delta").save(table());
        assertThat(run("upsert", table(), "--csv", file.toString()).errors())
                .startsWith("\"%s\" has the columns {id=int, loan_amnt=string}, expected are {annual_inc=double,"
                        .formatted(table()));
        assertThat(versions().latest()).isZero();
    }

    /** Letters that a pattern of files would give a meaning. */
    @Test
    void takesEveryNameLiterally() throws IOException {
        Path file = Files.move(csv("1,1,1,1,1,1,1,2007-06-01,,a"), folder.resolve("a b[1]{x}*%20.csv"));
        String table = folder + "/t [1]%41";
        assertThat(run("upsert", table, "--csv", file.toString())).isEqualTo(new Outcome(0, ""));
        assertThat(Path.of(table)).isDirectory();
        assertThat(run("list", table, "--output", folder + "/r [2]%41")).isEqualTo(new Outcome(0, ""));
        assertThat(Path.of(folder + "/r [2]%41")).isDirectory();
        assertThat(run("list", table, "--output", folder + "/r [2]%41")).isEqualTo(new Outcome(0, ""));
    }

    private Path csv(String... lines) throws IOException {
        return Files.writeString(folder.resolve("loans.csv"), HEADER + "\n" + String.join("\n", lines) + "\n");
    }
}
