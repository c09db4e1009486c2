package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The command as a user calls it. */
class DeltaVersionsCommandTests extends SparkFixture {
    private static final String HEADER =
            "id,loan_amnt,annual_inc,dti,delinq_2yrs,total_acc,total_pymnt,issue_d,earliest_cr_line,loan_status\n";

    @Test
    void makesVersionsOfFilesAndComparesThem() throws IOException {
        csv("0", "1,5000,24000,27.65,0,9,5863.15,2007-06-01,1985-01-01,Current");
        csv("1", "1,5000,24000,27.65,0,9,5900,2007-06-01,1985-01-01,Fully Paid", "2,1,1,1,0,1,0,2007-07-01,,Current");
        assertThat(run("upsert", table(), "--csv", file("0"))).isEqualTo(new Outcome(0, ""));
        assertThat(run("upsert", table(), "--csv", file("1"))).isEqualTo(new Outcome(0, ""));
        assertThat(run("compare", table(), "--output", file("changes"))).isEqualTo(new Outcome(0, ""));
        assertThat(rows(SPARK.read().parquet(file("changes")).orderBy("id"), "change", "id"))
                .containsExactly(List.of("changed", 1), List.of("added", 2));
        assertThat(run("list", table(), "--output", file("versions"))).isEqualTo(new Outcome(0, ""));
        assertThat(SPARK.read().parquet(file("versions")).count()).isEqualTo(2);
        assertThat(run("read", table(), "--version", "0", "--output", file("first")))
                .isEqualTo(new Outcome(0, ""));
        assertThat(SPARK.read().parquet(file("first")).count()).isEqualTo(1);
    }

    /** The scheduled job compares after the first copy too. */
    @Test
    void comparesTheFirstVersionWithNothing() {
        upsert(loan(1, 10, "Current"), loan(2, 20, "Current"));
        assertThat(run("compare", table(), "--output", file("changes"))).isEqualTo(new Outcome(0, ""));
        assertThat(rows(SPARK.read().parquet(file("changes")), "change")).containsOnly(List.of("added"));
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        upsert(loan(1, 10, "Current"));
        assertThat(run("read", table(), "--version", "3"))
                .isEqualTo(new Outcome(2, "version 3 does not exist: the table has versions 0 to 0"));
        assertThat(run("compare", table(), "--from", "9"))
                .isEqualTo(new Outcome(2, "version 9 does not exist: the table has versions 0 to 0"));
        assertThat(run("list", file("missing")))
                .isEqualTo(new Outcome(2, "\"%s\" does not exist".formatted(file("missing"))));
        Files.writeString(folder.resolve("other"), "id,amount\n1,2\n");
        assertThat(run("upsert", table(), "--csv", file("other")))
                .isEqualTo(new Outcome(
                        2,
                        ("%s:1: the columns [loan_amnt, annual_inc, dti, delinq_2yrs, total_acc, total_pymnt, issue_d,"
                                        + " earliest_cr_line, loan_status] are missing, there are [id, amount]")
                                .formatted(file("other"))));
        assertThat(run("upsert", table(), "--csv", file("nowhere")))
                .isEqualTo(new Outcome(2, "\"%s\": no such file".formatted(file("nowhere"))));
        assertThat(run("read", table()).code()).isEqualTo(2);
        assertThat(versions().latest()).isZero();
    }

    private void csv(String name, String... lines) throws IOException {
        Files.writeString(Path.of(file(name)), HEADER + String.join("\n", lines) + "\n");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
