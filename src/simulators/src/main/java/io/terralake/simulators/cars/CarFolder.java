package io.terralake.simulators.cars;

import io.terralake.cars.UsedCar;
import io.terralake.input.InputException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/**
 * A folder that gets a file for each batch, a JSON object on each line. A file appears only when it is complete, under a name that no
 * file had: {@code new_listing_<time in UTC>-<number>.json}, without the colons that Hadoop takes for a scheme's.
 */
final class CarFolder implements CarSink {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss-SSS");

    private final Path folder;
    private final Clock clock;
    private int files;

    /**
     * @param folder is made when there is none
     * @param clock gives the time for names
     */
    CarFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** @throws InputException when there is something else than a folder */
    static void check(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new InputException("%s: %s is no folder that can be written to".formatted(folder, existing));
        }
    }

    @Override
    public void send(List<UsedCar> cars) throws IOException {
        Files.createDirectories(folder);
        // Spark's readers do not see names that begin with a dot.
        Path partial = folder.resolve(".%s.partial".formatted(UUID.randomUUID()));
        try {
            Files.write(partial, cars.stream().map(UsedCar::toJson).toList(), StandardOpenOption.CREATE_NEW);
            while (!appear(partial)) {
                files++;
            }
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private boolean appear(Path partial) throws IOException {
        String time = TIME.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        try {
            Files.move(partial, folder.resolve("new_listing_%s-%06d.json".formatted(time, files)));
            files++;
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    @Override
    public String unit() {
        return "files";
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return folder.toString();
    }
}
