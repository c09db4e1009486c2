package io.terralake.functions.deviceimages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.Shown;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Event Grid says of a new blob, in its own schema or as CloudEvents 1.0.
 *
 * @param account the storage account
 * @param container the container
 * @param blob the name of the blob, with its folders
 * @param api the operation that made the blob, such as {@code FlushWithClose}
 */
record ImageEvent(String account, String container, String blob, String api) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String CREATED = "Microsoft.Storage.BlobCreated";

    /** Without segments that lead out of the container in an address. */
    private static final Pattern SUBJECT =
            Pattern.compile("(?s)/blobServices/default/containers/([^/]+)/blobs/(?!(?:.*/)?\\.\\.?(?:/|$))(.{1,1024})");

    private static final Pattern SOURCE = Pattern.compile("(?s).*/storageAccounts/([^/]+)");

    /** @throws RejectedException when the message is no such event */
    static ImageEvent of(String message) {
        JsonNode event = read(message);
        String type = text(event, event.has("specversion") ? "/type" : "/eventType");
        if (!type.equals(CREATED)) {
            throw new RejectedException("the event is %s: %s is allowed".formatted(Shown.quoted(type), CREATED));
        }
        Matcher subject =
                match(SUBJECT, event, "/subject", "/blobServices/default/containers/<container>/blobs/<blob>");
        Matcher source =
                match(SOURCE, event, event.has("specversion") ? "/source" : "/topic", "…/storageAccounts/<account>");
        return new ImageEvent(
                source.group(1),
                subject.group(1),
                subject.group(2),
                event.at("/data/api").asText());
    }

    private static JsonNode read(String message) {
        JsonNode event;
        try {
            event = MAPPER.readTree(message);
        } catch (JsonProcessingException e) {
            throw new RejectedException("the message is no JSON: %s".formatted(Shown.quoted(message)));
        }
        if (!event.isObject()) {
            throw new RejectedException(
                    "the message is no event, one JSON object: %s".formatted(Shown.quoted(message)));
        }
        return event;
    }

    private static String text(JsonNode event, String pointer) {
        JsonNode value = event.at(pointer);
        if (!value.isTextual()) {
            throw new RejectedException(
                    value.isMissingNode()
                            ? "the event has no %s".formatted(pointer)
                            : "the event's %s is %s: a text is allowed"
                                    .formatted(pointer, Shown.quoted(value.toString())));
        }
        return value.asText();
    }

    private static Matcher match(Pattern form, JsonNode event, String pointer, String allowed) {
        String value = text(event, pointer);
        Matcher matcher = form.matcher(value);
        if (!matcher.matches()) {
            throw new RejectedException(
                    "the event's %s is %s: %s is allowed".formatted(pointer, Shown.quoted(value), allowed));
        }
        return matcher;
    }
}
