package io.terralake.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a stack synthesizes to: the Terraform JSON and the annotations of its constructs. */
public final class SynthesizedStack {
    private static final String METADATA = "//";

    /** References to the resources that hold data, in the stack's own metadata. */
    private static final String STATEFUL = "/~1~1/terralake/stateful";

    private final String name;
    private final JsonNode raw;
    private final JsonNode json;
    private final List<Resource> resources;
    private final Set<String> stateful;
    private final List<Annotation> annotations;

    SynthesizedStack(String name, JsonNode raw, List<Annotation> annotations) {
        this.name = name;
        this.raw = raw;
        this.resources = resourcesOf(raw);
        this.stateful = texts(raw.at(STATEFUL));
        this.json = withoutMetadata(raw);
        this.annotations = List.copyOf(annotations);
    }

    /**
     * Synthesizes a stack. Errors that constructs report by annotation do not stop it, failed validations do.
     *
     * @throws RuntimeException when a validation fails, with its message
     */
    public static SynthesizedStack of(TerraformStack stack) {
        stack.prepareStack();
        // Runs aspects and validations; unlike Testing.fullSynth it does not stop at error annotations.
        Testing.synth(stack, true);
        return new SynthesizedStack(stack.getNode().getId(), Json.toTree(stack.toTerraform()), Annotation.of(stack));
    }

    /** The stack's id. */
    public String name() {
        return name;
    }

    /** The Terraform JSON without CDKTF's metadata. */
    public JsonNode json() {
        return json;
    }

    /** The Terraform JSON as it was synthesized, with construct paths and what else stands under {@code //}. */
    public JsonNode jsonWithMetadata() {
        return raw;
    }

    /** Every resource and data source, in the order of their addresses. */
    public List<Resource> resources() {
        return resources;
    }

    /** The resources of a type; data sources are of type {@code data.<type>}. */
    public List<Resource> resources(String type) {
        return resources.stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /** The resources that hold data, as the stack says in its metadata: {@code "//": {"terralake": {"stateful": [references]}}}. */
    public List<Resource> statefulResources() {
        return resources.stream()
                .filter(resource -> stateful.contains("${%s}".formatted(resource.address())))
                .toList();
    }

    /** What constructs report. */
    public List<Annotation> annotations() {
        return annotations;
    }

    private static Set<String> texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Resource> resourcesOf(JsonNode raw) {
        List<Resource> found = new ArrayList<>();
        collect(raw.path("resource"), "", found);
        collect(raw.path("data"), "data.", found);
        return found.stream().sorted(Comparator.comparing(Resource::address)).toList();
    }

    private static void collect(JsonNode types, String prefix, List<Resource> found) {
        for (Map.Entry<String, JsonNode> type : types.properties()) {
            for (Map.Entry<String, JsonNode> resource : type.getValue().properties()) {
                String path = resource.getValue().at("/~1~1/metadata/path").asText();
                found.add(new Resource(
                        prefix + type.getKey(), resource.getKey(), path, withoutMetadata(resource.getValue())));
            }
        }
    }

    private static JsonNode withoutMetadata(JsonNode node) {
        JsonNode copy = node.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(METADATA);
        }
        node.forEach(SynthesizedStack::strip);
    }
}
