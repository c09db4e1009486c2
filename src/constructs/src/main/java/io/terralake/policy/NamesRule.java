package io.terralake.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * No two resources of a type have one name in the same place, whatever its case: Terraform would take the second for one that is
 * there already, and fail. Derived names are alike for all of a type.
 */
final class NamesRule implements PolicyRule {
    /** Objects of Databricks have ids of their own, and may share a name. */
    private static final Pattern AZURE = Pattern.compile("azurerm_\\w+|azapi_resource");

    /** What a resource is part of, or belongs to, such as {@code server_id}, {@code resource_group_name} or {@code scope}. */
    private static final Pattern PLACE = Pattern.compile("scope|\\w+_(id|name)");

    private static final String NAME = "name";

    @Override
    public String id() {
        return "names";
    }

    @Override
    public List<String> check(PolicyResource resource) {
        PolicyResource first =
                key(resource).map(key -> resource.stack().named().get(key)).orElse(resource);
        return first == resource
                ? List.of()
                : List.of(
                        "name is %s, as that of %s: resources of a type in one place have different names, whatever their case"
                                .formatted(resource.given(NAME), first.path()));
    }

    /** The first resource of each name. */
    static Map<String, PolicyResource> named(List<PolicyResource> resources) {
        Map<String, PolicyResource> named = new TreeMap<>();
        resources.forEach(resource -> key(resource).ifPresent(key -> named.putIfAbsent(key, resource)));
        return named;
    }

    /** Type, place and name; empty for what has none, or one that only Terraform knows. */
    private static Optional<String> key(PolicyResource resource) {
        JsonNode name = resource.given(NAME);
        if (!AZURE.matcher(resource.type()).matches()
                || !name.isTextual()
                || name.textValue().contains("${")) {
            return Optional.empty();
        }
        Map<String, String> place = new TreeMap<>();
        resource.json().properties().forEach(argument -> {
            if (PLACE.matcher(argument.getKey()).matches()) {
                place.put(argument.getKey(), argument.getValue().asText());
            }
        });
        // That of azapi, without the version of its API.
        String azureType = resource.given("type").asText().replaceFirst("@.*", "");
        return Optional.of("%s %s %s %s"
                .formatted(resource.type(), azureType, place, name.textValue().toLowerCase(Locale.ROOT)));
    }
}
