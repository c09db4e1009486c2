package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.cars.CarGenerator;
import io.terralake.cars.UsedCar;
import io.terralake.jobs.cars.Captures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The job on real files. */
class UsedCarsTests extends CarsFixture {

    @Test
    void takesNewFilesOnceAndLosesNothing() throws IOException {
        List<UsedCar> cars = Stream.generate(new CarGenerator(1)).limit(30).toList();
        json("lines.json", cars.subList(0, 10));
        json("one.json", List.of(CAR));
        json("deep/a [1]%41*.jsonl", cars.subList(10, 20));
        write("hub/0/2026/11/24/12/00/00.avro", Captures.file("deflate", bodies(cars.subList(15, 30))));
        write("hub/1/none.avro", Captures.file("null"));
        json("_hidden.json", List.of());
        write(".partial.json", new byte[] {'{'});
        assertThat(job("--files-per-batch", "3")).isEqualTo(new Outcome(0, ""));
        assertThat(silver()).isEqualTo(expected(Stream.concat(cars.stream(), Stream.of(CAR))));
        assertThat(silver()).contains("LHZ303,Toyota,B,2,2020,15200,8900,2020-12-31,2021-03-01,60");
        assertThat(SPARK.read().format("delta").load(path("silver")).columns())
                .containsExactly(
                        "Rego",
                        "Brand",
                        "Model",
                        "Trim",
                        "Year",
                        "Odometer",
                        "Price",
                        "Date listed",
                        "Date removed",
                        "Turnover");
        assertThat(processed())
                .containsOnly(
                        Map.entry("lines.json", List.of(10L, 0L)),
                        Map.entry("one.json", List.of(1L, 0L)),
                        Map.entry("deep/a [1]%41*.jsonl", List.of(10L, 0L)),
                        Map.entry("hub/0/2026/11/24/12/00/00.avro", List.of(15L, 0L)),
                        Map.entry("hub/1/none.avro", List.of(0L, 0L)));

        long version = version();
        assertThat(job()).isEqualTo(new Outcome(0, ""));
        assertThat(version()).as("a run without new files changes nothing").isEqualTo(version);
        assertThat(processed()).hasSize(5);

        json("late.json", List.of(new CarGenerator(2).get()));
        Files.setLastModifiedTime(
                folder.resolve("bronze/late.json"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        assertThat(job()).isEqualTo(new Outcome(0, ""));
        assertThat(silver()).hasSize(32);
        assertThat(processed()).hasSize(6);
    }

    @Test
    void putsInQuarantineWhatIsNoListing() throws IOException {
        String huge = CAR.toJson().replace("Toyota", "T".repeat(1 << 20));
        String old = CAR.toJson().replace("2021-03-01", "2020-03-01");
        Files.createDirectories(folder.resolve("bronze"));
        Files.write(folder.resolve("bronze/a.json"), List.of("{\"Rego\":", CAR.toJson(), huge, old));
        write("empty.json", new byte[0]);
        // Hadoop cannot read such a name from a disk, though from a lake.
        json("2020-12-31T23:59:59.json", List.of(CAR));
        byte[] capture = Captures.file(
                "null", bodies(Stream.generate(new CarGenerator(1)).limit(2).toList()), List.of("{}"));
        write("cut.avro", Arrays.copyOf(capture, capture.length - 1));
        write("none.avro", "Obj".getBytes());
        assertThat(job()).isEqualTo(new Outcome(0, ""));
        assertThat(silver()).hasSize(3);
        List<List<Object>> quarantine = quarantine();
        int cut = Captures.file(
                        "null",
                        bodies(Stream.generate(new CarGenerator(1)).limit(2).toList()))
                .length;
        assertThat(quarantine)
                .containsExactlyInAnyOrder(
                        List.of("a.json", 1L, List.of("broken JSON after 8 bytes"), "{\"Rego\":", 8L),
                        List.of(
                                "a.json",
                                3L,
                                List.of("the record has %d bytes, 65536 at most".formatted(huge.length())),
                                huge.substring(0, 4096),
                                (long) huge.length()),
                        List.of(
                                "a.json",
                                4L,
                                List.of("\"Date removed\" 2020-03-01 is before \"Date listed\" 2020-12-31"),
                                old,
                                (long) old.length()),
                        List.of("empty.json", 0L, List.of("the file is empty"), "", 0L),
                        List.of("2020-12-31T23:59:59.json", 0L, List.of("the file cannot be read"), "", 0L),
                        List.of(
                                "cut.avro",
                                3L,
                                List.of("the Avro file is broken from byte %d to byte %d"
                                        .formatted(cut, capture.length - 1)),
                                "",
                                0L),
                        List.of("none.avro", 1L, List.of("the file is no Avro"), "", 0L));
        assertThat(processed())
                .containsOnly(
                        Map.entry("a.json", List.of(1L, 3L)),
                        Map.entry("cut.avro", List.of(2L, 1L)),
                        Map.entry("none.avro", List.of(0L, 1L)));

        // Who made the empty file had not come to write to it.
        json("empty.json", List.of(CAR, new CarGenerator(3).get()));
        Files.setLastModifiedTime(
                folder.resolve("bronze/empty.json"), FileTime.from(Instant.now().minusSeconds(1)));
        assertThat(job()).isEqualTo(new Outcome(0, ""));
        assertThat(silver()).hasSize(4);
        assertThat(quarantine()).isEqualTo(quarantine);

        // Everything is read again without its checkpoint, and adds nothing.
        delete(folder.resolve("checkpoint"));
        List<String> before = silver();
        assertThat(job()).isEqualTo(new Outcome(0, ""));
        assertThat(silver()).isEqualTo(before);
        assertThat(quarantine()).isEqualTo(quarantine);
    }

    /** Which record stays does not depend on which came first. */
    @Test
    void keepsOneRecordOfAListing() throws IOException {
        UsedCar longer =
                new UsedCar("LHZ303", "Toyota", "B", 2, 2020, 15000, 8000, CAR.listed(), LocalDate.of(2021, 3, 2));
        UsedCar driven = new UsedCar("LHZ303", "Toyota", "A", 2, 2020, 15300, 8000, CAR.listed(), CAR.removed());
        UsedCar next = new UsedCar(
                "LHZ303", "Toyota", "B", 2, 2020, 20000, 7000, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 1, 2));
        json("1.json", List.of(CAR, driven, CAR, next));
        job();
        assertThat(silver()).isEqualTo(expected(Stream.of(driven, next)));
        json("2.json", List.of(longer));
        job();
        assertThat(silver()).isEqualTo(expected(Stream.of(longer, next)));
        json("3.json", List.of(CAR, driven));
        job();
        assertThat(silver()).isEqualTo(expected(Stream.of(longer, next)));
    }

    /** Killed between its work and its entry in the checkpoint, a batch is repeated, maybe after its files were moved away. */
    @Test
    void repeatsABatchThatWasNotCommitted() throws IOException {
        Files.createDirectories(folder.resolve("bronze"));
        Files.write(folder.resolve("bronze/1.json"), List.of(CAR.toJson(), "{}"));
        job();
        List<String> silver = silver();
        Path batch = forgetBatch();
        assertThat(job()).isEqualTo(new Outcome(0, ""));
        assertThat(silver()).isEqualTo(silver);
        assertThat(quarantine()).hasSize(1);
        assertThat(processed()).containsOnly(Map.entry("1.json", List.of(1L, 1L)));
        assertThat(onlyFolder(folder.resolve("processed"))).isEqualTo(batch);

        delete(folder.resolve("checkpoint/commits/0"));
        delete(folder.resolve("checkpoint/commits/.0.crc"));
        Files.move(folder.resolve("bronze/1.json"), folder.resolve("archived.json"));
        assertThat(job()).isEqualTo(new Outcome(0, ""));
        assertThat(processed()).containsOnly(Map.entry("1.json", List.of(1L, 1L)));
    }

    /** Whoever archives moves files by records, and deletes these then: a record of nothing would stop him. */
    @Test
    void leavesNoRecordOfABatchOfWhichNothingWasRead() throws IOException {
        // Hadoop cannot read such a name from a disk.
        json("2020-12-31T23:59:59.json", List.of(CAR));
        assertThat(job()).isEqualTo(new Outcome(0, ""));
        assertThat(job()).isEqualTo(new Outcome(0, ""));
        assertThat(quarantine())
                .containsExactly(List.of("2020-12-31T23:59:59.json", 0L, List.of("the file cannot be read"), "", 0L));
        assertThat(folder.resolve("processed")).doesNotExist();

        // Killed before its entry in the checkpoint, and archived before the next run, with its record.
        json("1.json", List.of(CAR));
        job();
        delete(folder.resolve("checkpoint/commits/1"));
        delete(folder.resolve("checkpoint/commits/.1.crc"));
        delete(folder.resolve("processed"));
        Files.delete(folder.resolve("bronze/1.json"));
        assertThat(job()).isEqualTo(new Outcome(0, ""));
        assertThat(silver()).hasSize(1);
        assertThat(folder.resolve("processed")).doesNotExist();
    }

    /** The rows of the silver table, in order. */
    private List<String> silver() {
        return SPARK.read().format("delta").load(path("silver")).collectAsList().stream()
                .map(row -> row.mkString(","))
                .sorted()
                .toList();
    }

    private static List<String> expected(Stream<UsedCar> cars) {
        return cars.map(car -> Stream.of(
                                car.rego(),
                                car.brand(),
                                car.model(),
                                car.trim(),
                                car.year(),
                                car.odometer(),
                                car.price(),
                                car.listed(),
                                car.removed(),
                                car.turnover())
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")))
                .sorted()
                .toList();
    }

    private List<List<Object>> quarantine() {
        return SPARK.read().format("delta").load(path("quarantine")).collectAsList().stream()
                .map(row -> List.<Object>of(
                        relative(row.getString(0)), row.getLong(1), row.getList(2), row.getString(3), row.getLong(4)))
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    /** Good and bad records by file, over all batches. */
    private Map<String, List<Long>> processed() {
        Dataset<Row> files = SPARK.read().option("recursiveFileLookup", true).json(path("processed"));
        return files.collectAsList().stream()
                .collect(Collectors.toMap(
                        row -> relative(row.getAs("path")),
                        row -> List.<Long>of(row.getAs("good"), row.getAs("bad")),
                        (one, other) -> one));
    }

    private String relative(String path) {
        return path.substring(("file:" + folder.resolve("bronze") + "/").length());
    }

    private long version() {
        return new DeltaVersions(SPARK, new Place(SPARK, path("silver"))).latest();
    }

    /** Unity Catalog makes it at the first deployment, before the job's first run. */
    @Test
    void takesTheEmptyTableOfUnityCatalog() throws IOException {
        JsonNode table = new JsonMapper()
                .readTree(Files.readString(Path.of("..", "..", "main.tf.json.snapshots", "dev-used-cars.tf.json")))
                .at("/resource/databricks_sql_table")
                .elements()
                .next();
        List<String> columns = new ArrayList<>();
        table.path("column")
                .forEach(column -> columns.add("`%s` %s"
                        .formatted(
                                column.path("name").asText(),
                                column.path("type").asText())));
        List<String> properties = new ArrayList<>();
        table.path("properties")
                .properties()
                .forEach(property -> properties.add("'%s'='%s'"
                        .formatted(property.getKey(), property.getValue().asText())));
        SPARK.sql("CREATE TABLE delta.`%s` (%s) USING DELTA TBLPROPERTIES (%s)"
                .formatted(path("silver"), String.join(", ", columns), String.join(", ", properties)));
        json("a.json", List.of(CAR));
        assertThat(job()).isEqualTo(new Outcome(0, ""));
        assertThat(silver()).containsExactly("LHZ303,Toyota,B,2,2020,15200,8900,2020-12-31,2021-03-01,60");
    }
}
