package io.terralake.diagrams;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.assertions.Resource;
import io.terralake.assertions.SynthesizedStack;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which resources refer to which, in their own stack or through the state of another one. */
final class AppReferences {
    private static final Pattern OTHER_STACK =
            Pattern.compile("\\$\\{data\\.terraform_remote_state\\.cross-stack-reference-input-([A-Za-z0-9_-]+)"
                    + "\\.outputs\\.([A-Za-z0-9_-]+)");

    /** A resource in its stack. */
    record Place(String stack, Resource resource) {}

    private final Map<String, SynthesizedStack> stacks = new TreeMap<>();
    private final Map<String, Map<String, Resource>> byAddress = new TreeMap<>();

    AppReferences(Collection<SynthesizedStack> stacks) {
        for (SynthesizedStack stack : stacks) {
            this.stacks.put(stack.name(), stack);
            stack.resources()
                    .forEach(resource -> byAddress
                            .computeIfAbsent(stack.name(), name -> new TreeMap<>())
                            .put(resource.address(), resource));
        }
    }

    /** What a resource refers to, and what the provider that makes it refers to. */
    Set<Place> from(Place place) {
        Set<Place> found = new LinkedHashSet<>();
        collect(place.stack, place.resource.properties(), found);
        collect(place.stack, provider(place), found);
        found.remove(place);
        return found;
    }

    private JsonNode provider(Place place) {
        String name = place.resource.type().replaceFirst("^data\\.", "").replaceFirst("_.*", "");
        return stacks.get(place.stack).json().path("provider").path(name);
    }

    private void collect(String stack, JsonNode node, Set<Place> found) {
        References.addressesIn(node).forEach(address -> add(stack, address, found));
        strings(node)
                .forEach(text -> OTHER_STACK.matcher(text).results().forEach(output -> {
                    SynthesizedStack other = stacks.get(output.group(1));
                    if (other != null) {
                        JsonNode value = other.json().path("output").path(output.group(2));
                        References.addressesIn(value).forEach(address -> add(other.name(), address, found));
                    }
                }));
    }

    private void add(String stack, String address, Set<Place> found) {
        Resource resource = byAddress.get(stack).get(address);
        if (resource != null) {
            found.add(new Place(stack, resource));
        }
    }

    private static Stream<String> strings(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.textValue())
                : node.valueStream().flatMap(AppReferences::strings);
    }
}
