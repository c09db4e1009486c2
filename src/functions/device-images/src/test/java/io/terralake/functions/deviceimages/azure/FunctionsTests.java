package io.terralake.functions.deviceimages.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.terralake.functions.testing.FunctionFiles;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The files of the package say what the annotations say. */
class FunctionsTests {
    @Test
    void theFunctionHasItsFile() throws IOException {
        assertThat(FunctionFiles.names()).containsExactlyInAnyOrder("host.json", "images");
        assertThat(FunctionFiles.annotated(ImageFunctions.class, "device-images.jar"))
                .isEqualTo(Map.of("images", FunctionFiles.of("images")));
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

    /** Memory: so many messages at once, and no more. */
    @Test
    void theHostGivesAsManyMessagesAtOnceAsThereAreConnections() throws IOException {
        assertThat(FunctionFiles.queues().path("batchSize").asInt()).isEqualTo(Services.AT_ONCE);
        assertThat(FunctionFiles.queues().path("newBatchThreshold").asInt(-1)).isZero();
        assertThat(FunctionFiles.queues().path("messageEncoding").asText()).isEqualTo("base64");
    }

    /**
     * A database may be away for days, and a message that ends the process each time must be in the poison queue before the seven days are over
     * that messages of Event Grid live unless they live for ever.
     */
    @Test
    void theHostTriesForFiveDays() throws IOException {
        Duration wait = Duration.between(
                LocalTime.MIN,
                LocalTime.parse(FunctionFiles.queues().path("visibilityTimeout").asText()));
        assertThat(wait.multipliedBy(
                        FunctionFiles.queues().path("maxDequeueCount").asLong()))
                .isEqualTo(Duration.ofDays(5));
    }
}
