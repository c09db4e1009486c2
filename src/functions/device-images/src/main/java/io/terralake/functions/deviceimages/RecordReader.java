package io.terralake.functions.deviceimages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.terralake.functions.messages.RejectedException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of a blob, one JSON object after the other, on one line each or on many. Only one is in memory, and of that no more than
 * {@link Content#MOST} bytes of the image.
 */
final class RecordReader implements Closeable {
    /** Characters of a text that is not the image: a path. */
    private static final int LONGEST_TEXT = 32_768;

    private static final int DEEPEST = 16;
    private static final JsonFactory JSON = JsonFactory.builder()
            // Names are not kept, however many there are.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private final JsonParser parser;
    private int count;
    private int line;

    RecordReader(InputStream blob) throws IOException {
        this.parser = JSON.createParser(blob);
    }

    /**
     * Goes to the next record.
     *
     * @return false when there is none
     * @throws RejectedException when there is something, but no JSON; nothing can be read after that
     */
    boolean next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token != null) {
                count++;
                line = parser.currentTokenLocation().getLineNr();
            }
            return token != null;
        } catch (JsonProcessingException e) {
            count++;
            line = parser.currentLocation().getLineNr();
            throw noJson(List.of());
        }
    }

    /**
     * Reads the record.
     *
     * @param problems gets what is wrong with it
     * @return its image; empty when there is a problem
     * @throws RejectedException when it is no JSON; nothing can be read after that
     */
    Optional<DeviceImage> read(List<String> problems) throws IOException {
        try {
            if (!parser.isExpectedStartObjectToken()) {
                problems.add("a record is an object, not %s".formatted(RecordFields.kind(parser.currentToken())));
                parser.skipChildren();
                return Optional.empty();
            }
            return new RecordFields(parser, problems).read();
        } catch (JsonProcessingException e) {
            throw noJson(problems);
        }
    }

    /** How many records there were. */
    int count() {
        return count;
    }

    /** Where the record is. */
    String place() {
        return "record %d (line %d)".formatted(count, line);
    }

    /** The parser's own words may repeat what it read, at any length. */
    private RejectedException noJson(List<String> problems) {
        JsonLocation location = parser.currentLocation();
        List<String> all = new ArrayList<>(problems);
        all.add("the JSON cannot be read at line %d, column %d, nor what comes after that"
                .formatted(location.getLineNr(), location.getColumnNr()));
        return new RejectedException("%s: %s".formatted(place(), String.join(", ", all)));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
