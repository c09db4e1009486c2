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
 * Runs a class of a JAR on a cluster of a Databricks workspace and waits for its end. The JAR is one of the libraries.
 *
 * @param name the activity's name
 * @param workspace where it runs, such as a {@link io.terralake.factory.DatabricksLinkedService} with a cluster
 * @param mainClass the class whose {@code main} is run, such as {@code com.example.Main}
 * @param parameters arguments of {@code main}; @default none
 * @param libraries what is installed on the cluster before; @default nothing
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 * @see <a href="https://learn.microsoft.com/azure/data-factory/transform-data-databricks-jar">Databricks Jar activity</a>
 */
@RecordBuilder
public record DatabricksJar(
        String name,
        LinkedService workspace,
        String mainClass,
        @Nullable List<Expression> parameters,
        @Nullable List<DatabricksLibrary> libraries,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    /** @throws IllegalArgumentException when the connection has no cluster */
    public DatabricksJar {
        DatabricksCluster.require(workspace);
        parameters = RequiredFields.copyOrEmpty(parameters);
        libraries = RequiredFields.copyOrEmpty(libraries);
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static DatabricksJarBuilder builder() {
        return DatabricksJarBuilder.builder();
    }

    @Override
    public List<FactoryArtifact> artifacts() {
        return List.of(workspace);
    }

    @Override
    public String type() {
        return "DatabricksSparkJar";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("mainClassName", mainClass);
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
