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
 * Runs a Python file on a cluster of a Databricks workspace and waits for its end.
 *
 * @param name the activity's name
 * @param workspace where it runs, such as a {@link io.terralake.factory.DatabricksLinkedService} with a cluster
 * @param file where the file is, such as {@code dbfs:/shared/report.py}
 * @param parameters arguments on its command line; @default none
 * @param libraries what is installed on the cluster before; @default nothing
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 * @see <a href="https://learn.microsoft.com/azure/data-factory/transform-data-databricks-python">Databricks Python activity</a>
 */
@RecordBuilder
public record DatabricksPython(
        String name,
        LinkedService workspace,
        String file,
        @Nullable List<Expression> parameters,
        @Nullable List<DatabricksLibrary> libraries,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    /** @throws IllegalArgumentException when the connection has no cluster */
    public DatabricksPython {
        DatabricksCluster.require(workspace);
        parameters = RequiredFields.copyOrEmpty(parameters);
        libraries = RequiredFields.copyOrEmpty(libraries);
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static DatabricksPythonBuilder builder() {
        return DatabricksPythonBuilder.builder();
    }

    @Override
    public List<FactoryArtifact> artifacts() {
        return List.of(workspace);
    }

    @Override
    public String type() {
        return "DatabricksSparkPython";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("pythonFile", file);
        DatabricksCluster.addParameters(properties, parameters);
        DatabricksCluster.addLibraries(properties, libraries);
        return properties;
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
        json.set("linkedServiceName", Activity.reference(workspace));
    }
}
