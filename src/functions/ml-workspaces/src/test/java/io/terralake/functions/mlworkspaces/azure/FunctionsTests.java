package io.terralake.functions.mlworkspaces.azure;

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
import io.terralake.armservice.Requests;
import io.terralake.functions.testing.FakeRequest;
import io.terralake.functions.testing.QuietLog;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
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
                    .containsExactlyInAnyOrder("host.json", "register", "send_data");
        }
        Method register = MlWorkspacesFunctions.class.getMethod("register", String.class, OutputBinding.class);
        QueueTrigger trigger = register.getParameters()[0].getAnnotation(QueueTrigger.class);
        assertThat(file("register"))
                .isEqualTo(describe(
                        register,
                        List.of(
                                Map.of(
                                        "type", "queueTrigger",
                                        "direction", "in",
                                        "name", trigger.name(),
                                        "queueName", trigger.queueName(),
                                        "connection", trigger.connection()),
                                output(register))));
        Method sendData =
                MlWorkspacesFunctions.class.getMethod("sendData", HttpRequestMessage.class, OutputBinding.class);
        HttpTrigger http = sendData.getParameters()[0].getAnnotation(HttpTrigger.class);
        assertThat(file("send_data"))
                .isEqualTo(describe(
                        sendData,
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
                                output(sendData),
                                Map.of("type", "http", "direction", "out", "name", "$return"))));
    }

    /** By itself a host that is not .NET has triggers of HTTP and timers only, and would not start the function. */
    @Test
    void theHostGetsTheBindingsOfQueues() throws IOException {
        assertThat(host().path("extensionBundle"))
                .isEqualTo(MAPPER.readTree(
                        "{\"id\":\"Microsoft.Azure.Functions.ExtensionBundle\",\"version\":\"[4.0.0, 5.0.0)\"}"));
    }

    /** A request at a time: each has as many calls under way as ARM takes well. */
    @Test
    void theHostGivesOneRequestAtATime() throws IOException {
        assertThat(queues().path("batchSize").asInt()).isEqualTo(1);
        assertThat(queues().path("newBatchThreshold").asInt(-1)).isZero();
        assertThat(queues().path("messageEncoding").asText()).isEqualTo("base64");
    }

    @Test
    void theHostTriesForFiveDays() throws IOException {
        Duration wait = Duration.between(
                LocalTime.MIN,
                LocalTime.parse(queues().path("visibilityTimeout").asText()));
        assertThat(wait.multipliedBy(queues().path("maxDequeueCount").asLong())).isEqualTo(Duration.ofDays(5));
    }

    @Test
    void theRouteIsThatOfTheContract() throws IOException {
        assertThat(host().at("/extensions/http/routePrefix").asText("none")).isEmpty();
        assertThat(file("send_data").at("/bindings/0/route").asText()).isEqualTo("send_data/{id?}");
    }

    /** Before anything of the settings is read. */
    @Test
    void whoIsNotAuthenticatedIsRefused() {
        Output accepted = new Output();
        FakeRequest nobody = new FakeRequest(
                HttpMethod.POST,
                "https://ml.example/send_data",
                Map.of("content-type", "application/json"),
                Optional.of(Requests.BARE));
        assertThat(new MlWorkspacesFunctions().sendData(nobody, accepted).getStatusCode())
                .isEqualTo(401);
        assertThat(accepted.getValue()).isNull();
    }

    private static final class Output implements OutputBinding<String> {
        private @Nullable String value;

        @Override
        public @Nullable String getValue() {
            return value;
        }

        @Override
        public void setValue(String set) {
            value = set;
        }
    }

    private static JsonNode host() throws IOException {
        return MAPPER.readTree(APP.resolve("host.json").toFile());
    }

    private static JsonNode queues() throws IOException {
        return host().at("/extensions/queues");
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
        assertThat(method.getAnnotation(FunctionName.class).value().replace("_d", "D"))
                .isEqualTo(method.getName());
        return MAPPER.valueToTree(Map.of(
                "scriptFile",
                "../ml-workspaces.jar",
                "entryPoint",
                "%s.%s".formatted(method.getDeclaringClass().getName(), method.getName()),
                "bindings",
                bindings));
    }
}
