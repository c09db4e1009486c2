package io.terralake.functions.mlworkspaces.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.HttpMethod;
import io.terralake.functions.testing.FakeRequest;
import io.terralake.functions.testing.FunctionFiles;
import io.terralake.functions.testing.GivenOutput;
import io.terralake.functions.testing.QuietLog;
import io.terralake.registration.testing.Requests;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files of the package say what the annotations say. */
@ExtendWith(QuietLog.class)
class FunctionsTests {
    @Test
    void everyFunctionHasItsFile() throws IOException {
        assertThat(FunctionFiles.names()).containsExactlyInAnyOrder("host.json", "register", "send_data");
        Map<String, JsonNode> annotated = FunctionFiles.annotated(MlWorkspacesFunctions.class, "ml-workspaces.jar");
        assertThat(annotated).containsOnlyKeys("register", "send_data");
        for (String name : annotated.keySet()) {
            assertThat(FunctionFiles.of(name)).as(name).isEqualTo(annotated.get(name));
            assertThat(annotated.get(name).path("entryPoint").asText()).endsWith("." + name.replace("_d", "D"));
        }
    }

    /** By itself a host that is not .NET has triggers of HTTP and timers only, and would not start the function. */
    @Test
    void theHostGetsTheBindingsOfQueues() throws IOException {
        assertThat(FunctionFiles.host().path("extensionBundle"))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        "{\"id\":\"Microsoft.Azure.Functions.ExtensionBundle\",\"version\":\"[4.0.0, 5.0.0)\"}"));
    }

    /** A request at a time: each has as many calls under way as ARM takes well. */
    @Test
    void theHostGivesOneRequestAtATime() throws IOException {
        assertThat(FunctionFiles.queues().path("batchSize").asInt()).isEqualTo(1);
        assertThat(FunctionFiles.queues().path("newBatchThreshold").asInt(-1)).isZero();
        assertThat(FunctionFiles.queues().path("messageEncoding").asText()).isEqualTo("base64");
    }

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
        assertThat(FunctionFiles.of("send_data").at("/bindings/0/route").asText())
                .isEqualTo("send_data/{id?}");
    }

    /** Before anything of the settings is read. */
    @Test
    void whoIsNotAuthenticatedIsRefused() {
        GivenOutput<String> accepted = new GivenOutput<>();
        FakeRequest nobody = new FakeRequest(
                HttpMethod.POST,
                "https://ml.example/send_data",
                Map.of("content-type", "application/json"),
                Optional.of(Requests.BARE));
        assertThat(new MlWorkspacesFunctions().sendData(nobody, accepted).getStatusCode())
                .isEqualTo(401);
        assertThat(accepted.getValue()).isNull();
    }
}
