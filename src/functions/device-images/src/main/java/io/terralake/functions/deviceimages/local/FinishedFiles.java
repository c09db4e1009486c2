package io.terralake.functions.deviceimages.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.terralake.input.InputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files of a Spark stream's output folder that are whole: those that the log of its file sink lists. Spark writes a file under its
 * final name from the start, so that the folder alone does not tell.
 */
final class FinishedFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LOG = "_spark_metadata";
    private static final Pattern BATCH = Pattern.compile("\\d+(\\.compact)?");

    private final Path folder;
    private final Set<String> read = new HashSet<>();
    private final Set<String> files = new TreeSet<>();

    /** @throws InputException when there is no such folder */
    FinishedFiles(Path folder) {
        this.folder = folder;
        if (!Files.isDirectory(folder)) {
            throw new InputException("--images \"%s\" is no folder: the job image-upload writes it".formatted(folder));
        }
    }

    /** All that are whole by now, by their names. */
    Set<String> list() throws IOException {
        if (Files.isDirectory(folder.resolve(LOG))) {
            try (DirectoryStream<Path> batches = Files.newDirectoryStream(folder.resolve(LOG))) {
                for (Path batch : batches) {
                    String name = batch.getFileName().toString();
                    if (BATCH.matcher(name).matches() && read.add(name)) {
                        readBatch(batch);
                    }
                }
            }
        }
        return files;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** A version in the first line, then an object a line. */
    private void readBatch(Path batch) throws IOException {
        for (String line : Files.readAllLines(batch)) {
            if (line.startsWith("{")) {
                URI file = URI.create(MAPPER.readTree(line).path("path").asText());
                String name = Path.of(file.getPath()).getFileName().toString();
                if (name.endsWith(".json")) {
                    files.add(name);
                }
            }
        }
    }
}
