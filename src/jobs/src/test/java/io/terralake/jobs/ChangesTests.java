package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
