package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.factory.FactoryArtifact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies data as it is.
 *
 * @param name the activity's name
 * @param source where it reads
 * @param sink where it writes
 * @param mapping which columns become which; @default those of the same name
 * @param staging where the data are on the way; @default nowhere
 * @param parallelCopies how many threads read and write at most, 1 or more; @default the service's choice
 * @param dataIntegrationUnits how much power it gets at most: 2 to 256, on Azure's runtimes only; @default the service's choice
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 * @see <a href="https://learn.microsoft.com/azure/data-factory/copy-activity-performance-features">Copy activity performance
 *     optimization features</a>
 */
@RecordBuilder
public record Copy(
        String name,
        Source source,
        Sink sink,
        @Nullable ColumnMapping mapping,
        @Nullable Staging staging,
        @Nullable Integer parallelCopies,
        @Nullable Integer dataIntegrationUnits,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    /** @throws IllegalArgumentException when a number is not allowed */
    public Copy {
        if (parallelCopies != null) {
            Limits.check("number of parallel copies", parallelCopies, 1, Integer.MAX_VALUE, "");
        }
        if (dataIntegrationUnits != null) {
            Limits.check("number of data integration units", dataIntegrationUnits, 2, 256, "");
        }
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
    public List<FactoryArtifact> artifacts() {
        return staging == null ? List.of() : List.of(staging.linkedService());
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
        properties.put("enableStaging", staging != null);
        if (staging != null) {
            properties.set("stagingSettings", staging.json());
        }
        if (mapping != null) {
            properties.set("translator", Contract.ask(mapping, "json", mapping::json));
        }
        if (parallelCopies != null) {
            properties.put("parallelCopies", parallelCopies);
        }
        return dataIntegrationUnits == null ? properties : properties.put("dataIntegrationUnits", dataIntegrationUnits);
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
