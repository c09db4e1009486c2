package io.terralake.functions.usedcars.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the package say what the annotations say. */
class FunctionsTests {
    private static final Path APP = Path.of("src/main/app");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void everyFunctionHasItsFile() throws IOException {
        try (Stream<Path> files = Files.list(APP)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("host.json", "api", "dashboard", "listings");
        }
        Map<String, JsonNode> annotated = new TreeMap<>();
        for (Method method : UsedCarsFunctions.class.getDeclaredMethods()) {
            FunctionName name = method.getAnnotation(FunctionName.class);
            if (name != null) {
                annotated.put(name.value(), describe(method));
            }
        }
        assertThat(annotated).containsOnlyKeys("api", "dashboard", "listings");
        for (String name : annotated.keySet()) {
            JsonNode file =
                    MAPPER.readTree(APP.resolve(name).resolve("function.json").toFile());
            assertThat(file).as(name).isEqualTo(annotated.get(name));
        }
    }

    @Test
    void routesAreThoseOfTheContract() throws IOException {
        assertThat(MAPPER.readTree(APP.resolve("host.json").toFile())
                        .at("/extensions/http/routePrefix")
                        .asText("none"))
                .isEmpty();
        assertThat(List.of(route("api"), route("dashboard"), route("listings")))
                .containsExactly("GET v1/{*path}", "GET dashboard/{file?}", "POST listings");
    }

    private static String route(String name) throws IOException {
        JsonNode trigger = MAPPER.readTree(
                        APP.resolve(name).resolve("function.json").toFile())
                .at("/bindings/0");
        return "%s %s"
                .formatted(
                        trigger.at("/methods/0").asText(), trigger.path("route").asText());
    }

    private static JsonNode describe(Method method) {
        HttpTrigger trigger = method.getParameters()[0].getAnnotation(HttpTrigger.class);
        return MAPPER.valueToTree(Map.of(
                "scriptFile", "../used-cars.jar",
                "entryPoint", "%s.%s".formatted(method.getDeclaringClass().getName(), method.getName()),
                "bindings",
                        List.of(
                                Map.of(
                                        "type", "httpTrigger",
                                        "direction", "in",
                                        "name", trigger.name(),
                                        "methods",
                                                Arrays.stream(trigger.methods())
                                                        .map(Enum::name)
                                                        .toList(),
                                        "route", trigger.route(),
                                        "authLevel", trigger.authLevel().name().toLowerCase(Locale.ROOT)),
                                Map.of("type", "http", "direction", "out", "name", "$return"))));
    }
}
