package io.terralake.functions.modelevents.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.OutputBinding;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueOutput;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import io.terralake.functions.modelevents.TestEvents;
import io.terralake.functions.testing.FakeRequest;
import io.terralake.functions.testing.QuietLog;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files of the package say what the annotations say. */
@ExtendWith(QuietLog.class)
class FunctionsTests {
    private static final Path APP = Path.of("src/main/app");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void everyFunctionHasItsFile() throws IOException, NoSuchMethodException {
        try (Stream<Path> files = Files.list(APP)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("host.json", "dispatch", "events");
        }
        Method dispatch = ModelEventsFunctions.class.getMethod("dispatch", String.class, OutputBinding.class);
        QueueTrigger trigger = dispatch.getParameters()[0].getAnnotation(QueueTrigger.class);
        assertThat(file("dispatch"))
                .isEqualTo(describe(
                        dispatch,
                        List.of(
                                Map.of(
                                        "type", "queueTrigger",
                                        "direction", "in",
                                        "name", trigger.name(),
                                        "queueName", trigger.queueName(),
                                        "connection", trigger.connection()),
                                output(dispatch))));
        Method events = ModelEventsFunctions.class.getMethod("events", HttpRequestMessage.class, OutputBinding.class);
        HttpTrigger http = events.getParameters()[0].getAnnotation(HttpTrigger.class);
        assertThat(file("events"))
                .isEqualTo(describe(
                        events,
                        List.of(
                                Map.of(
                                        "type", "httpTrigger",
                                        "direction", "in",
                                        "name", http.name(),
                                        "methods",
                                                Arrays.stream(http.methods())
                                                        .map(Enum::name)
                                                        .toList(),
                                        "route", http.route(),
                                        "authLevel", http.authLevel().name().toLowerCase(Locale.ROOT)),
                                output(events),
                                Map.of("type", "http", "direction", "out", "name", "$return"))));
    }

    @Test
    void theHostGivesEightMessagesAtOnce() throws IOException {
        assertThat(queues().path("batchSize").asInt()).isEqualTo(8);
        assertThat(queues().path("newBatchThreshold").asInt(-1)).isZero();
        assertThat(queues().path("messageEncoding").asText()).isEqualTo("base64");
    }

    /** By itself a host that is not .NET has triggers of HTTP and timers only. */
    @Test
    void theHostGetsTheBindingsOfQueues() throws IOException {
        assertThat(MAPPER.readTree(APP.resolve("host.json").toFile()).path("extensionBundle"))
                .hasToString("{\"id\":\"Microsoft.Azure.Functions.ExtensionBundle\",\"version\":\"[4.0.0, 5.0.0)\"}");
    }

    /** GitHub may be away, or closed to us, for long; messages of Event Grid live seven days unless they live for ever. */
    @Test
    void theHostTriesForFiveDays() throws IOException {
        Duration wait = Duration.between(
                LocalTime.MIN,
                LocalTime.parse(queues().path("visibilityTimeout").asText()));
        assertThat(wait.multipliedBy(queues().path("maxDequeueCount").asLong())).isEqualTo(Duration.ofDays(5));
    }

    @Test
    void theRouteIsThatOfTheContract() throws IOException {
        assertThat(MAPPER.readTree(APP.resolve("host.json").toFile())
                        .at("/extensions/http/routePrefix")
                        .asText("none"))
                .isEmpty();
        assertThat(file("events").at("/bindings/0/route").asText()).isEqualTo("events");
    }

    @Test
    void putsEventsIntoTheQueue() {
        String principal = "{\"claims\":[{\"typ\":\"roles\",\"val\":\"Events.Send\"}]}";
        Map<String, String> headers = Map.of(
                "content-type",
                "application/json",
                "x-ms-client-principal",
                Base64.getEncoder().encodeToString(principal.getBytes(StandardCharsets.UTF_8)));
        String event = TestEvents.runCompleted("1");
        Output<List<String>> accepted = new Output<>();
        FakeRequest request = new FakeRequest(
                HttpMethod.POST, "https://events.example/events", headers, Optional.of("[%s]".formatted(event)));
        assertThat(new ModelEventsFunctions().events(request, accepted).getStatusCode())
                .isEqualTo(200);
        assertThat(accepted.getValue()).containsExactly(event);

        Output<List<String>> refused = new Output<>();
        FakeRequest nobody =
                new FakeRequest(HttpMethod.POST, "https://events.example/events", Map.of(), Optional.of(event));
        assertThat(new ModelEventsFunctions().events(nobody, refused).getStatusCode())
                .isEqualTo(401);
        assertThat(refused.getValue()).isNull();
    }

    private static final class Output<T> implements OutputBinding<T> {
        private @Nullable T value;

        @Override
        public @Nullable T getValue() {
            return value;
        }

        @Override
        public void setValue(T set) {
            value = set;
        }
    }

    private static JsonNode queues() throws IOException {
        return MAPPER.readTree(APP.resolve("host.json").toFile()).at("/extensions/queues");
    }

    private static JsonNode file(String function) throws IOException {
        return MAPPER.readTree(APP.resolve(function).resolve("function.json").toFile());
    }

    private static Map<String, Object> output(Method method) {
        QueueOutput output = method.getParameters()[1].getAnnotation(QueueOutput.class);
        return Map.of(
                "type", "queue",
                "direction", "out",
                "name", output.name(),
                "queueName", output.queueName(),
                "connection", output.connection());
    }

    private static JsonNode describe(Method method, List<Map<String, Object>> bindings) {
        assertThat(method.getAnnotation(FunctionName.class).value()).isEqualTo(method.getName());
        return MAPPER.valueToTree(Map.of(
                "scriptFile",
                "../model-events.jar",
                "entryPoint",
                "%s.%s".formatted(method.getDeclaringClass().getName(), method.getName()),
                "bindings",
                bindings));
    }
}
