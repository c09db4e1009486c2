package io.terralake.usersown;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.pipeline.DatasetReference;
import io.terralake.factory.pipeline.Source;

/** A source of a user's own. */
record PageSource(DatasetReference dataset) implements Source {
    @Override
    public ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("type", "RestSource");
    }
}
