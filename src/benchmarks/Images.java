import io.terralake.jobs.ImageUploadCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;
import picocli.CommandLine;

/**
 * Compares the job image-upload with a stream that has the settings of the reference system, an image a batch and sources deleted:
 * Images.java images-of-the-job images-of-the-other folder. Both run in one process and take turns.
 */
public final class Images {
    private static final String SCHEMA = "path STRING, modificationTime TIMESTAMP, length BIGINT, content BINARY";

    public static void main(String[] arguments) throws Exception {
        int many = Integer.parseInt(arguments[0]);
        int few = Integer.parseInt(arguments[1]);
        Path folder = Files.createDirectories(Path.of(arguments[2])).resolve("run-" + System.nanoTime());
        SparkSession spark = session();
        for (int round = 1; round <= 4; round++) {
            Path out = Files.createDirectories(folder.resolve("round-" + round));
            write(out.resolve("device"), many);
            write(out.resolve("other-device"), few);
            double other = few / seconds(() -> other(spark, out));
            double job = many / seconds(() -> job(spark, out));
            System.out.printf("an image a batch %.1f images/s, job %.1f images/s, ratio %.0f%n", other, job, job / other);
        }
    }

    private static void job(SparkSession spark, Path out) {
        String[] arguments = {
            "--input", out.resolve("device").toString(),
            "--output", out.resolve("records").toString(),
            "--checkpoint", out.resolve("checkpoint").toString(),
            "--archive", out.resolve("archive").toString(),
            "--once"
        };
        if (new CommandLine(new ImageUploadCommand(() -> spark)).execute(arguments) != 0) {
            throw new IllegalStateException("the job failed");
        }
    }

    private static void other(SparkSession spark, Path out) throws Exception {
        spark.newSession()
                .readStream()
                .format("binaryFile")
                .schema(SCHEMA)
                .option("maxFilesPerTrigger", 1)
                .option("cleanSource", "delete")
                .load(out.resolve("other-device") + "/*.png")
                .writeStream()
                .format("json")
                .option("checkpointLocation", out.resolve("other-checkpoint").toString())
                .option("path", out.resolve("other-records").toString())
                .trigger(Trigger.AvailableNow())
                .start()
                .awaitTermination();
    }

    /** Of the size of 32 × 32 random pixels as PNG; neither looks into them. */
    private static void write(Path device, int images) throws IOException {
        Files.createDirectories(device);
        Random random = new Random(1);
        byte[] image = new byte[1_100];
        for (int i = 0; i < images; i++) {
            random.nextBytes(image);
            Files.write(device.resolve(i + ".png"), image);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .master("local[*]")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.ui.enabled", false)
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate();
    }
}
