package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** Azure Resource Manager as it asks itself: what it does for somebody is refused and computed as what somebody does. */
final class Self {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int REFUSED = 400;

    private final Function<Request, Reply> arm;
    private final Operations operations;

    Self(Function<Request, Reply> arm, Operations operations) {
        this.arm = arm;
        this.operations = operations;
    }

    /**
     * What is answered.
     *
     * @param operation where somebody would ask how a long operation goes, empty for none
     */
    record Answer(int status, JsonNode json, String operation) {
        boolean isRefused() {
            return status >= REFUSED;
        }

        String code() {
            return json.at("/error/code").asText();
        }

        String message() {
            return json.at("/error/message").asText();
        }
    }

    Answer ask(String method, String path, String apiVersion, JsonNode body) {
        String host = "management.azure.com";
        Reply reply = arm.apply(new Request(
                method,
                "https://" + host,
                host,
                path,
                Map.of("api-version", apiVersion),
                Map.of("host", host),
                body.toString().getBytes(StandardCharsets.UTF_8)));
        try {
            return new Answer(
                    reply.status(),
                    reply.body().length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(reply.body()),
                    reply.headers().getOrDefault("Azure-AsyncOperation", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until an operation has ended. */
    void await(Answer answer) {
        operations.end(answer.operation());
    }
}
