package io.terralake.eventgrid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON of destinations. */
final class Endpoints {
    private Endpoints() {}

    static ObjectNode of(String type, ObjectNode properties) {
        ObjectNode endpoint = JsonNodeFactory.instance.objectNode().put("endpointType", type);
        endpoint.set("properties", properties);
        return endpoint;
    }

    static ObjectNode properties() {
        return JsonNodeFactory.instance.objectNode();
    }
}
