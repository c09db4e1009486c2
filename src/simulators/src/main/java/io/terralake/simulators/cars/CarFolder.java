package io.terralake.simulators.cars;

import io.terralake.cars.UsedCar;
import io.terralake.simulators.OutputFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A folder that gets a file for each batch, a JSON object on each line, under a name that no file had:
 * {@code new_listing_<time in UTC>-<number>.json}, without the colons that Hadoop takes for a scheme's.
 */
final class CarFolder implements CarSink {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss-SSS");

    private final OutputFolder folder;
    private final Clock clock;
    private int files;

    /**
     * @param folder where they go
     * @param clock gives the time for names
     */
    CarFolder(OutputFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void send(List<UsedCar> cars) throws IOException {
        byte[] lines = cars.stream()
                .map(car -> car.toJson() + System.lineSeparator())
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        while (!add(lines)) {
            files++;
        }
    }

    private boolean add(byte[] lines) throws IOException {
        String time = TIME.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        try {
            folder.add("new_listing_%s-%06d.json".formatted(time, files), lines);
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
