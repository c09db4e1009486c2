package io.terralake.simulators.images;

import io.terralake.input.Problems;
import io.terralake.simulators.OutputFolder;
import io.terralake.simulators.Pace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes images as a device does: one now and then, until somebody ends it. */
@Command(
        name = "images",
        sortOptions = false,
        description = "Makes images of 32 × 32 greyscale pixels as PNG files; the same seed gives the same files.")
public final class ImagesCommand implements Callable<Integer> {
    private static final int MOST_IMAGES = 1_000_000_000;
    private static final int HIGHEST_RATE = 1_000_000;
    private static final double SHORTEST_PAUSE = 10;
    private static final double LONGEST_PAUSE = 15;

    @Option(names = "--output", required = true, description = "the folder for <uuid>.png, made if missing")
    Path output = Path.of("");

    @Option(names = "--count", description = "how many images; default: until Ctrl-C")
    @Nullable Integer count;

    @Option(
            names = "--rate",
            description = "images per second, 0 for as fast as possible; default: one every 10 to 15 seconds")
    @Nullable Double rate;

    @Option(names = "--seed", description = "default: other images each time")
    @Nullable Long seed;

    @Spec
    CommandSpec spec;

    private long made;
    private long sum;
    private boolean ended;

    /** The command with its defaults. */
    public ImagesCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        OutputFolder folder = new OutputFolder(output);
        Problems problems = new Problems();
        problems.addIf(
                count != null && (count < 1 || count > MOST_IMAGES),
                "--count %d is not allowed: 1 to %,d images".formatted(count, MOST_IMAGES));
        problems.addIf(
                rate != null && !(rate >= 0 && rate <= HIGHEST_RATE),
                "--rate %s is not allowed: 0 to %,d images per second".formatted(rate, HIGHEST_RATE));
        problems.check(folder::check);
        problems.throwIfAny();

        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        try {
            make(folder);
        } finally {
            end();
        }
        return 0;
    }

    private void make(OutputFolder folder) throws IOException, InterruptedException {
        ImageGenerator images = new ImageGenerator(seed == null ? new SecureRandom() : new Random(seed));
        Random pauses = new Random();
        Pace pace = rate != null
                ? Pace.even(rate)
                : new Pace(() -> SHORTEST_PAUSE + (LONGEST_PAUSE - SHORTEST_PAUSE) * pauses.nextDouble());
        while (count == null || made < count) {
            pace.await();
            add(folder, images.get());
        }
    }

    /** Ctrl-C comes between two images, and none comes after it. */
    private synchronized void add(OutputFolder folder, Image image) throws IOException {
        if (ended) {
            return;
        }
        String name = image.id() + ".png";
        try {
            folder.add(name, image.toPng());
        } catch (FileAlreadyExistsException e) {
            throw new FileAlreadyExistsException(
                    folder.path().resolve(name).toString(), null, "exists, and stays as it is: name another --seed");
        }
        made++;
        sum += image.sum();
        spec.commandLine().getOut().printf("%s %d %d%n", name, made, image.sum());
    }

    private synchronized void end() {
        if (!ended) {
            ended = true;
            spec.commandLine().getOut().printf("%s: %d images, sum %d%n", output, made, sum);
        }
    }
}
