package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.input.InputException;
import java.util.List;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class ChangesTests extends SparkFixture {

    @Test
    void tellsAddedChangedAndRemovedRows() {
        twoVersions();
        assertThat(rows(Changes.between(versions().read(0), versions().read(1), "id"), "change", "id", "loan_status"))
                .containsExactly(List.of("changed", 2, "Fully Paid"), List.of("added", 3, "Current"));
        assertThat(rows(Changes.between(versions().read(1), versions().read(0), "id"), "change", "id", "loan_status"))
                .containsExactly(List.of("changed", 2, "Current"), List.of("removed", 3, "Current"));
    }

    @Test
    void takesEmptyValuesForEqual() {
        upsert(loan(1, 10, null));
        upsert(loan(1, 10, null));
        assertThat(Changes.between(versions().read(0), versions().read(1), "id").count())
                .isZero();
    }

    @Test
    void comparesVersionsOfWhichOneHasAColumnMore() {
        twoVersions();
        var wider = versions().read(1).withColumn("grade", functions.lit("A"));
        assertThat(rows(Changes.between(versions().read(1), wider, "id"), "change", "grade"))
                .containsOnly(List.of("changed", "A"))
                .hasSize(3);
    }

    @Test
    void needsTheKeyInBothVersions() {
        upsert(loan(1, 10, "Current"));
        assertThatThrownBy(() -> Changes.between(versions().read(0), versions().read(0), "number"))
                .hasMessageStartingWith(
                        "there is no column \"number\" in both versions, the newer has [id, loan_amnt,");
    }

    @Test
    void needsAKeyThatTellsRowsApart() {
        var good = SPARK.sql("SELECT 1 AS id, 1D AS share");
        var bad = SPARK.sql(
                "SELECT * FROM VALUES (1, 1D), (1, 2D), (NULL, 3D), (2, DOUBLE('NaN')), (3, DOUBLE('NaN')) AS rows(id, share)");
        assertThatThrownBy(() -> Changes.between(good, bad, "id"))
                .isInstanceOf(InputException.class)
                .hasMessage("column \"id\" does not tell the rows of the newer version apart:"
                        + " null in 1 rows, 1 in 2 rows");
        assertThatThrownBy(() -> Changes.between(bad, good, "share"))
                .hasMessage("column \"share\" does not tell the rows of the older version apart: NaN in 2 rows");
    }

    @Test
    void comparesEveryNameAndTypeOrSaysWhyNot() {
        var older = SPARK.sql("SELECT 1 AS `a.b`, 1 AS size, DOUBLE('NaN') AS share");
        var newer = SPARK.sql("SELECT 1 AS `a.b`, 1L AS size, DOUBLE('NaN') AS share");
        assertThat(Changes.between(older, newer, "a.b").count()).isZero();
        assertThatThrownBy(() -> Changes.between(newer, older, "a.b"))
                .hasMessage("column \"size\" cannot be compared: it was a bigint and is a int");
        var odd = SPARK.sql("SELECT 1 AS id, map('a', 1) AS tags, 'x' AS Change");
        assertThatThrownBy(() -> Changes.between(odd, odd, "id").count()).hasMessage("""
                column "tags" cannot be compared: it is a map<string,int>
                column "Change" has the name that the kind of a change gets: rename it""");
    }
}
