package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Regions of the public cloud, from the file {@code locations.json} beside this class. A resource may be anywhere: what they offer is not emulated.
 *
 * @see <a href="https://learn.microsoft.com/azure/reliability/regions-list">List of Azure regions</a>
 */
final class Locations {
    private final JsonNode names;

    Locations() {
        try (InputStream in = Locations.class.getResourceAsStream("locations.json")) {
            this.names = new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For people, such as {@code West Europe}. */
    ArrayNode names() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        names.forEach(all::add);
        return all;
    }

    List<ObjectNode> of(String subscription) {
        return names.properties().stream()
                .map(each -> {
                    ObjectNode location = JsonNodeFactory.instance
                            .objectNode()
                            .put("id", subscription + "/locations/" + each.getKey())
                            .put("name", each.getKey())
                            .put("type", "Region")
                            .put("displayName", each.getValue().asText())
                            .put("regionalDisplayName", each.getValue().asText());
                    location.putObject("metadata").put("regionType", "Physical");
                    return location;
                })
                .toList();
    }
}
