package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.regex.Pattern;

/** The throughput that a database or container of Cosmos DB was made with is a resource of its own from then on. */
final class CosmosThroughput implements Behaviour {
    private static final int LEAST_PART = 10;
    private static final Pattern TYPES = Pattern.compile(
            "microsoft\\.documentdb/databaseaccounts/(sqldatabases(/containers)?|mongodbdatabases(/collections)?"
                    + "|cassandrakeyspaces(/tables)?|gremlindatabases(/graphs)?|tables)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String says() {
        return "The throughput that a database or container of Cosmos DB was made with is a resource of its own.";
    }

    @Override
    public boolean isFor(String type) {
        return TYPES.matcher(type).matches();
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        JsonNode options = resource.withObject("/properties").remove("options");
        JsonNode most = options == null ? null : options.at("/autoscaleSettings/maxThroughput");
        if (options == null || most.isMissingNode() && !options.has("throughput")) {
            return;
        }
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("id", id.path() + "/throughputSettings/default").put("name", "default");
        settings.put("type", resource.path("type").asText() + "/throughputSettings");
        ObjectNode throughput = settings.withObject("/properties/resource");
        throughput.put("throughput", options.path("throughput").asInt(most.asInt() / LEAST_PART));
        if (!most.isMissingNode()) {
            throughput.withObject("/autoscaleSettings").put("maxThroughput", most.asInt());
        }
        store.put(Space.RESOURCES, id.key() + "/throughputsettings/default", settings);
    }
}
