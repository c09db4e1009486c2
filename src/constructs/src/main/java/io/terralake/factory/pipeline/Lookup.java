package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows and puts out the first as {@code firstRow}, or all of them, up to 5,000, as {@code value}.
 *
 * @param name the activity's name
 * @param source where it reads
 * @param firstRowOnly @default true
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 */
@RecordBuilder
public record Lookup(
        String name,
        Source source,
        @Nullable Boolean firstRowOnly,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    public Lookup {
        firstRowOnly = firstRowOnly == null || firstRowOnly;
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static LookupBuilder builder() {
        return LookupBuilder.builder();
    }

    @Override
    public List<DatasetReference> datasets() {
        return List.of(from());
    }

    @Override
    public String type() {
        return "Lookup";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("source", Contract.ask(source, "json", source::json));
        properties.set("dataset", from().json());
        return properties.put("firstRowOnly", firstRowOnly);
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
    }

    private DatasetReference from() {
        return Contract.ask(source, "dataset", source::dataset);
    }
}
