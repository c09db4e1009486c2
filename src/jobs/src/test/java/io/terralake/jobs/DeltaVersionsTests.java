package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeltaVersionsTests extends SparkFixture {

    @Test
    void listsNumberTimeOperationAndRowsWritten() {
        twoVersions();
        assertThat(rows(versions().list(), "version", "operation", "rows"))
                .containsExactly(List.of(0L, "WRITE", 2L), List.of(1L, "MERGE", 2L));
        assertThat(versions().list().columns()).containsExactly("version", "timestamp", "operation", "rows");
    }

    @Test
    void readsAVersionByNumber() {
        twoVersions();
        assertThat(rows(versions().read(0).orderBy("id"), "id", "total_pymnt"))
                .containsExactly(List.of(1, 10.0), List.of(2, 20.0));
        assertThat(rows(versions().read(1).orderBy("id"), "id", "total_pymnt"))
                .containsExactly(List.of(1, 10.0), List.of(2, 25.0), List.of(3, 30.0));
    }

    @Test
    void readsTheVersionOfAMoment() {
        twoVersions();
        Instant first = time(0);
        assertThat(versions().read(first).count()).isEqualTo(2);
        assertThat(versions().read(time(1).minusMillis(1)).count()).isEqualTo(2);
        assertThat(versions().read(Instant.now().plusSeconds(60)).count()).isEqualTo(3);
        assertThatThrownBy(() -> versions().read(first.minusSeconds(1)))
                .isInstanceOf(InputException.class)
                .hasMessage("the table did not exist at %s: its first version is of %s"
                        .formatted(first.minusSeconds(1), first));
    }

    /** A run that is repeated, as after a failure, duplicates nothing. */
    @Test
    void mergingTheSameRowsAgainChangesNothing() {
        twoVersions();
        upsert(loan(2, 25, "Fully Paid"), loan(3, 30, "Current"));
        assertThat(versions().latest()).isEqualTo(2);
        assertThat(versions().read(2).count()).isEqualTo(3);
        assertThat(Changes.between(versions().read(1), versions().read(2), "id").count())
                .isZero();
    }

    @Test
    void refusesVersionsAndPathsThatAreNotThere() throws IOException {
        twoVersions();
        assertThatThrownBy(() -> versions().read(7))
                .hasMessage("version 7 does not exist: the table has versions 0 to 1");
        assertThatThrownBy(() -> versions().read(-1))
                .hasMessage("version -1 does not exist: the table has versions 0 to 1");
        String missing = folder.resolve("missing").toString();
        assertThatThrownBy(() -> new DeltaVersions(SPARK, new Place(SPARK, missing)))
                .hasMessage("\"%s\" does not exist".formatted(missing));
        String plain = Files.createDirectory(folder.resolve("plain")).toString();
        assertThatThrownBy(() -> new DeltaVersions(SPARK, new Place(SPARK, plain)))
                .hasMessage("\"%s\" is no Delta table: it has no version in a _delta_log".formatted(plain));
        String below = table() + "/below";
        Files.createDirectory(Path.of(below));
        assertThatThrownBy(() -> new DeltaVersions(SPARK, new Place(SPARK, below)))
                .hasMessage("\"%s\" is no Delta table: it has no version in a _delta_log".formatted(below));
    }

    private Instant time(int version) {
        return versions()
                .list()
                .collectAsList()
                .get(version)
                .<Timestamp>getAs("timestamp")
                .toInstant();
    }
}
