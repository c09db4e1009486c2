package io.terralake.functions.usedcars;

import io.terralake.cars.CarGenerator;
import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a listing costs, as the simulator makes it of a seed, and as the function app makes it of a source that nobody can foretell. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class GeneratorBenchmark {
    private final CarGenerator seeded = new CarGenerator(new Random(1));
    private final CarGenerator secure = new CarGenerator(new SecureRandom());

    /** The record and its JSON. */
    @Benchmark
    public String simulator() {
        return seeded.get().toJson();
    }

    /** The record and its JSON. */
    @Benchmark
    public String functionApp() {
        return secure.get().toJson();
    }
}
