package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something in a factory that something else in it names.
 */
final class FactoryReference implements Refusal {
    private static final Map<String, String> REFERENCES = Map.of(
            "linkedservices", "LinkedServiceReference",
            "datasets", "DatasetReference",
            "dataflows", "DataFlowReference",
            "pipelines", "PipelineReference");

    @Override
    public String code() {
        return "ReferencedByOthers";
    }

    @Override
    public String says() {
        return "a linked service, dataset, data flow or pipeline is deleted while something in the factory names it";
    }

    @Override
    public String source() {
        return "https://github.com/hashicorp/terraform-provider-azurerm/issues/22514";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        String type = id.type().toLowerCase(Locale.ROOT);
        String reference = REFERENCES.get(type.substring(type.lastIndexOf('/') + 1));
        if (!request.method().equals("DELETE")
                || !type.startsWith("microsoft.datafactory/factories/")
                || reference == null) {
            return Optional.empty();
        }
        String factory = id.above().above().key() + "/";
        return store.below(Space.RESOURCES, factory).entrySet().stream()
                .filter(other -> !other.getKey().equals(id.key()) && names(other.getValue(), reference, id.name()))
                .findFirst()
                .map(other -> Reply.error(
                        400,
                        "BadRequest",
                        "The document cannot be deleted since it is referenced by %s."
                                .formatted(other.getValue().path("name").asText())));
    }

    private static boolean names(JsonNode json, String reference, String name) {
        if (json.path("type").asText().equals(reference)
                && json.path("referenceName").asText().equalsIgnoreCase(name)) {
            return true;
        }
        for (JsonNode each : json) {
            if (names(each, reference, name)) {
                return true;
            }
        }
        return false;
    }
}
