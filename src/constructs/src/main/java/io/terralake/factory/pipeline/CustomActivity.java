package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.LinkedService;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An activity of any type that the service has, by its own JSON.
 *
 * @param name the activity's name
 * @param type its type in the service, such as {@code Wait} or {@code Script}
 * @param typeProperties what the type wants, as JSON, but for the activities inside it
 * @param inside the activities inside it, by their place in the type properties, such as {@code activities} of an
 *     {@code Until}; @default none
 * @param linkedService what it runs on; @default nothing
 * @param inputs the datasets that it reads; @default none
 * @param outputs the datasets that it writes; @default none
 * @param dependsOn @default nothing
 * @param policy @default the service's; control activities have none
 * @see <a href="https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities">Pipelines and activities</a>
 */
@RecordBuilder
public record CustomActivity(
        String name,
        String type,
        ObjectNode typeProperties,
        @Nullable Map<String, List<Activity>> inside,
        @Nullable LinkedService linkedService,
        @Nullable List<DatasetReference> inputs,
        @Nullable List<DatasetReference> outputs,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    public CustomActivity {
        typeProperties = typeProperties == null ? typeProperties : typeProperties.deepCopy();
        inside = Sorted.copyOrEmpty(inside);
        inputs = RequiredFields.copyOrEmpty(inputs);
        outputs = RequiredFields.copyOrEmpty(outputs);
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static CustomActivityBuilder builder() {
        return CustomActivityBuilder.builder();
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = typeProperties.deepCopy();
        inside.forEach((place, activities) -> properties.set(place, Activity.json(activities)));
        return properties;
    }

    @Override
    public List<List<Activity>> branches() {
        return List.copyOf(inside.values());
    }

    @Override
    public List<DatasetReference> datasets() {
        return Stream.concat(inputs.stream(), outputs.stream()).toList();
    }

    @Override
    public List<FactoryArtifact> artifacts() {
        return Stream.<FactoryArtifact>ofNullable(linkedService).toList();
    }

    @Override
    public void complete(ObjectNode json) {
        if (policy != null) {
            json.set("policy", policy.json());
        }
        if (linkedService != null) {
            json.set("linkedServiceName", Activity.reference(linkedService));
        }
        inputs.forEach(input -> json.withArray("inputs").add(input.json()));
        outputs.forEach(output -> json.withArray("outputs").add(output.json()));
    }
}
