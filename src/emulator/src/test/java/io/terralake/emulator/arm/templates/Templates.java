package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Templates in a resource group in which a storage account is; what else there will be is not known yet. */
final class Templates {
    static final String GROUP = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg";
    static final String LAKE = GROUP + "/providers/Microsoft.Storage/storageAccounts/lake";

    private Templates() {}

    static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static TemplatePlan plan(String template, String parameters) {
        return TemplatePlan.of((ObjectNode) json(template), (ObjectNode) json(parameters), here(GROUP), new Secrets());
    }

    static Surroundings here(String scope) {
        return new Surroundings() {
            @Override
            public String scope() {
                return scope;
            }

            @Override
            public ObjectNode resourceGroup() {
                return (ObjectNode)
                        json("{\"id\": \"%s\", \"name\": \"rg\", \"location\": \"westeurope\"}".formatted(GROUP));
            }

            @Override
            public ObjectNode subscription() {
                return (ObjectNode) json("{\"subscriptionId\": \"00000000-0000-0000-0000-000000000001\"}");
            }

            @Override
            public ObjectNode tenant() {
                return (ObjectNode) json("{\"tenantId\": \"00000000-0000-0000-0000-000000000002\"}");
            }

            @Override
            public ObjectNode deployment() {
                return (ObjectNode) json("{\"name\": \"main\"}");
            }

            @Override
            public Surroundings nested(String id, ObjectNode body) {
                return here(id.replaceFirst("/providers/.*", ""));
            }

            @Override
            public ObjectNode resource(String id, String apiVersion) {
                if (!id.equals(LAKE)) {
                    throw new DeferredException();
                }
                return (ObjectNode) json(
                        "{\"id\": \"%s\", \"name\": \"lake\", \"type\": \"x\", \"location\": \"westeurope\", \"properties\": {\"kind\": \"hot\"}}"
                                .formatted(id));
            }

            @Override
            public JsonNode list(String id, String action, String apiVersion, JsonNode body) {
                return JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id)
                        .put("action", action)
                        .set("body", body);
            }
        };
    }
}
