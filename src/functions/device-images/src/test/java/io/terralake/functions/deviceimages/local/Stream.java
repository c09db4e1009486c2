package io.terralake.functions.deviceimages.local;

import io.terralake.functions.deviceimages.TestBlobs;
import io.terralake.functions.deviceimages.png.TestPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder as Spark's file sink writes it. */
final class Stream {
    private Stream() {}

    /** Files with a record each, of images of one pixel, whose values are 0, 1, 2, … */
    static void write(Path folder, int files) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            String name = "part-%05d.json".formatted(i);
            Files.writeString(
                    folder.resolve(name),
                    TestBlobs.record("file:/device/%d.png".formatted(i), TestPng.grey(1, 1, i)) + "\n");
            names.add(name);
        }
        list(folder, "0", names);
    }

    /** A batch in the sink's log. */
    static void list(Path folder, String batch, List<String> names) throws IOException {
        Path log = Files.createDirectories(folder.resolve("_spark_metadata"));
        StringBuilder lines = new StringBuilder("v1");
        for (String name : names) {
            lines.append("""
                    %n{"path":"%s","size":1,"isDir":false,"modificationTime":1,"blockReplication":1,"blockSize":1,"action":"add"}\
                    """.formatted(folder.resolve(name).toUri()));
        }
        Files.writeString(log.resolve(batch), lines.toString());
    }
}
