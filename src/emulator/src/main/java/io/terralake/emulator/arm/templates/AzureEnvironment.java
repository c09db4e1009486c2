package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Where the services of the public cloud are, from the file {@code environment.json} beside this class. */
final class AzureEnvironment {
    private static final ObjectNode JSON = read();

    private AzureEnvironment() {}

    static ObjectNode json() {
        return JSON.deepCopy();
    }

    private static ObjectNode read() {
        try (InputStream in = AzureEnvironment.class.getResourceAsStream("environment.json")) {
            return (ObjectNode) new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
