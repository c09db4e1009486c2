package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A step of a pipeline. */
public sealed interface Activity
        permits Copy,
                DatabricksJob,
                ExecuteDataFlow,
                ExecutePipeline,
                Fail,
                ForEach,
                IfCondition,
                Lookup,
                SetVariable,
                SqlStoredProcedure,
                Web {

    /** Its name, unique in the pipeline. */
    String name();

    /** What comes before it, beside it in the pipeline. */
    List<Dependency> dependsOn();

    /** What the activity reads when it runs. */
    List<Expression> expressions();

    /** The datasets that it uses. */
    default List<DatasetReference> datasets() {
        return List.of();
    }

    /** What it gives to something with parameters of its own, such as another pipeline. */
    default Optional<Arguments> arguments() {
        return Optional.empty();
    }

    /** The type's name in the service. */
    String type();

    /** What is special about the activity, with every default that the service would add. */
    ObjectNode typeProperties();

    /** The activities inside it. */
    default List<Activity> inner() {
        return List.of();
    }

    /** Adds what stands beside the type properties. */
    default void complete(ObjectNode json) {}

    /**
     * The activity as the service reports it: Terraform compares the whole text, and would plan a change for every
     * default left out (hashicorp/terraform-provider-azurerm#25586).
     */
    default ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name()).put("type", type());
        ArrayNode before = json.putArray("dependsOn");
        for (Dependency dependency : dependsOn()) {
            ObjectNode entry =
                    before.addObject().put("activity", dependency.activity().name());
            entry.putArray("dependencyConditions").add(dependency.condition().azureName());
        }
        json.putArray("userProperties");
        json.set("typeProperties", typeProperties());
        complete(json);
        return json;
    }

    /** A list of activities as JSON. */
    static ArrayNode json(List<Activity> activities) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        activities.forEach(activity -> array.add(activity.json()));
        return array;
    }

    /** A reference to another artifact of the factory. */
    static ObjectNode reference(String name, String type) {
        return JsonNodeFactory.instance.objectNode().put("referenceName", name).put("type", type);
    }
}
