package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.LinkedService;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of a pipeline: one of the library, a {@link CustomActivity}, or a class of your own. The checks of a pipeline look
 * at the JSON of its activities, whoever wrote it: names, dependencies, and every parameter, variable, output and item that
 * an expression in it reads.
 *
 * <p>What every activity may have besides is said of it as a whole: {@code copy.described("…")},
 * {@code copy.withUserProperty("table", item("name"))}, {@code copy.inactive()}. These return the activity with it, for the
 * pipeline's list; other activities can name either of the two.
 */
public interface Activity {

    /** Its name, unique in the pipeline. */
    String name();

    /** What comes before it, beside it in the pipeline; @default nothing. */
    default List<Dependency> dependsOn() {
        return List.of();
    }

    /** The type's name in the service, such as {@code WebActivity}. */
    String type();

    /** What is special about the activity, {@link #branches} included. A default that is left out is the service's. */
    ObjectNode typeProperties();

    /** The activities inside it, by branch: those of one branch can depend on each other; @default none. */
    default List<List<Activity>> branches() {
        return List.of();
    }

    /** The datasets that it uses; @default none. */
    default List<DatasetReference> datasets() {
        return List.of();
    }

    /** The linked services, data flows and pipelines that it names, which must be in the pipeline's factory; @default none. */
    default List<FactoryArtifact> artifacts() {
        return List.of();
    }

    /** What it gives to something with parameters of its own, such as another pipeline; @default nothing. */
    default Optional<Arguments> arguments() {
        return Optional.empty();
    }

    /** How long it may take and how often it is tried; @default null, for types that take no policy. */
    default @Nullable ActivityPolicy policy() {
        return null;
    }

    /** Adds what stands beside the type properties, such as {@code policy} and {@code linkedServiceName}. */
    default void complete(ObjectNode json) {}

    /** The activity as the service wants it. */
    default ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name()).put("type", type());
        ArrayNode before = json.putArray("dependsOn");
        for (Dependency dependency : dependsOn()) {
            ObjectNode entry =
                    before.addObject().put("activity", dependency.activity().name());
            ArrayNode conditions = entry.putArray("dependencyConditions");
            dependency.conditions().forEach(condition -> conditions.add(condition.azureName()));
        }
        json.putArray("userProperties");
        json.set("typeProperties", typeProperties());
        complete(json);
        return json;
    }

    /** The same activity with a description. */
    default Activity described(String description) {
        return AnnotatedActivity.around(this).described(description);
    }

    /**
     * The same activity with a user property, which the service shows with each of its runs.
     *
     * @param property its name; an activity has at most 5
     * @param value text, also such as is computed
     * @throws IllegalArgumentException when the activity has the property already, or there is no value
     * @see <a href="https://learn.microsoft.com/azure/data-factory/concepts-annotations-user-properties">Annotations and user
     *     properties</a>
     */
    default Activity withUserProperty(String property, Expression value) {
        return AnnotatedActivity.around(this).withUserProperty(property, value);
    }

    /**
     * The same activity, which does not run and passes for succeeded. Its name and its dependencies are checked all the same; what else is
     * wrong in it is a warning.
     *
     * @see <a href="https://learn.microsoft.com/azure/data-factory/deactivate-activity">Deactivate an activity</a>
     */
    default Activity inactive() {
        return inactive(InactiveOutcome.SUCCEEDED);
    }

    /** The same activity, which does not run and passes for what is said. */
    default Activity inactive(InactiveOutcome outcome) {
        return AnnotatedActivity.around(this).inactive(outcome);
    }

    /** A list of activities as JSON, for the type properties of what has them inside. */
    static ArrayNode json(List<Activity> activities) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        activities.forEach(activity -> array.add(activity.json()));
        return array;
    }

    /** A reference to a linked service. */
    static ObjectNode reference(LinkedService linkedService) {
        return reference(
                Contract.ask(linkedService, "linkedServiceName", linkedService::linkedServiceName),
                "LinkedServiceReference");
    }

    /**
     * A reference to another artifact of the factory.
     *
     * @param type such as {@code LinkedServiceReference}
     */
    static ObjectNode reference(String name, String type) {
        return JsonNodeFactory.instance.objectNode().put("referenceName", name).put("type", type);
    }
}
