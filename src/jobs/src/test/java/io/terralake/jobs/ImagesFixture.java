package io.terralake.jobs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;

/** A folder of images and the job that takes them. */
abstract class ImagesFixture extends SparkFixture {
    Path device;
    Path archive;

    @BeforeEach
    void device() throws IOException {
        device = Files.createDirectory(folder.resolve("device"));
        archive = folder.resolve("archive");
    }

    /** The job does not look into what it takes. */
    void image(String name, String content) throws IOException {
        Path file = device.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    String job(String... more) {
        return upload("--archive", archive.toString(), more);
    }

    /** What it prints. */
    String upload(String option, String value, String... more) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        JobCommand.line(new ImageUploadCommand(() -> SPARK))
                .setOut(out)
                .setErr(out)
                .execute(Stream.of(arguments(option, value), new String[] {"--once"}, more)
                        .flatMap(Stream::of)
                        .filter(argument -> !argument.isEmpty())
                        .toArray(String[]::new));
        return said.toString().strip();
    }

    String[] arguments(String... more) {
        String[] places = {
            "--input", device.toString(),
            "--output", folder.resolve("records").toString(),
            "--checkpoint", folder.resolve("checkpoint").toString()
        };
        return Stream.of(places, more).flatMap(Stream::of).toArray(String[]::new);
    }

    /** Records as readers see them who heed the list of those that are finished. */
    List<Row> records() {
        return SPARK.read().json(folder.resolve("records").toString()).collectAsList();
    }

    /** The ends of their paths. */
    List<String> names() {
        return records().stream()
                .map(row -> row.<String>getAs("path"))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.endsWith(".crc"))
                    .sorted()
                    .toList();
        }
    }
}
