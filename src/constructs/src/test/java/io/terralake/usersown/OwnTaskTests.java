package io.terralake.usersown;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.providers.databricks.job.JobTask;
import com.hashicorp.cdktf.providers.databricks.job.JobTaskPythonWheelTask;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.databricks.ClusterPolicy;
import io.terralake.databricks.ClusterPolicyProps;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.IDatabricksWorkspace;
import io.terralake.databricks.Job;
import io.terralake.databricks.JobProps;
import io.terralake.databricks.Task;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A kind of task that a user wrote takes part in all checks. */
class OwnTaskTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final IDatabricksWorkspace workspace =
            DatabricksWorkspace.fromWorkspaceId(stack, "Databricks", PlatformTeam.WORKSPACE);

    @Test
    void runsBesideTheLibrarysTasks() {
        job(
                new WheelTask("load", List.of(), workspace),
                new Task.Notebook("show", "/Shared/show", Map.of(), List.of("load")));
        assertThat(stack).hasResource("databricks_job", """
                {task: [
                  {
                    task_key: 'load',
                    job_cluster_key: 'job',
                    max_retries: 2,
                    python_wheel_task: {package_name: 'loans', entry_point: 'main'},
                  },
                  {task_key: 'show', depends_on: [{task_key: 'load'}]},
                ]}
                """);
    }

    @Test
    void isCheckedLikeAnyOther() {
        assertThatThrownBy(() -> job(new WheelTask("lo ad", List.of("x"), null)))
                .isInstanceOf(ConstructException.class)
                .hasMessage("job \"report\": task \"lo ad\": the key is not allowed: 1 to 100 letters, digits, '_' and"
                        + " '-'; task \"lo ad\": depends on \"x\", which is not in the job (at test-stack/Job)");
    }

    @Test
    void mayBelongToTheJobsWorkspaceOnly() {
        IDatabricksWorkspace other = DatabricksWorkspace.fromWorkspaceId(
                stack, "Other", PlatformTeam.id("Microsoft.Databricks/workspaces/dbw-other"));
        assertThatThrownBy(() -> job(new WheelTask("load", List.of(), other)))
                .hasMessage("job \"report\": task \"load\": belongs to the workspace \"test-stack/Other\", the job to"
                        + " \"test-stack/Databricks\" (at test-stack/Job)");
    }

    @Test
    void mayNameTheJobsWorkspaceByAnotherImportOfIt() {
        job(new WheelTask(
                "load", List.of(), DatabricksWorkspace.fromWorkspaceId(stack, "Same", PlatformTeam.WORKSPACE)));
        assertThat(stack).hasResource("databricks_job", "{task: [{task_key: 'load'}]}");
    }

    @Test
    void isNamedWhenItAnswersNull() {
        String name = "io.terralake.usersown.OwnTaskTests$WheelTask";
        assertThatThrownBy(() -> job(new WheelTask(null, List.of(), null)))
                .isInstanceOf(ConstructException.class)
                .hasMessage("job \"report\": " + name + ".key() returned null (at test-stack/Job)");
        assertThatThrownBy(() -> job("Second", new WheelTask("load", null, null)))
                .hasMessage("job \"report\": " + name + ".dependsOn() returned null (at test-stack/Second)");
    }

    @Test
    void isNamedWhenItThrows() {
        Task broken = new Task() {
            @Override
            public String key() {
                return "load";
            }

            @Override
            public List<String> dependsOn() {
                return List.of();
            }

            @Override
            public Optional<IDatabricksWorkspace> workspace() {
                return Optional.of(workspace);
            }

            @Override
            public void complete(JobTask.Builder task) {
                throw new IllegalStateException("no wheel was built");
            }
        };
        assertThatThrownBy(() -> job(broken))
                .isInstanceOf(ConstructException.class)
                .hasMessage("job \"report\": task \"load\": io.terralake.usersown.OwnTaskTests$1.complete() failed:"
                        + " java.lang.IllegalStateException: no wheel was built (at test-stack/Job)")
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    private void job(Task... tasks) {
        job("Job", tasks);
    }

    private void job(String id, Task... tasks) {
        ClusterPolicy policy = new ClusterPolicy(
                stack,
                id + "Policy",
                ClusterPolicyProps.builder().workspace(workspace).name("jobs").build());
        new Job(
                stack,
                id,
                JobProps.builder()
                        .name("report")
                        .policy(policy)
                        .tasks(Arrays.asList(tasks))
                        .build());
    }

    /** Runs the main function of a Python package; a part that is missing is answered with null. */
    private record WheelTask(
            @Nullable String key,
            @Nullable List<String> dependsOn,
            @Nullable IDatabricksWorkspace part) implements Task {
        @Override
        public Optional<IDatabricksWorkspace> workspace() {
            return Optional.ofNullable(part);
        }

        @Override
        public void complete(JobTask.Builder task) {
            task.pythonWheelTask(JobTaskPythonWheelTask.builder()
                    .packageName("loans")
                    .entryPoint("main")
                    .build());
        }
    }
}
