package io.terralake.functions.deviceimages.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.OutputBinding;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueOutput;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the package say what the annotations say. */
class FunctionsTests {
    private static final Path APP = Path.of("src/main/app");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void theFunctionHasItsFile() throws IOException, NoSuchMethodException {
        try (Stream<Path> files = Files.list(APP)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("host.json", "images");
        }
        Method method = ImageFunctions.class.getMethod("images", String.class, OutputBinding.class);
        assertThat(method.getAnnotation(FunctionName.class).value()).isEqualTo("images");
        assertThat(MAPPER.readTree(APP.resolve("images/function.json").toFile()))
                .isEqualTo(describe(method));
    }

    /** By itself a host that is not .NET has triggers of HTTP and timers only, and would not start the function. */
    @Test
    void theHostGetsTheBindingsOfQueues() throws IOException {
        assertThat(host().path("extensionBundle"))
                .isEqualTo(MAPPER.readTree(
                        "{\"id\":\"Microsoft.Azure.Functions.ExtensionBundle\",\"version\":\"[4.0.0, 5.0.0)\"}"));
    }

    /** Memory: so many messages at once, and no more. */
    @Test
    void theHostGivesAsManyMessagesAtOnceAsThereAreConnections() throws IOException {
        assertThat(queues().path("batchSize").asInt()).isEqualTo(Services.AT_ONCE);
        assertThat(queues().path("newBatchThreshold").asInt(-1)).isZero();
        assertThat(queues().path("messageEncoding").asText()).isEqualTo("base64");
    }

    /**
     * A database may be away for days, and a message that ends the process each time must be in the poison queue before the seven days are over
     * that messages of Event Grid live unless they live for ever.
     */
    @Test
    void theHostTriesForFiveDays() throws IOException {
        Duration wait = Duration.between(
                LocalTime.MIN,
                LocalTime.parse(queues().path("visibilityTimeout").asText()));
        assertThat(wait.multipliedBy(queues().path("maxDequeueCount").asLong())).isEqualTo(Duration.ofDays(5));
    }

    private static JsonNode queues() throws IOException {
        return host().at("/extensions/queues");
    }

    private static JsonNode host() throws IOException {
        return MAPPER.readTree(APP.resolve("host.json").toFile());
    }

    private static JsonNode describe(Method method) {
        QueueTrigger trigger = method.getParameters()[0].getAnnotation(QueueTrigger.class);
        QueueOutput output = method.getParameters()[1].getAnnotation(QueueOutput.class);
        return MAPPER.valueToTree(Map.of(
                "scriptFile", "../device-images.jar",
                "entryPoint", "%s.%s".formatted(method.getDeclaringClass().getName(), method.getName()),
                "bindings",
                        List.of(
                                Map.of(
                                        "type", "queueTrigger",
                                        "direction", "in",
                                        "name", trigger.name(),
                                        "queueName", trigger.queueName(),
                                        "connection", trigger.connection()),
                                Map.of(
                                        "type", "queue",
                                        "direction", "out",
                                        "name", output.name(),
                                        "queueName", output.queueName(),
                                        "connection", output.connection()))));
    }
}
