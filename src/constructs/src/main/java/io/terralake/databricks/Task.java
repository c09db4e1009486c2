package io.terralake.databricks;

import com.hashicorp.cdktf.providers.databricks.job.JobTask;
import com.hashicorp.cdktf.providers.databricks.job.JobTaskLibrary;
import com.hashicorp.cdktf.providers.databricks.job.JobTaskNotebookTask;
import com.hashicorp.cdktf.providers.databricks.job.JobTaskSparkJarTask;
import io.terralake.core.Sorted;
import io.terralake.core.TerraformText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a {@link Job}. Implement it for kinds of tasks that are not here; they go through the same checks.
 *
 * @see <a href="https://github.com/databricks/terraform-provider-databricks/blob/main/docs/resources/job.md#task-configuration-block">The
 *     kinds of tasks</a>
 */
public interface Task {

    /** The task's key, unique in the job. */
    String key();

    /** The keys of the tasks before it. */
    List<String> dependsOn();

    /** The workspace that the task's parts are in; empty when they are not bound to one. */
    default Optional<IDatabricksWorkspace> workspace() {
        return Optional.empty();
    }

    /**
     * Says what the task does. Key, dependencies, cluster and retries are set already.
     *
     * @param task the task's block in Terraform
     */
    void complete(JobTask.Builder task);

    /**
     * Runs the main method of a class.
     *
     * @param jar the JAR with the class
     * @param mainClass the full name of the class
     * @param arguments what the method is given
     */
    record Jar(String key, WorkspaceFile jar, String mainClass, List<String> arguments, List<String> dependsOn)
            implements Task {
        public Jar {
            arguments = List.copyOf(arguments);
            dependsOn = List.copyOf(dependsOn);
        }

        @Override
        public Optional<IDatabricksWorkspace> workspace() {
            return Optional.of(jar.workspace());
        }

        @Override
        public void complete(JobTask.Builder task) {
            task.sparkJarTask(JobTaskSparkJarTask.builder()
                            .mainClassName(TerraformText.literal(mainClass))
                            .parameters(TerraformText.literal(arguments))
                            .build())
                    .library(List.of(
                            JobTaskLibrary.builder().jar(jar.workspacePath()).build()));
        }
    }

    /**
     * Runs a notebook.
     *
     * @param path where it lies in the workspace, such as {@code /Shared/tlake/report}
     * @param parameters values of its widgets, by name
     */
    record Notebook(String key, String path, Map<String, String> parameters, List<String> dependsOn) implements Task {
        public Notebook {
            parameters = Sorted.copyOf(parameters);
            dependsOn = List.copyOf(dependsOn);
        }

        @Override
        public void complete(JobTask.Builder task) {
            task.notebookTask(JobTaskNotebookTask.builder()
                    .notebookPath(TerraformText.literal(path))
                    .baseParameters(parameters.isEmpty() ? null : TerraformText.literal(parameters))
                    .build());
        }
    }
}
