package io.terralake.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** What costs money says whose it is and where it comes from. */
final class TagsRule implements PolicyRule {
    private static final List<String> REQUIRED = List.of("costCentre", "environment", "owner", "stack", "workload");
    private static final String TAGS = "tags";

    @Override
    public String id() {
        return TAGS;
    }

    @Override
    public List<String> check(PolicyResource resource) {
        JsonNode tags = resource.given(TAGS);
        if (!takesTags(resource) || tags.isTextual()) {
            return List.of();
        }
        String missing = REQUIRED.stream().filter(tag -> !tags.hasNonNull(tag)).collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? List.of()
                : List.of("without %s; PlatformStack.of(this).tags() has them all".formatted(missing));
    }

    private static boolean takesTags(PolicyResource resource) {
        return (resource.type().startsWith("azurerm_") || resource.type().equals("azapi_resource"))
                && (resource.given(TAGS).isObject()
                        || !resource.given("location").isMissingNode())
                && !AzurermTypes.isUntagged(resource.type());
    }
}
