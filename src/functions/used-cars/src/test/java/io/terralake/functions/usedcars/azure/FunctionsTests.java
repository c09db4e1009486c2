package io.terralake.functions.usedcars.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.functions.testing.FunctionFiles;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The files of the package say what the annotations say. */
class FunctionsTests {
    @Test
    void everyFunctionHasItsFile() throws IOException {
        assertThat(FunctionFiles.names()).containsExactlyInAnyOrder("host.json", "api", "dashboard", "listings");
        Map<String, JsonNode> annotated = FunctionFiles.annotated(UsedCarsFunctions.class, "used-cars.jar");
        assertThat(annotated).containsOnlyKeys("api", "dashboard", "listings");
        for (String name : annotated.keySet()) {
            assertThat(FunctionFiles.of(name)).as(name).isEqualTo(annotated.get(name));
        }
    }

    @Test
    void routesAreThoseOfTheContract() throws IOException {
        assertThat(FunctionFiles.host().at("/extensions/http/routePrefix").asText("none"))
                .isEmpty();
        assertThat(List.of(route("api"), route("dashboard"), route("listings")))
                .containsExactly("GET v1/{*path}", "GET dashboard/{file?}", "POST listings");
    }

    private static String route(String name) throws IOException {
        JsonNode trigger = FunctionFiles.of(name).at("/bindings/0");
        return "%s %s"
                .formatted(
                        trigger.at("/methods/0").asText(), trigger.path("route").asText());
    }
}
