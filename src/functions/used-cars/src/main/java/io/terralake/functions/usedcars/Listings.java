package io.terralake.functions.usedcars;

import io.terralake.cars.CarGenerator;
import io.terralake.cars.UsedCar;
import io.terralake.functions.http.Handler;
import io.terralake.functions.http.ProblemException;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes listings, sends them, and answers with them: {@code POST listings?count=N}, 1 to 1,000 of them, 1 when nobody says how many. */
public final class Listings implements Handler {
    /** The role that callers need in Azure. */
    public static final String ROLE = "Listings.Generate";

    private static final int MOST = 1_000;

    private final Supplier<UsedCar> generator;
    private final Sender sender;

    /**
     * What makes listings.
     *
     * @param generator such as a {@link CarGenerator}
     * @param sender where they go
     */
    public Listings(Supplier<UsedCar> generator, Sender sender) {
        this.generator = generator;
        this.sender = sender;
    }

    /** Where listings go. */
    @FunctionalInterface
    public interface Sender {
        /**
         * Sends listings.
         *
         * @param cars at least one
         * @throws IOException when not all of them, or none, were taken
         */
        void send(List<UsedCar> cars) throws IOException;
    }

    @Override
    public Response handle(Request request) {
        request.requireMethod("POST");
        Parameters parameters = Parameters.of(request, List.of("count"));
        int count = Objects.requireNonNullElse(parameters.integer("count", 1, MOST), 1);
        parameters.throwIfAny();
        List<UsedCar> cars = Stream.generate(generator).limit(count).toList();
        try {
            sender.send(cars);
        } catch (IOException e) {
            throw ProblemException.unavailable("the hub does not take listings just now, some may have been sent", e);
        }
        String json = cars.stream().map(UsedCar::toJson).collect(Collectors.joining(",", "[", "]"));
        return new Response(
                Response.OK,
                Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                json.getBytes(StandardCharsets.UTF_8));
    }
}
