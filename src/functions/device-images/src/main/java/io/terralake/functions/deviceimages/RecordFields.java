package io.terralake.functions.deviceimages;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.terralake.functions.messages.Poison;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a record: {@code path}, {@code length} and {@code content}, in any order. Others do not count. */
final class RecordFields {
    private static final String NO_BASE64 = "/content: no base64 text";
    private static final Pattern QUOTE = Pattern.compile("^Illegal character '\"'");

    private final JsonParser parser;
    private final List<String> problems;
    private @Nullable String path;
    private @Nullable String length;
    private @Nullable Content content;

    RecordFields(JsonParser parser, List<String> problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** Reads to the end of the record, whatever is wrong in it. */
    Optional<DeviceImage> read() throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "path" -> {
                    once(path, "/path");
                    path = is(value, JsonToken.VALUE_STRING, "/path: a text") ? parser.getText() : "";
                }
                case "length" -> {
                    once(length, "/length");
                    length = is(value, JsonToken.VALUE_NUMBER_INT, "/length: an integer") ? parser.getText() : "";
                }
                case "content" -> {
                    once(content, "/content");
                    // The first one must not be in memory beside the second.
                    content = null;
                    content = decode(value);
                }
                default -> {}
            }
            parser.skipChildren();
        }
        return image();
    }

    /** As it is read: the text itself is never in memory. */
    private Content decode(JsonToken value) throws IOException {
        Content decoded = new Content();
        if (is(value, JsonToken.VALUE_STRING, "/content: a base64 text")) {
            try {
                parser.readBinaryValue(decoded);
            } catch (Content.TooLongException e) {
                problem("/content: the image is too long: at most %d bytes are allowed".formatted(Content.MOST));
            } catch (JsonProcessingException e) {
                // Or the blob ends here, which the next token finds out.
                problem(NO_BASE64);
            } catch (IllegalArgumentException e) {
                problem(NO_BASE64);
                if (QUOTE.matcher(String.valueOf(e.getMessage())).find()) {
                    // The parser is behind the text's end, and does not know it.
                    throw new JsonParseException(parser, NO_BASE64);
                }
            }
        }
        return decoded;
    }

    private Optional<DeviceImage> image() {
        missing(path, "/path");
        missing(length, "/length");
        missing(content, "/content");
        if (!problems.isEmpty() || path == null || content == null) {
            return Optional.empty();
        }
        String filename = FileName.of(path, problems);
        int decoded = content.bytes().remaining();
        if (!String.valueOf(decoded).equals(length)) {
            problem("/length: %s, but /content has %d bytes".formatted(length, decoded));
        }
        return problems.isEmpty() ? Optional.of(new DeviceImage(filename, content.bytes())) : Optional.empty();
    }

    /** As many as are told, however many there are. */
    private void problem(String problem) {
        if (problems.size() < Poison.MOST_REASONS) {
            problems.add(problem);
        }
    }

    private void once(@Nullable Object before, String pointer) {
        if (before != null) {
            problem("%s is there twice".formatted(pointer));
        }
    }

    private void missing(@Nullable Object value, String pointer) {
        if (value == null) {
            problem("%s is missing".formatted(pointer));
        }
    }

    private boolean is(JsonToken value, JsonToken wanted, String allowed) {
        if (value != wanted) {
            problem("%s is allowed, not %s".formatted(allowed, kind(value)));
        }
        return value == wanted;
    }

    static String kind(JsonToken value) {
        return switch (value) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT -> "an integer";
            case VALUE_NUMBER_FLOAT -> "a fraction";
            default -> value.asString();
        };
    }
}
