package io.terralake.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A stack as rules see it. */
public final class PolicyStack {
    private static final String METADATA = "//";
    private static final String RESOURCE = "resource";

    private final String name;
    private final JsonNode json;
    private final List<PolicyResource> resources;
    private final List<Argument> valuesOutsideResources;
    private @Nullable Map<String, Set<PolicyResource>> referrers;
    private @Nullable Set<String> logged;
    private @Nullable Map<String, PolicyResource> named;

    PolicyStack(String name, JsonNode json) {
        this.name = name;
        this.json = json;
        this.resources = resourcesOf(json);
        this.valuesOutsideResources = json.properties().stream()
                .filter(part ->
                        !part.getKey().equals(METADATA) && !part.getKey().equals(RESOURCE))
                .flatMap(part -> Argument.allOf(part.getKey(), part.getValue()).stream())
                .toList();
    }

    /** The stack's id, which is also its construct path. */
    public String name() {
        return name;
    }

    /** Every resource, in the order of their paths; no data sources. */
    public List<PolicyResource> resources() {
        return resources;
    }

    /** Whether services are reached by private endpoints only, by the settings of the stack. */
    public boolean isPrivate() {
        return terralake().path("network").asText().equals("private");
    }

    /** Every value outside of the resources: of data sources, outputs, providers, … */
    public List<Argument> valuesOutsideResources() {
        return valuesOutsideResources;
    }

    List<PolicyException> exceptions() {
        return StreamSupport.stream(terralake().path("exceptions").spliterator(), false)
                .map(exception -> new PolicyException(
                        exception.path("path").asText(),
                        exception.path("rule").asText(),
                        exception.path("reason").asText()))
                .toList();
    }

    Set<PolicyResource> referrersTo(PolicyResource resource) {
        if (referrers == null) {
            referrers = referrersOf(resources);
        }
        return referrers.getOrDefault(resource.address(), Set.of());
    }

    /** The addresses of the resources that are targets of diagnostic settings. */
    Set<String> logged() {
        if (logged == null) {
            logged = resources.stream()
                    .filter(resource -> resource.type().equals(DiagnosticsRule.SETTING))
                    .flatMap(setting -> References.in(setting.given("target_resource_id")))
                    .collect(Collectors.toSet());
        }
        return logged;
    }

    /** The first resource of each name, by what {@link NamesRule} tells names apart by. */
    Map<String, PolicyResource> named() {
        if (named == null) {
            named = NamesRule.named(resources);
        }
        return named;
    }

    /** What the library wrote into the stack's metadata. */
    private JsonNode terralake() {
        return json.path(METADATA).path("terralake");
    }

    private List<PolicyResource> resourcesOf(JsonNode stack) {
        List<PolicyResource> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> type : stack.path(RESOURCE).properties()) {
            for (Map.Entry<String, JsonNode> resource : type.getValue().properties()) {
                found.add(new PolicyResource(this, type.getKey(), resource.getKey(), resource.getValue()));
            }
        }
        found.sort(Comparator.comparing(PolicyResource::path).thenComparing(PolicyResource::address));
        return List.copyOf(found);
    }

    private static Map<String, Set<PolicyResource>> referrersOf(List<PolicyResource> resources) {
        Map<String, Set<PolicyResource>> found = new TreeMap<>();
        for (PolicyResource resource : resources) {
            resource.arguments().stream()
                    .flatMap(argument -> References.in(argument.value()))
                    .forEach(address -> found.computeIfAbsent(
                                    address, key -> new TreeSet<>(Comparator.comparing(PolicyResource::address)))
                            .add(resource));
        }
        return found;
    }
}
