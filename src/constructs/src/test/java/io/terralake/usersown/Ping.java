package io.terralake.usersown;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.LinkedService;
import io.terralake.factory.pipeline.Activity;
import io.terralake.factory.pipeline.ActivityPolicy;
import io.terralake.factory.pipeline.Dependency;
import io.terralake.factory.pipeline.Expression;
import java.util.List;

/** An activity of a user's own. */
record Ping(String name, LinkedService service, Expression message, List<Dependency> dependsOn) implements Activity {

    @Override
    public String type() {
        return "WebHook";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties =
                JsonNodeFactory.instance.objectNode().put("method", "POST").put("url", "https://example.com/ping");
        properties.set("body", message.json());
        return properties;
    }

    @Override
    public List<FactoryArtifact> artifacts() {
        return List.of(service);
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("linkedServiceName", Activity.reference(service));
        json.set("policy", ActivityPolicy.DEFAULT.json());
    }
}
