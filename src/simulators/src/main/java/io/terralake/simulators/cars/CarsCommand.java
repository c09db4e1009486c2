package io.terralake.simulators.cars;

import io.terralake.cars.CarGenerator;
import io.terralake.cars.UsedCar;
import io.terralake.input.Problems;
import io.terralake.simulators.OutputFolder;
import io.terralake.simulators.Pace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes listings of used cars. */
@Command(
        name = "cars",
        sortOptions = false,
        description = "Makes listings of used cars; the same seed gives the same listings.")
public final class CarsCommand implements Callable<Integer> {
    private static final int MOST_CARS = 1_000_000_000;
    private static final int MOST_IN_BATCH = 1_000_000;
    private static final int HIGHEST_RATE = 1_000_000;

    @ArgGroup(multiplicity = "1")
    Target target = new Target();

    @Option(names = "--count", defaultValue = "10", description = "how many listings; default: ${DEFAULT-VALUE}")
    int count;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description = "listings per second, 0 for as fast as possible; default: ${DEFAULT-VALUE}")
    double rate;

    @Option(
            names = "--batch",
            defaultValue = "1",
            description = "listings in a file, or sent together; default: ${DEFAULT-VALUE}")
    int batch;

    @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
    long seed;

    @Spec
    CommandSpec spec;

    /** Where listings go: one of these. */
    static final class Target {
        @Option(names = "--output", description = "the folder for files of JSON lines, made if missing")
        @Nullable Path output;

        @Option(
                names = "--hub",
                description = "the event hub, <fully qualified namespace>/<hub>; it lets in who is logged in to Azure")
        @Nullable String hub;

        void check() {
            if (output != null) {
                new OutputFolder(output).check();
            } else {
                HubSink.check(Objects.requireNonNull(hub));
            }
        }

        CarSink open() {
            return output != null
                    ? new CarFolder(new OutputFolder(output), Clock.systemUTC())
                    : HubSink.open(Objects.requireNonNull(hub));
        }
    }

    /** The command with its defaults. */
    public CarsCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Problems problems = new Problems();
        problems.addIf(
                count < 1 || count > MOST_CARS,
                "--count %d is not allowed: 1 to %,d listings".formatted(count, MOST_CARS));
        problems.addIf(
                batch < 1 || batch > MOST_IN_BATCH,
                "--batch %d is not allowed: 1 to %,d listings in a file".formatted(batch, MOST_IN_BATCH));
        problems.addIf(
                !(rate >= 0 && rate <= HIGHEST_RATE),
                "--rate %s is not allowed: 0 to %,d listings per second".formatted(rate, HIGHEST_RATE));
        problems.check(target::check);
        problems.throwIfAny();
        try (CarSink sink = target.open()) {
            int batches = send(sink);
            spec.commandLine().getOut().printf("%s: %d listings in %d %s%n", sink, count, batches, sink.unit());
        }
        return 0;
    }

    private int send(CarSink sink) throws IOException, InterruptedException {
        CarGenerator generator = new CarGenerator(seed);
        Pace pace = Pace.even(rate / batch);
        int batches = 0;
        for (int sent = 0; sent < count; batches++) {
            List<UsedCar> cars = Stream.generate(generator)
                    .limit(Math.min(batch, count - sent))
                    .toList();
            pace.await();
            sink.send(cars);
            sent += cars.size();
        }
        return batches;
    }
}
