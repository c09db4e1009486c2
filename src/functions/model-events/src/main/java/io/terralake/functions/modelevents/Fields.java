package io.terralake.functions.modelevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Members of data whatever their case: Azure writes {@code runId} in some events and {@code RunId} in others. */
final class Fields {
    private Fields() {}

    /** The member of that very name, else one that differs in case only, else a missing one. */
    static JsonNode get(JsonNode data, String name) {
        return data.has(name)
                ? data.path(name)
                : data.propertyStream()
                        .filter(member -> member.getKey().equalsIgnoreCase(name))
                        .map(member -> member.getValue())
                        .findFirst()
                        .orElse(MissingNode.getInstance());
    }

    /** Of a value; empty when there is none. */
    static String text(JsonNode data, String name) {
        JsonNode value = get(data, name);
        return value.isNull() ? "" : value.asText();
    }
}
