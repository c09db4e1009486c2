package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies data as it is.
 *
 * @param name the activity's name
 * @param source where it reads
 * @param sink where it writes
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 */
@RecordBuilder
public record Copy(
        String name,
        Source source,
        Sink sink,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy) implements Activity {

    public Copy {
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static CopyBuilder builder() {
        return CopyBuilder.builder();
    }

    @Override
    public List<DatasetReference> datasets() {
        return List.of(from(), to());
    }

    @Override
    public String type() {
        return "Copy";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("source", Contract.ask(source, "json", source::json));
        properties.set("sink", Contract.ask(sink, "json", sink::json));
        return properties.put("enableStaging", false);
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
        json.putArray("inputs").add(from().json());
        json.putArray("outputs").add(to().json());
    }

    private DatasetReference from() {
        return Contract.ask(source, "dataset", source::dataset);
    }

    private DatasetReference to() {
        return Contract.ask(sink, "dataset", sink::dataset);
    }
}
