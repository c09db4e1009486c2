package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.LinkedService;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a job of a Databricks workspace and waits for its end.
 *
 * @param name the activity's name
 * @param workspace where the job is, such as a {@link io.terralake.factory.DatabricksLinkedService}
 * @param jobId the job's id, such as {@link io.terralake.databricks.Job#jobId()}
 * @param parameters values of the job's parameters, by name; @default the job's own
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 */
@RecordBuilder
public record DatabricksJob(
        String name,
        LinkedService workspace,
        String jobId,
        @Nullable Map<String, Expression> parameters,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    public DatabricksJob {
        parameters = Sorted.copyOrEmpty(parameters);
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static DatabricksJobBuilder builder() {
        return DatabricksJobBuilder.builder();
    }

    @Override
    public List<FactoryArtifact> artifacts() {
        return List.of(workspace);
    }

    @Override
    public String type() {
        return "DatabricksJob";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("jobId", jobId);
        properties.set("jobParameters", Arguments.json(parameters));
        return properties;
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
        json.set("linkedServiceName", Activity.reference(workspace));
    }
}
