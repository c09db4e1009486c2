package io.terralake.eventgrid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.RequiredFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A header that is delivered with an event, or a property of a message. None is a secret: Terraform's state would have it.
 *
 * @param name the header's name, not beginning with {@code aeg-}, which Event Grid keeps for itself
 * @param value its value, up to 4096 bytes; null when it is read from the event
 * @param sourceField where in the event it is read, such as {@code data.api}; null when it is fixed
 * @see <a href="https://learn.microsoft.com/azure/event-grid/delivery-properties">Custom delivery properties</a>
 */
public record DeliveryProperty(
        String name, @Nullable String value, @Nullable String sourceField) {
    private static final int MOST = 10;
    private static final int LONGEST = 4096;
    private static final Pattern NAME = Pattern.compile("(?i)(?!aeg-)(?!authorization$)[A-Z0-9_-]+");

    /** @throws IllegalArgumentException when Azure, or the rule that there are no secrets, does not allow it */
    public DeliveryProperty {
        if (name != null && !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "delivery property \"%s\" is not allowed: letters, digits, '_' and '-', without aeg- before it, and not Authorization"
                            .formatted(name));
        }
        if ((value == null) == (sourceField == null)) {
            throw new IllegalArgumentException(
                    "delivery property \"%s\" needs one of value and sourceField".formatted(name));
        }
        if (value != null && value.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException(
                    "the value of delivery property \"%s\" is too long: %d bytes at most".formatted(name, LONGEST));
        }
    }

    /** One with a value that is always the same. */
    public static DeliveryProperty fixed(String name, String value) {
        return new DeliveryProperty(name, value, null);
    }

    /** One that is read from the event. */
    public static DeliveryProperty ofEvent(String name, String sourceField) {
        return new DeliveryProperty(name, null, sourceField);
    }

    /** @throws IllegalArgumentException when there are more than 10, or two of a name */
    static List<DeliveryProperty> check(@Nullable List<DeliveryProperty> given) {
        List<DeliveryProperty> all = RequiredFields.copyOrEmpty(given);
        if (all.size() > MOST) {
            throw new IllegalArgumentException(
                    "%d delivery properties are not allowed: %d at most".formatted(all.size(), MOST));
        }
        List<String> names = all.stream()
                .filter(one -> one != null && one.name != null)
                .map(one -> one.name.toLowerCase(Locale.ROOT))
                .toList();
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("delivery property \"%s\" is there twice".formatted(name));
                });
        return all;
    }

    static void addTo(ObjectNode destination, List<DeliveryProperty> all) {
        if (!all.isEmpty()) {
            var mappings = destination.putArray("deliveryAttributeMappings");
            all.forEach(one -> mappings.add(one.json()));
        }
    }

    private ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("type", value == null ? "Dynamic" : "Static");
        ObjectNode properties = json.putObject("properties");
        if (value == null) {
            properties.put("sourceField", sourceField);
        } else {
            properties.put("value", value).put("isSecret", false);
        }
        return json;
    }
}
