package io.terralake.functions.modelevents.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.azure.functions.HttpMethod;
import io.terralake.functions.modelevents.TestEvents;
import io.terralake.functions.testing.FakeRequest;
import io.terralake.functions.testing.FunctionFiles;
import io.terralake.functions.testing.GivenOutput;
import io.terralake.functions.testing.QuietLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files of the package say what the annotations say. */
@ExtendWith(QuietLog.class)
class FunctionsTests {
    @Test
    void everyFunctionHasItsFile() throws IOException {
        assertThat(FunctionFiles.names()).containsExactlyInAnyOrder("host.json", "dispatch", "events");
        Map<String, JsonNode> annotated = FunctionFiles.annotated(ModelEventsFunctions.class, "model-events.jar");
        assertThat(annotated).containsOnlyKeys("dispatch", "events");
        for (String name : annotated.keySet()) {
            assertThat(FunctionFiles.of(name)).as(name).isEqualTo(annotated.get(name));
            assertThat(annotated.get(name).path("entryPoint").asText()).endsWith("." + name);
        }
    }

    @Test
    void theHostGivesEightMessagesAtOnce() throws IOException {
        assertThat(FunctionFiles.queues().path("batchSize").asInt()).isEqualTo(8);
        assertThat(FunctionFiles.queues().path("newBatchThreshold").asInt(-1)).isZero();
        assertThat(FunctionFiles.queues().path("messageEncoding").asText()).isEqualTo("base64");
    }

    /** By itself a host that is not .NET has triggers of HTTP and timers only. */
    @Test
    void theHostGetsTheBindingsOfQueues() throws IOException {
        assertThat(FunctionFiles.host().path("extensionBundle"))
                .hasToString("{\"id\":\"Microsoft.Azure.Functions.ExtensionBundle\",\"version\":\"[4.0.0, 5.0.0)\"}");
    }

    /** GitHub may be away, or closed to us, for long; messages of Event Grid live seven days unless they live for ever. */
    @Test
    void theHostTriesForFiveDays() throws IOException {
        Duration wait = Duration.between(
                LocalTime.MIN,
                LocalTime.parse(FunctionFiles.queues().path("visibilityTimeout").asText()));
        assertThat(wait.multipliedBy(
                        FunctionFiles.queues().path("maxDequeueCount").asLong()))
                .isEqualTo(Duration.ofDays(5));
    }

    @Test
    void theRouteIsThatOfTheContract() throws IOException {
        assertThat(FunctionFiles.host().at("/extensions/http/routePrefix").asText("none"))
                .isEmpty();
        assertThat(FunctionFiles.of("events").at("/bindings/0/route").asText()).isEqualTo("events");
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
        GivenOutput<List<String>> accepted = new GivenOutput<>();
        FakeRequest request = new FakeRequest(
                HttpMethod.POST, "https://events.example/events", headers, Optional.of("[%s]".formatted(event)));
        assertThat(new ModelEventsFunctions().events(request, accepted).getStatusCode())
                .isEqualTo(200);
        assertThat(accepted.getValue()).containsExactly(event);

        GivenOutput<List<String>> refused = new GivenOutput<>();
        FakeRequest nobody =
                new FakeRequest(HttpMethod.POST, "https://events.example/events", Map.of(), Optional.of(event));
        assertThat(new ModelEventsFunctions().events(nobody, refused).getStatusCode())
                .isEqualTo(401);
        assertThat(refused.getValue()).isNull();
    }
}
