package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Sorted;
import io.terralake.factory.FactoryArtifact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An activity with what every activity may have: a description, user properties, and whether it runs at all. It stands around
 * the activity, so that neither the activities of the library nor those of others repeat these fields.
 *
 * @param outcome what it passes for without running; null when it runs
 */
record AnnotatedActivity(
        Activity activity,
        @Nullable String description,
        Map<String, Expression> userProperties,
        @Nullable InactiveOutcome outcome)
        implements Activity {

    AnnotatedActivity {
        userProperties = Sorted.copyOf(userProperties);
    }

    /** An activity without annotations yet. */
    static AnnotatedActivity around(Activity activity) {
        return new AnnotatedActivity(activity, null, Map.of(), null);
    }

    /** The activity without its annotations. */
    static Activity bare(Activity activity) {
        return activity instanceof AnnotatedActivity annotated ? annotated.activity : activity;
    }

    @Override
    public Activity described(String text) {
        return new AnnotatedActivity(activity, text, userProperties, outcome);
    }

    @Override
    public Activity withUserProperty(String property, Expression value) {
        if (value == null) {
            throw new IllegalArgumentException("the user property \"%s\" has no value".formatted(property));
        }
        Map<String, Expression> properties = new TreeMap<>(userProperties);
        if (properties.putIfAbsent(property, value) != null) {
            throw new IllegalArgumentException("the user property \"%s\" is there twice".formatted(property));
        }
        return new AnnotatedActivity(activity, description, properties, outcome);
    }

    @Override
    public Activity inactive(InactiveOutcome passedFor) {
        return new AnnotatedActivity(activity, description, userProperties, passedFor);
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = activity.json();
        if (description != null) {
            json.put("description", description);
        }
        ArrayNode properties = json.withArray("userProperties");
        userProperties.forEach((property, value) ->
                properties.addObject().put("name", property).set("value", value.json()));
        if (outcome != null) {
            json.put("state", "Inactive").put("onInactiveMarkAs", outcome.azureName());
        }
        return json;
    }

    @Override
    public String name() {
        return activity.name();
    }

    @Override
    public List<Dependency> dependsOn() {
        return activity.dependsOn();
    }

    @Override
    public String type() {
        return activity.type();
    }

    @Override
    public ObjectNode typeProperties() {
        return activity.typeProperties();
    }

    @Override
    public List<List<Activity>> branches() {
        return activity.branches();
    }

    @Override
    public List<DatasetReference> datasets() {
        return activity.datasets();
    }

    @Override
    public List<FactoryArtifact> artifacts() {
        return activity.artifacts();
    }

    @Override
    public Optional<Arguments> arguments() {
        return activity.arguments();
    }

    @Override
    public @Nullable ActivityPolicy policy() {
        return activity.policy();
    }

    @Override
    public void complete(ObjectNode json) {
        activity.complete(json);
    }
}
