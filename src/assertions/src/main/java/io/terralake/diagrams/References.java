package io.terralake.diagrams;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.assertions.Resource;
import io.terralake.assertions.SynthesizedStack;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which resources of a stack refer to which, by the addresses in their arguments. */
final class References {
    private static final Pattern ADDRESS = Pattern.compile("\\$\\{((?:data\\.)?[a-z0-9_]+\\.[A-Za-z0-9_-]+)\\.");

    private final Map<String, Resource> byAddress = new TreeMap<>();
    private final Map<String, Set<String>> targets = new TreeMap<>();

    References(SynthesizedStack stack) {
        stack.resources().forEach(resource -> byAddress.put(resource.address(), resource));
        stack.resources().forEach(resource -> targets.put(resource.address(), addressesIn(resource.properties())));
        targets.forEach((address, found) -> found.remove(address));
    }

    /** The resources that one refers to, without itself. */
    Collection<Resource> from(Resource resource) {
        return targets.get(resource.address()).stream()
                .map(byAddress::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether any resource refers to this one. */
    boolean leadTo(Resource resource) {
        return targets.values().stream().anyMatch(found -> found.contains(resource.address()));
    }

    /** The addresses in a piece of JSON. */
    static Set<String> addressesIn(JsonNode node) {
        Set<String> addresses = new TreeSet<>();
        collect(node, addresses);
        return addresses;
    }

    private static void collect(JsonNode node, Set<String> addresses) {
        if (node.isTextual()) {
            addresses.addAll(ADDRESS.matcher(node.textValue())
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet()));
        }
        node.forEach(child -> collect(child, addresses));
    }
}
