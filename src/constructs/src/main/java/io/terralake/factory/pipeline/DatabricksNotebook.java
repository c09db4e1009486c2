package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.core.Tokens;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.LinkedService;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a notebook on a cluster of a Databricks workspace and waits for its end. What the notebook gives to
 * {@code dbutils.notebook.exit} is put out as {@code runOutput}.
 *
 * @param name the activity's name
 * @param workspace where it runs, such as a {@link io.terralake.factory.DatabricksLinkedService} with a cluster
 * @param path where the notebook lies in the workspace, such as {@code /Shared/tlake/report}
 * @param parameters values of its widgets, by name; @default the notebook's own
 * @param libraries what is installed on the cluster before; @default nothing
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 * @see <a href="https://learn.microsoft.com/azure/data-factory/transform-data-databricks-notebook">Databricks Notebook activity</a>
 */
@RecordBuilder
public record DatabricksNotebook(
        String name,
        LinkedService workspace,
        String path,
        @Nullable Map<String, Expression> parameters,
        @Nullable List<DatabricksLibrary> libraries,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    /** @throws IllegalArgumentException when the path does not start with a slash, or the connection has no cluster */
    public DatabricksNotebook {
        if (path != null && !Tokens.isIn(path) && !path.startsWith("/")) {
            throw new IllegalArgumentException(
                    "the path \"%s\" of a notebook is not allowed: one from the root, such as /Shared/report"
                            .formatted(path));
        }
        DatabricksCluster.require(workspace);
        parameters = Sorted.copyOrEmpty(parameters);
        libraries = RequiredFields.copyOrEmpty(libraries);
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static DatabricksNotebookBuilder builder() {
        return DatabricksNotebookBuilder.builder();
    }

    @Override
    public List<FactoryArtifact> artifacts() {
        return List.of(workspace);
    }

    @Override
    public String type() {
        return "DatabricksNotebook";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("notebookPath", path);
        properties.set("baseParameters", Arguments.json(parameters));
        DatabricksCluster.addLibraries(properties, libraries);
        return properties;
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
        json.set("linkedServiceName", Activity.reference(workspace));
    }
}
