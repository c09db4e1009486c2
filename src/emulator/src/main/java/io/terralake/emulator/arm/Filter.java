package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code $filter} of a list of resources, as far as clients write them: comparisons with {@code eq}, all of which must hold.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/resources/resources/list">Resources - List</a>
 */
final class Filter {
    private static final Pattern AND = Pattern.compile("\\s+and\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern EQUALS =
            Pattern.compile("\\s*(\\w+)\\s+eq\\s+'((?:[^']|'')*)'\\s*", Pattern.CASE_INSENSITIVE);

    private Filter() {}

    /** Whether a resource is meant; empty when the filter has something that is not emulated. */
    static Optional<Predicate<ObjectNode>> parse(String filter) {
        List<Predicate<ObjectNode>> all = new ArrayList<>();
        for (String part : filter.isBlank() ? new String[0] : AND.split(filter)) {
            Matcher equals = EQUALS.matcher(part);
            if (!equals.matches()) {
                return Optional.empty();
            }
            String value = equals.group(2).replace("''", "'");
            BiPredicate<ObjectNode, String> field = field(equals.group(1));
            if (field == null) {
                return Optional.empty();
            }
            all.add(resource -> field.test(resource, value));
        }
        return Optional.of(resource -> all.stream().allMatch(each -> each.test(resource)));
    }

    private static @Nullable BiPredicate<ObjectNode, String> field(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "resourcetype" ->
                (resource, value) -> resource.path("type").asText().equalsIgnoreCase(value);
            case "name" -> (resource, value) -> resource.path("name").asText().equalsIgnoreCase(value);
            case "location" ->
                (resource, value) -> resource.path("location").asText().equalsIgnoreCase(value);
            case "resourcegroup" ->
                (resource, value) -> new ResourceId(resource.path("id").asText())
                        .group()
                        .filter(group -> new ResourceId(group).name().equalsIgnoreCase(value))
                        .isPresent();
            case "tagname" ->
                (resource, value) -> resource.path("tags").properties().stream()
                        .anyMatch(tag -> tag.getKey().equalsIgnoreCase(value));
            case "tagvalue" ->
                (resource, value) -> resource.path("tags").properties().stream()
                        .anyMatch(tag -> tag.getValue().asText().equals(value));
            default -> null;
        };
    }
}
