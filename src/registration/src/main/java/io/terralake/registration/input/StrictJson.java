package io.terralake.registration.input;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON that people or programs give: whole, without anything behind it, no name twice. */
public final class StrictJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
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
            throw new BadInputException("%s%s: no JSON: %s".formatted(source, place, said(e)));
        }
    }

    /** What the parser says may quote the text, with everything that is in it. */
    private static String said(JacksonException e) {
        String quoted = Shown.quoted(String.valueOf(e.getOriginalMessage()).replaceAll("\\R\\s*", " "));
        return quoted.substring(1, quoted.lastIndexOf('"'));
    }
}
