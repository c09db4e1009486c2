import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;

import com.sun.management.OperatingSystemMXBean;
import io.terralake.cars.CarGenerator;
import io.terralake.cars.UsedCar;
import io.terralake.jobs.UsedCarsCommand;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;

/**
 * Compares the job used-cars with a plain Spark program, which reads the JSON, adds Turnover and writes Parquet, and with the job that
 * writes changes too: Cars.java records records-in-file folder. All run in one process and take turns; a second run of a job finds no
 * new file.
 */
public final class Cars {
    private static final String SCHEMA = "Rego STRING, Brand STRING, Model STRING, Trim INT, Year INT, Odometer INT, Price INT,"
            + " `Date listed` DATE, `Date removed` DATE";

    public static void main(String[] arguments) throws IOException {
        int records = Integer.parseInt(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[2])).resolve("run-" + System.nanoTime());
        Path bronze = Files.createDirectories(folder.resolve("bronze"));
        write(bronze, records, Integer.parseInt(arguments[1]));
        SparkSession spark = session();
        for (int round = 1; round <= 5; round++) {
            Path out = folder.resolve("round-" + round);
            Seconds plain = seconds(() -> spark.read()
                    .schema(SCHEMA)
                    .json(bronze.toString())
                    .withColumn("Turnover", datediff(col("`Date removed`"), col("`Date listed`")))
                    .write()
                    .parquet(out.resolve("plain").toString()));
            Seconds job = seconds(() -> job(spark, bronze, out));
            Seconds again = seconds(() -> job(spark, bronze, out));
            System.out.printf(
                    "plain %s, job %s (%.2f, processor time %.2f; %,.0f records/s), without new files %s (%.1f %%), %d rows%n",
                    plain, job, job.wall() / plain.wall(), job.processor() / plain.processor(), records / job.wall(),
                    again, 100 * again.wall() / job.wall(),
                    spark.read().format("delta").load(out.resolve("silver").toString()).count());
            Path other = out.resolve("with-changes");
            String[] option = {"--changes", other.resolve("changes").toString()};
            Seconds changes = seconds(() -> job(spark, bronze, other, option));
            Seconds idle = seconds(() -> job(spark, bronze, other, option));
            System.out.printf(
                    "  with changes %s (%.2f of the job, processor time %.2f), without new files %s (%.1f %%), %d changes%n",
                    changes, changes.wall() / job.wall(), changes.processor() / job.processor(),
                    idle, 100 * idle.wall() / changes.wall(),
                    spark.read().text(other.resolve("changes").toString()).count());
        }
    }

    private static void job(SparkSession spark, Path bronze, Path out, String... more) {
        String[] places = {
            "--input", bronze.toString(),
            "--silver", out.resolve("silver").toString(),
            "--quarantine", out.resolve("quarantine").toString(),
            "--checkpoint", out.resolve("checkpoint").toString(),
            "--processed", out.resolve("processed").toString()
        };
        int code = new CommandLine(new UsedCarsCommand(() -> spark))
                .execute(Stream.of(places, more).flatMap(Stream::of).toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("the job ended with " + code);
        }
    }

    private static void write(Path bronze, int records, int inFile) throws IOException {
        CarGenerator cars = new CarGenerator(1);
        for (int from = 0; from < records; from += inFile) {
            Files.write(
                    bronze.resolve("%09d.json".formatted(from)),
                    Stream.generate(cars).limit(Math.min(inFile, records - from)).map(UsedCar::toJson).toList());
        }
    }

    /** On a machine that others use too, processor time says more. */
    private record Seconds(double wall, double processor) {
        @Override
        public String toString() {
            return "%.2f s".formatted(wall);
        }
    }

    private static Seconds seconds(Runnable work) {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = System.nanoTime();
        long busy = process.getProcessCpuTime();
        work.run();
        return new Seconds((System.nanoTime() - start) / 1e9, (process.getProcessCpuTime() - busy) / 1e9);
    }

    private static SparkSession session() {
        Map<String, Object> settings = Map.of(
                "spark.driver.bindAddress", "127.0.0.1",
                "spark.driver.host", "127.0.0.1",
                "spark.ui.enabled", "false",
                "spark.sql.session.timeZone", "UTC",
                "spark.sql.shuffle.partitions", Runtime.getRuntime().availableProcessors(),
                "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
                "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
        SparkSession.Builder builder = SparkSession.builder().master("local[*]");
        settings.forEach((name, value) -> builder.config(name, String.valueOf(value)));
        return builder.getOrCreate();
    }
}
