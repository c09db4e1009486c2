package io.terralake.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.amqp.exception.AmqpException;
import io.terralake.cars.CarGenerator;
import io.terralake.cars.UsedCar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.Exceptions;

class CarHubTests {
    private static final List<UsedCar> CARS =
            Stream.generate(new CarGenerator(1)).limit(5).toList();

    private final List<List<String>> sent = new ArrayList<>();

    @Test
    void sendsEachListingAsAnEventInBatchesThatFit() throws IOException {
        hub(2).send(CARS);
        List<String> events = CARS.stream().map(UsedCar::toJson).toList();
        assertThat(sent).containsExactly(events.subList(0, 2), events.subList(2, 4), events.subList(4, 5));
    }

    @Test
    void oneBatchIsEnoughForWhatFits() throws IOException {
        hub(5).send(CARS);
        assertThat(sent).hasSize(1);
    }

    @Test
    void tellsOfAnEventThatFitsNowhere() {
        assertThatThrownBy(() -> hub(0).send(CARS))
                .isInstanceOf(IOException.class)
                .hasMessage("cars.test/listings takes no event of %d characters"
                        .formatted(CARS.get(0).toJson().length()));
    }

    @Test
    void tellsWhatTheHubSays() {
        assertThatThrownBy(() -> refusing(new AmqpException(false, "Unauthorized access", null))
                        .send(CARS))
                .isInstanceOf(IOException.class)
                .hasMessage("cars.test/listings takes no events: Unauthorized access");
    }

    @Test
    void tellsWhatTheHubSaidAtTheLastTry() {
        AmqpException last = new AmqpException(true, "cars.test: Name or service not known", null);
        assertThatThrownBy(() -> refusing(Exceptions.retryExhausted("Retries exhausted: 2/2", last))
                        .send(CARS))
                .isInstanceOf(IOException.class)
                .hasMessage("cars.test/listings takes no events: cars.test: Name or service not known");
        TimeoutException late = new TimeoutException("Did not observe any item");
        assertThatThrownBy(() -> refusing(Exceptions.retryExhausted("Retries exhausted: 2/2", late))
                        .send(CARS))
                .hasMessage("cars.test/listings takes no events: no answer within 20 s");
    }

    @Test
    void closesItsConnection() {
        List<String> closed = new ArrayList<>();
        new CarHub("cars.test/listings", () -> new Room(1), () -> closed.add("hub")).close();
        assertThat(closed).containsExactly("hub");
    }

    private CarHub hub(int room) {
        return new CarHub("cars.test/listings", () -> new Room(room), () -> {});
    }

    private static CarHub refusing(RuntimeException said) {
        return new CarHub(
                "cars.test/listings",
                () -> {
                    throw said;
                },
                () -> {});
    }

    private final class Room implements CarHub.Batch {
        private final int room;
        private final List<String> events = new ArrayList<>();

        Room(int room) {
            this.room = room;
        }

        @Override
        public boolean add(String event) {
            return events.size() < room && events.add(event);
        }

        @Override
        public void send() {
            sent.add(events);
        }
    }
}
