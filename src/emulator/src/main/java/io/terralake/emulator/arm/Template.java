package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.terralake.emulator.state.Guids;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills placeholders: {@code {name}}, {@code {id}}, {@code {location}}, {@code {parent}} (the name of what it is a part of),
 * {@code {tenant}}, {@code {guid:…}} (one of its own for each text), {@code {key:…}} (what looks like a key and opens nothing), and
 * {@code {/a/b}} for what stands in the resource: a text that is nothing else becomes the list or object that stands there, and is left out
 * when nothing does.
 */
final class Template {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+|/[\\w/]+)(?::(\\w+))?}");

    private static final Pattern WHOLE = Pattern.compile("\\{(/[\\w/]+)}");

    private final ResourceId id;
    private final ObjectNode resource;

    Template(ResourceId id, ObjectNode resource) {
        this.id = id;
        this.resource = resource;
    }

    ObjectNode fill(ObjectNode template) {
        return (ObjectNode) filled(template);
    }

    private JsonNode filled(JsonNode json) {
        if (json.isTextual()) {
            Matcher whole = WHOLE.matcher(json.asText());
            if (whole.matches() && !resource.at(whole.group(1)).isValueNode()) {
                return resource.at(whole.group(1)).deepCopy();
            }
            return TextNode.valueOf(PLACEHOLDER.matcher(json.asText()).replaceAll(this::value));
        }
        if (json instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(filled(element)));
            return copy;
        }
        if (json instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> {
                JsonNode value = filled(field.getValue());
                if (!value.isMissingNode()) {
                    copy.set(field.getKey(), value);
                }
            });
            return copy;
        }
        return json;
    }

    private String value(MatchResult placeholder) {
        String name = placeholder.group(1);
        String of = placeholder.group(2) == null ? "" : placeholder.group(2);
        return Matcher.quoteReplacement(
                switch (name) {
                    case "name" -> id.name();
                    case "id" -> id.path();
                    case "location" -> resource.path("location").asText();
                    case "parent" -> id.parent().map(ResourceId::name).orElse("");
                    case "tenant" -> Guids.TENANT;
                    case "guid" -> Guids.of(id.key(), of);
                    case "key" ->
                        Base64.getEncoder()
                                .encodeToString("emulated: opens nothing %s"
                                        .formatted(of)
                                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    default -> name.startsWith("/") ? resource.at(name).asText() : placeholder.group();
                });
    }
}
