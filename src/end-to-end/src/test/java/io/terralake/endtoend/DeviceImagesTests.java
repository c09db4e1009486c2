package io.terralake.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.azurite.Azurite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the device to the table: the sum of each image is the one that the simulator printed. */
class DeviceImagesTests {
    private static final int COUNT = 100;

    @TempDir
    static Path folder;

    @TempDir
    Path databases;

    private static final Map<String, Long> MADE = new TreeMap<>();
    private static long sum;

    @BeforeAll
    static void upload() throws IOException, InterruptedException {
        String[] said = Programs.makeImages(folder.resolve("device"), COUNT, "--seed", "7")
                .split("\\R");
        for (int i = 0; i < COUNT; i++) {
            String[] line = said[i].split(" ");
            MADE.put(line[0], Long.parseLong(line[2]));
        }
        sum = MADE.values().stream().mapToLong(Long::longValue).sum();
        assertThat(said).hasSize(COUNT + 1).endsWith("%s/device: 100 images, sum %d".formatted(folder, sum));
        assertThat(Programs.uploadImages(folder, "--files-per-batch", "4")).isEqualTo("100 images in 25 batches\n");
    }

    @Test
    void theTableHasWhatTheDeviceMade() throws IOException, InterruptedException, SQLException {
        Path database = databases.resolve("images");
        try (Azurite azurite = Programs.azurite()) {
            assertThat(Programs.processImages(folder, database, azurite)).endsWith("100 rows, sum %d\n".formatted(sum));
        }
        assertThat(rows(database)).isEqualTo(MADE);
    }

    @Test
    void alsoWhenEveryEventComesTwiceAndTheProcessIsKilled() throws IOException, InterruptedException, SQLException {
        Path database = databases.resolve("images");
        String[] options = {"--twice", "--visibility", "3"};
        try (Azurite azurite = Programs.azurite()) {
            Process killed = Programs.startProcessingImages(folder, database, azurite, options);
            while (killed.isAlive() && names(database) < COUNT / 5) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            killed.destroyForcibly().waitFor();
            assertThat(rows(database)).as("it is killed on its way").hasSizeBetween(1, COUNT - 1);

            assertThat(Programs.processImages(folder, database, azurite, options))
                    .endsWith("100 rows, sum %d\n".formatted(sum));
        }
        assertThat(rows(database)).isEqualTo(MADE);
    }

    /** How many names are in the file, which only the process that writes it can ask as a database. Some may not be rows yet. */
    private static long names(Path database) throws IOException {
        Path file = Path.of(database + ".mv.db");
        if (!Files.exists(file)) {
            return 0;
        }
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return MADE.keySet().stream().filter(content::contains).count();
    }

    private static Map<String, Long> rows(Path database) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:%s;IFEXISTS=TRUE".formatted(database));
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("SELECT \"filename\", \"pixel_count\" FROM \"dbo\".\"processed_data\"")) {
            while (found.next()) {
                rows.put(found.getString(1), found.getLong(2));
            }
        }
        return rows;
    }
}
