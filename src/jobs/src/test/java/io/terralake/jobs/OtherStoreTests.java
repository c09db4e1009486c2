package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.cars.CarGenerator;
import io.terralake.cars.UsedCar;
import io.terralake.loans.Loan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results and files in a store that is not this machine, asked by Spark's readers as under Unity Catalog. */
class OtherStoreTests extends SparkFixture {

    /** The folders of this machine under a scheme of their own. */
    public static final class LakeFileSystem extends RawLocalFileSystem {
        /** Part of the names that nothing can get. */
        static String refused = "none";

        @Override
        public boolean rename(Path from, Path to) throws IOException {
            if (to.toString().contains(refused)) {
                throw new IOException("no space for " + to);
            }
            return super.rename(from, to);
        }

        @Override
        public String getScheme() {
            return "lake";
        }

        @Override
        public URI getUri() {
            return URI.create("lake:///");
        }
    }

    @BeforeEach
    void mount() {
        SPARK.sparkContext().hadoopConfiguration().set("fs.lake.impl", LakeFileSystem.class.getName());
        upsert(loan(1, 10, "Current"));
    }

    @Test
    void replacesAResultThereAndNothingElse() throws IOException {
        String result = "lake:" + folder + "/a [1]%41";
        assertThat(run("list", table(), "--output", result)).isEqualTo(new Outcome(0, ""));
        assertThat(run("read", table(), "--version", "0", "--output", result)).isEqualTo(new Outcome(0, ""));
        assertThat(folder.resolve("a [1]%41/_SUCCESS")).exists();
        Files.createDirectory(folder.resolve("a [1]%41/inner"));
        Files.writeString(folder.resolve("a [1]%41/inner/b c.txt"), "kept");
        assertThat(run("list", table(), "--output", result))
                .isEqualTo(new Outcome(
                        2,
                        "output \"%s\" holds \"inner/b c.txt\", which is no result of loan-versions: name a new or an empty folder"
                                .formatted(result)));
        SPARK.range(3).write().format("delta").save(folder + "/other");
        assertThat(run("list", table(), "--output", "lake:" + folder + "/other"))
                .isEqualTo(new Outcome(
                        2,
                        "output \"lake:%s/other\" is a Delta table, or in one: name another place".formatted(folder)));
        SPARK.range(3).write().parquet(folder + "/sales");
        assertThat(run("list", table(), "--output", "lake:" + folder + "/sales").code())
                .isEqualTo(2);
        assertThat(SPARK.read().parquet(folder + "/sales").count()).isEqualTo(3);
    }

    @Test
    void readsAFileThere() throws IOException {
        Files.writeString(
                folder.resolve("a [1].csv"),
                String.join(",", Loan.COLUMNS) + "\n2,1,1,1,1,1,1,2007-06-01,,\"b\\\"\n3,1,1,1,1,1,1,2007-06-01,,\"c");
        String file = "lake:" + folder + "/a [1].csv";
        assertThat(run("upsert", table(), "--csv", file))
                .isEqualTo(new Outcome(
                        0, "%s: left out: line 3: a quote is not closed, or text follows after it is".formatted(file)));
        assertThat(rows(versions().read(1).where("id > 1"), "id", "loan_status"))
                .containsExactly(List.of(2, "b\\"));
        assertThat(run("upsert", table(), "--csv", file + "x"))
                .isEqualTo(new Outcome(2, "\"%sx\": no such file".formatted(file)));
        assertThat(run("upsert", "lake:" + folder, "--csv", file).code()).isEqualTo(2);
    }

    @Test
    void takesListingsThere() throws IOException {
        UsedCar car = new CarGenerator(1).get();
        Files.createDirectories(folder.resolve("bronze/a [1]%41"));
        Files.writeString(folder.resolve("bronze/a [1]%41/2020-12-31T23:59:59.json"), car.toJson());
        Files.createFile(folder.resolve("bronze/empty.json"));
        String[] places = {
            "--input", "lake:" + folder + "/bronze",
            "--silver", folder + "/silver",
            "--quarantine", folder + "/quarantine",
            "--checkpoint", "lake:" + folder + "/checkpoint",
            "--processed", "lake:" + folder + "/processed",
            "--changes", "lake:" + folder + "/a [1]%41",
        };
        assertThat(run(new UsedCarsCommand(() -> SPARK), places)).isEqualTo(new Outcome(0, ""));
        assertThat(run(new UsedCarsCommand(() -> SPARK), places)).isEqualTo(new Outcome(0, ""));
        assertThat(rows(SPARK.read().format("delta").load(folder + "/silver"), "Rego", "Turnover"))
                .containsExactly(List.of(car.rego(), car.turnover()));
        assertThat(rows(SPARK.read().format("delta").load(folder + "/quarantine"), "source"))
                .containsExactly(List.of("lake:" + folder + "/bronze/empty.json"));
        assertThat(ProcessedFiles.paths(SPARK, new Place(SPARK, "lake:" + folder + "/processed")))
                .containsExactly("lake:" + folder + "/bronze/a [1]%41/2020-12-31T23:59:59.json");
        assertThat(rows(SPARK.read().option(Place.GLOB, false).json(folder + "/a [1]%41"), "id", "Rego"))
                .containsExactly(List.of(car.listed().toString(), car.rego()));
    }

    @Test
    void takesImagesThere() throws IOException {
        String root = "lake:" + folder;
        String[] places = {
            "--input", root + "/device",
            "--output", root + "/records",
            "--checkpoint", root + "/checkpoint",
            "--archive", root + "/archive",
            "--once"
        };
        Files.createDirectories(folder.resolve("device"));
        Files.writeString(folder.resolve("device/a [1]%41.png"), "1");
        assertThat(run(new ImageUploadCommand(() -> SPARK), places)).isEqualTo(new Outcome(0, ""));
        Files.writeString(folder.resolve("device/b.png"), "2");
        assertThat(run(new ImageUploadCommand(() -> SPARK), places)).isEqualTo(new Outcome(0, ""));
        assertThat(rows(SPARK.read().json(root + "/records"), "path", "length"))
                .containsExactlyInAnyOrder(
                        List.of(root + "/device/a [1]%41.png", 1L), List.of(root + "/device/b.png", 1L));
        assertThat(folder.resolve("archive" + folder + "/device"))
                .isDirectoryContaining("glob:**/a \\[1\\]%41.png")
                .isDirectoryContaining("glob:**/b.png");
        places[5] = root + "/another";
        assertThat(run(new ImageUploadCommand(() -> SPARK), places).errors())
                .isEqualTo("--checkpoint \"%s/another\" and --output \"%s/records\" are of two streams: name new ones"
                        .formatted(root, root));
    }

    @Test
    void saysWhenAStoreCannotBeReached() {
        assertThat(run("list", table(), "--output", "nowhere://c/t"))
                .isEqualTo(new Outcome(2, "\"nowhere://c/t\" cannot be reached: No FileSystem for scheme \"nowhere\""));
    }
}
