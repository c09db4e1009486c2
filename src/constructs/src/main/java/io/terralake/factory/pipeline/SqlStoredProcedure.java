package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.LinkedService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls a stored procedure.
 *
 * @param name the activity's name
 * @param database where the procedure is, such as a {@link io.terralake.factory.SqlLinkedService}
 * @param procedure the call
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 */
@RecordBuilder
public record SqlStoredProcedure(
        String name,
        LinkedService database,
        StoredProcedure procedure,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    public SqlStoredProcedure {
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static SqlStoredProcedureBuilder builder() {
        return SqlStoredProcedureBuilder.builder();
    }

    @Override
    public List<FactoryArtifact> artifacts() {
        return List.of(database);
    }

    @Override
    public String type() {
        return "SqlServerStoredProcedure";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("storedProcedureName", procedure.name());
        properties.set("storedProcedureParameters", procedure.argumentsJson());
        return properties;
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
        json.set("linkedServiceName", Activity.reference(database));
    }
}
