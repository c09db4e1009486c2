package io.terralake.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What rules need to know of azurerm's types; {@code azurerm.json} says where that is from. */
final class AzurermTypes {
    private static final JsonNode DATA = read();

    private static final Set<String> LOGGING = StreamSupport.stream(
                    DATA.path("logs").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toSet());

    private AzurermTypes() {}

    /** What azurerm takes for arguments that are absent, where that is unsafe. */
    static List<Argument> defaultsOf(String type) {
        return DATA.path("defaults").path(type).properties().stream()
                .map(absent -> Argument.absent(absent.getKey(), absent.getValue()))
                .toList();
    }

    /** The block that closes the public endpoint, for types that are open without it. */
    static Optional<String> firewallOf(String type) {
        return Optional.ofNullable(DATA.path("firewalls").path(type).textValue());
    }

    /** Whether Azure Monitor has logs of the type. */
    static boolean canLog(String type) {
        return LOGGING.contains(type);
    }

    /** Whether the type has a location but takes no tags. */
    static boolean isUntagged(String type) {
        return DATA.path("untagged").has(type);
    }

    private static JsonNode read() {
        try (InputStream data = AzurermTypes.class.getResourceAsStream("azurerm.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
