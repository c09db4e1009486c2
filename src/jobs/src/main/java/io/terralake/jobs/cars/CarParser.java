package io.terralake.jobs.cars;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.terralake.cars.UsedCar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a listing from JSON, strictly: the nine fields, no other, each once and of its type, and what cannot be is none. */
final class CarParser {
    /** A listing has some 180 bytes. */
    static final int MOST_BYTES = 65_536;

    private static final JsonFactory JSON = JsonFactory.builder()
            // Names of fields are anybody's.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final Map<String, Integer> FIELDS = new HashMap<>();

    static {
        UsedCar.KEYS.forEach(key -> FIELDS.put(key, FIELDS.size()));
    }

    CheckedRecord check(RawRecord record) {
        if (record.problem() != null) {
            return CheckedRecord.bad(record, List.of(record.problem()));
        }
        if (record.length() > MOST_BYTES) {
            return CheckedRecord.bad(
                    record, List.of("the record has %d bytes, %d at most".formatted(record.length(), MOST_BYTES)));
        }
        try (JsonParser parser = JSON.createParser(record.bytes(), record.offset(), record.length())) {
            return check(record, parser);
        } catch (JsonProcessingException e) {
            return CheckedRecord.bad(
                    record,
                    List.of("broken JSON after %d bytes"
                            .formatted(e.getLocation().getByteOffset())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CheckedRecord check(RawRecord record, JsonParser parser) throws IOException {
        List<String> reasons = new ArrayList<>();
        CarFields fields = new CarFields(reasons);
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return CheckedRecord.bad(record, List.of("the record is no JSON object"));
        }
        int seen = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Integer field = FIELDS.get(name);
            if (field == null) {
                reasons.add("\"%s\" is no field of a listing".formatted(CarFields.shorten(name)));
            } else if ((seen & 1 << field) != 0) {
                reasons.add("\"%s\" is there twice".formatted(name));
            } else {
                seen |= 1 << field;
                fields.read(field, parser);
            }
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            return CheckedRecord.bad(record, List.of("something follows after the JSON object"));
        }
        for (int field = 0; field < UsedCar.KEYS.size(); field++) {
            if ((seen & 1 << field) == 0) {
                reasons.add("\"%s\" is missing".formatted(UsedCar.KEYS.get(field)));
            }
        }
        UsedCar car = fields.car();
        return reasons.isEmpty() ? CheckedRecord.good(record, car) : CheckedRecord.bad(record, reasons);
    }

    /** Whether bytes are one JSON object and nothing else. */
    static boolean isOneObject(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
