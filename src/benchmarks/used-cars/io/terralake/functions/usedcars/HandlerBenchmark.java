package io.terralake.functions.usedcars;

import io.terralake.functions.http.Handler;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a handler costs beside its query: the role, the parameters, the token and the JSON. One asks a store that has the answer ready, the
 * other 10,000 listings in memory.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class HandlerBenchmark {
    private static final Map<String, String> CALLER = Map.of(
            "X-MS-CLIENT-PRINCIPAL",
            Base64.getEncoder()
                    .encodeToString("{\"claims\":[{\"typ\":\"roles\",\"val\":\"Listings.Read\"}]}"
                            .getBytes(StandardCharsets.UTF_8)));

    /** The address that is asked for. */
    @Param({
        "/v1/cars?brand=Toyota&year=2020",
        "/v1/cars?brand=Toyota&limit=100",
        "/v1/cars/AAQ304",
        "/v1/brands/Toyota/turnover",
        "/v1/statistics/prices?year=2020",
        "/v1/statistics/choices",
        "/v1/cars?brand=Toyota&year=20200"
    })
    String address = "";

    private final Store memory = new MemoryStore(TestCars.generated(1, 10_000));
    private Request request = new Request("GET", URI.create("/"), Map.of());
    private Handler overMemory = Handler.NOTHING;
    private Handler overReady = Handler.NOTHING;

    /** Makes both handlers. */
    @Setup
    public void ask() {
        request = new Request("GET", URI.create(address), CALLER);
        overMemory = new Api(() -> memory).forRole(Api.ROLE).guarded();
        Store ready = new Ready(memory, new AtomicReference<>());
        overReady = new Api(() -> ready).forRole(Api.ROLE).guarded();
    }

    /** The handler alone. */
    @Benchmark
    public Response handler() {
        return overReady.handle(request);
    }

    /** The handler and its query. */
    @Benchmark
    public Response handlerAndQuery() {
        return overMemory.handle(request);
    }

    /** Asks another store the first time, and has the answer ready from then on. */
    private record Ready(Store store, AtomicReference<Object> answer) implements Store {
        @Override
        public List<Car> listings(Filters filters, @Nullable Position after, int most) {
            return once(() -> store.listings(filters, after, most));
        }

        @Override
        public Optional<Car> lastListing(String rego) {
            return once(() -> store.lastListing(rego));
        }

        @Override
        public List<ModelTurnover> turnover(Filters filters) {
            return once(() -> store.turnover(filters));
        }

        @Override
        public List<OdometerClass> prices(Filters filters) {
            return once(() -> store.prices(filters));
        }

        @Override
        public List<Day> days(Filters filters) {
            return once(() -> store.days(filters));
        }

        @Override
        public Choices choices() {
            return once(store::choices);
        }

        @SuppressWarnings("unchecked")
        private <T> T once(Supplier<T> query) {
            if (answer.getPlain() == null) {
                answer.set(query.get());
            }
            return (T) answer.getPlain();
        }
    }
}
