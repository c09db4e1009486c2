package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The types of which something is known, from the folder {@code types} beside this class. */
final class ResourceTypes {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, ResourceType> types = new TreeMap<>();

    ResourceTypes() {
        for (String file : lines("types/index.txt")) {
            try (InputStream in = open("types/" + file)) {
                ResourceType type = JSON.readValue(in, ResourceType.class);
                types.put(type.type().toLowerCase(Locale.ROOT), type);
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
    }

    /** What is known of a type. */
    ResourceType of(String type) {
        ResourceType known = types.get(type.toLowerCase(Locale.ROOT));
        return known == null ? ResourceType.unknown(type) : known;
    }

    Collection<ResourceType> all() {
        return List.copyOf(types.values());
    }

    private static List<String> lines(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = ResourceTypes.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("the resource %s is not there".formatted(resource));
        }
        return in;
    }
}
