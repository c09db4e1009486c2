package io.terralake.deployhook.input;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

/** JSON that people or programs give to the hook: whole, without anything behind it, no name twice, no number for a text. */
public final class StrictJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private StrictJson() {}

    /**
     * Reads a document.
     *
     * @param source what the text is from, for messages
     * @param text the whole document
     * @return its root
     * @throws BadInputException with line and column, when it is no JSON
     */
    public static JsonNode read(String source, String text) {
        try {
            JsonNode document = JSON.readTree(text);
            if (document.isMissingNode()) {
                throw new BadInputException("%s: the file is empty".formatted(source));
            }
            return document;
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : ":%d:%d"
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw new BadInputException("%s%s: no JSON: %s".formatted(source, place, e.getOriginalMessage()));
        }
    }

    /**
     * Makes a record of a document.
     *
     * @throws BadInputException when the document is of another form
     */
    public static <T> T to(Class<T> type, String source, JsonNode document) {
        try {
            return JSON.treeToValue(document, type);
        } catch (JacksonException e) {
            // The record's own words, without the class that could not be made, which says nothing to a user.
            String reason = e.getCause() == null
                    ? e.getOriginalMessage()
                    : String.valueOf(e.getCause().getMessage());
            throw new BadInputException("%s: %s".formatted(source, reason));
        }
    }
}
