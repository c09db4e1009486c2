package io.terralake.factory.model;

import com.azure.json.JsonSerializable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.ConstructException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.constructs.Construct;

/** The SDK's models as JSON. */
final class Models {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern MISSING = Pattern.compile("Missing required property (\\w+) in model (\\w+)");

    private Models() {}

    /** The model as the service wants it. */
    static ObjectNode json(JsonSerializable<?> model) {
        try {
            return withoutNulls((ObjectNode) JSON.readTree(model.toJsonString()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the model %s makes no JSON: %s"
                    .formatted(model.getClass().getSimpleName(), e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some models write a null for what was not set, and none means one. */
    private static <T extends JsonNode> T withoutNulls(T json) {
        if (json instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        json.forEach(Models::withoutNulls);
        return json;
    }

    /**
     * The model of a construct as the service wants it.
     *
     * @param validate the model's own check
     * @throws ConstructException with a field that is not set and that the model needs
     */
    static ObjectNode json(Construct construct, JsonSerializable<?> model, Runnable validate) {
        try {
            check("", validate);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(construct, String.valueOf(e.getMessage()), e);
        }
        return json(model);
    }

    /**
     * Refuses a model without a field that it needs.
     *
     * @param context what the message starts with, such as {@code activity "Copy": }
     * @param validate the model's own check
     * @throws IllegalArgumentException with the field
     */
    static void check(String context, Runnable validate) {
        try {
            validate.run();
        } catch (IllegalArgumentException e) {
            Matcher missing = MISSING.matcher(String.valueOf(e.getMessage()));
            throw new IllegalArgumentException(
                    context
                            + (missing.matches()
                                    ? "the field %s of the model %s is not set"
                                            .formatted(missing.group(1), missing.group(2))
                                    : e.getMessage()),
                    e);
        }
    }
}
