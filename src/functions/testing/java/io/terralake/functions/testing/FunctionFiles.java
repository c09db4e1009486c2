package io.terralake.functions.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueOutput;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of an app in {@code src/main/app}, and what they must say after the annotations of its class. */
public final class FunctionFiles {
    private static final Path APP = Path.of("src/main/app");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FunctionFiles() {}

    /** The names of all that is there. */
    public static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(APP)) {
            return files.map(Path::getFileName).map(Path::toString).toList();
        }
    }

    /** What {@code host.json} says. */
    public static JsonNode host() throws IOException {
        return MAPPER.readTree(APP.resolve("host.json").toFile());
    }

    /** What {@code host.json} says of queues. */
    public static JsonNode queues() throws IOException {
        return host().at("/extensions/queues");
    }

    /** What the file of a function says. */
    public static JsonNode of(String function) throws IOException {
        return MAPPER.readTree(APP.resolve(function).resolve("function.json").toFile());
    }

    /**
     * What the files of a class's functions must say, by their names.
     *
     * @param jar the app's, beside the functions' folders
     */
    public static Map<String, JsonNode> annotated(Class<?> functions, String jar) {
        Map<String, JsonNode> annotated = new TreeMap<>();
        for (Method method : functions.getDeclaredMethods()) {
            FunctionName name = method.getAnnotation(FunctionName.class);
            if (name != null) {
                annotated.put(
                        name.value(),
                        MAPPER.valueToTree(Map.of(
                                "scriptFile",
                                "../" + jar,
                                "entryPoint",
                                "%s.%s".formatted(functions.getName(), method.getName()),
                                "bindings",
                                bindings(method))));
            }
        }
        return annotated;
    }

    private static List<Map<String, Object>> bindings(Method method) {
        List<Map<String, Object>> bindings = new ArrayList<>();
        for (AnnotatedElement parameter : method.getParameters()) {
            HttpTrigger http = parameter.getAnnotation(HttpTrigger.class);
            QueueTrigger queue = parameter.getAnnotation(QueueTrigger.class);
            QueueOutput output = parameter.getAnnotation(QueueOutput.class);
            if (http != null) {
                bindings.add(Map.of(
                        "type", "httpTrigger",
                        "direction", "in",
                        "name", http.name(),
                        "methods", Arrays.stream(http.methods()).map(Enum::name).toList(),
                        "route", http.route(),
                        "authLevel", http.authLevel().name().toLowerCase(Locale.ROOT)));
            } else if (queue != null) {
                bindings.add(ofQueue("queueTrigger", "in", queue.name(), queue.queueName(), queue.connection()));
            } else if (output != null) {
                bindings.add(ofQueue("queue", "out", output.name(), output.queueName(), output.connection()));
            } else {
                throw new IllegalArgumentException("a parameter of %s has no known binding".formatted(method));
            }
        }
        if (method.getReturnType() == HttpResponseMessage.class) {
            bindings.add(Map.of("type", "http", "direction", "out", "name", "$return"));
        }
        return bindings;
    }

    private static Map<String, Object> ofQueue(
            String type, String direction, String name, String queue, String connection) {
        return Map.of("type", type, "direction", direction, "name", name, "queueName", queue, "connection", connection);
    }
}
